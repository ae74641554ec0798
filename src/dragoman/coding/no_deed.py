"""Words that fit a frame, or that the tagger takes for an act, and tell none by what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.other_senses import is_another_sense
from dragoman.coding.syntax import is_noun, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.casting import Draft
    from dragoman.coding.matcher import Match


def tells_no_deed(draft: Draft) -> bool:
    """Whether what stands beside the words of a draft makes of them no deed of politics: a rule that somebody keeps, the paper
    that a report is after, a feeling that nobody voices; or their sense does (see ``is_another_sense``)."""
    match = draft.match
    return (
        _is_rule_kept(match.trigger)
        or _is_of_source(draft)
        or _only_calls_event(match)
        or _is_motive(match)
        or _is_made_easy(match.trigger)
        or _is_before_its_noun(match)
        or _is_offence(match)
        or _is_asked_for_words(match)
        or _is_told_to_reader(match.trigger)
        or _is_likened(match.trigger)
        or is_another_sense(draft)
    )


def _is_rule_kept(word: Token) -> bool:
    """Whether a measure is only what somebody keeps to or breaks, or what a paper is about: "violators of the sanctions",
    "enforced the resolutions <adopted> by the council", "resolutions on <sanctions>"."""
    if is_noun(word):
        return word.lemma_ in _MEASURES and _is_kept(word)
    adopted = word.dep_ == "acl" and word.tag_ == "VBN" and word.lemma_ in _ADOPTING
    return adopted and word.head.lemma_ in _RULES and _is_kept(word.head)


def _is_kept(rule: Token) -> bool:
    """Whether the phrase is the object of keeping or breaking it."""
    above = rule.head
    while rule.dep_ == "conj" and is_noun(above):
        rule, above = above, above.head
    if rule.dep_ in ("dobj", "nsubjpass"):
        return above.lemma_ in _KEEPING
    if rule.dep_ != "pobj":
        return False
    over = above.head
    if above.lower_ in ("on", "about") and is_noun(over) and over.lemma_ in _PAPERS:
        return _is_kept(over)
    return above.lower_ in ("of", "with", "to") and over.lemma_ in _KEEPING


_MEASURES = words("measures_of_state")
_RULES = words("rules_of_state") | _MEASURES
_PAPERS = ("resolution", "rule", "regulation", "law", "treaty", "agreement", "decision", "provision")
_ADOPTING = ("adopt", "impose", "pass", "approve", "agree", "set", "introduce", "enact", "issue", "ratify", "sign")
_KEEPING = words("keeping_rules")


def _is_of_source(draft: Draft) -> bool:
    """Whether the words only say which paper a report is after: "according to a complaint <filed> in court"."""
    verb = draft.match.trigger
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or draft.actors or draft.recipients:
        return False
    link = verb.head.head
    return verb.head.dep_ == "pobj" and link.lower_ == "to" and link.head.lower_ == "according"


def _only_calls_event(match: Match) -> bool:
    """Whether an event is only said to be one of a kind, and nobody is blamed: "called it a revenge attack", "described the
    blast as a deliberate act"; not "called the raid a cowardly attack"."""
    verb = match.trigger
    if match.frame.type != "ACCUSE" or verb.lemma_ not in _CALLING:
        return False
    after = [c for p in verb.rights if p.lower_ == "as" for c in p.children if c.dep_ == "pobj"]
    kinds = [t for t in (*(c for c in verb.rights if is_noun(c)), *after) if t.lemma_ in _KINDS_OF_EVENT]
    kinds += [t for c in verb.rights if c.dep_ == "ccomp" for t in (c,) if t.lemma_ in _KINDS_OF_EVENT]
    called = [
        c for v in (verb, *kinds) for c in v.children if c.dep_ in ("dobj", "nsubjpass", "nsubj") and c not in kinds
    ]
    if verb.dep_ == "relcl":  # "a blast that the mayor described as …"
        called.append(verb.head)
    return (
        bool(kinds)
        and all(map(_is_plain_kind, kinds))
        and any(t.lower_ in ("it", "this", "that") or t.lemma_ in _EVENTS for t in called)
    )


def _is_plain_kind(kind: Token) -> bool:
    """Whether the words beside it blame nobody: "a revenge attack", "an isolated incident"."""
    beside = [c for c in kind.lefts if c.dep_ in ("amod", "compound", "nmod")]
    return all(c.lower_ in _PLAIN for c in beside) and not any(c.lower_ in ("of", "against") for c in kind.rights)


_CALLING = ("call", "describe", "label", "term", "dub", "characterise", "characterize", "style", "declare", "consider")
_KINDS_OF_EVENT = ("attack", "act", "incident", "assault", "strike", "operation", "bombing", "accident")
_EVENTS = words("strikes") | {"explosion", "incident", "crash", "death", "stabbing", "killing"}
_PLAIN = words("plain_kinds")


def _is_motive(match: Match) -> bool:
    """Whether a feeling is only why something was done, what came of it, or what another says that people feel: "hit her because
    he was <angry>", "the army held a drill, <angering> Chad", "she said that voters are <angry>"."""
    verb = match.trigger
    if match.frame.type != "ACCUSE":
        return False
    if verb.lemma_ in _ANGERING:
        return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > verb.head.i
    if verb.lemma_ not in ("be", "feel", "become", "get") or not any(t.lower_ in _FEELINGS for t in verb.subtree):
        return False
    if verb.dep_ == "advcl":
        return any(c.lower_ in ("because", "as", "since") for c in verb.lefts)
    who = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return verb.dep_ == "ccomp" and who is not None and not who.tag_.startswith("PRP")


_ANGERING = ("anger", "infuriate", "enrage", "rile", "outrage", "upset", "annoy", "incense")
_FEELINGS = words("feelings")


def _is_made_easy(verb: Token) -> bool:
    """Whether it is only made easier or harder for anybody to do: "asked the firm to make it easier to limit its use"."""
    ease = verb.head
    if not any(c.tag_ == "TO" for c in verb.lefts) or ease.lemma_ not in _EASE:
        return False
    above = ease.head
    return above.lemma_ in ("make", "find") and any(c.lower_ == "it" for c in (*ease.lefts, *above.rights))


_EASE = ("easy", "easier", "simple", "simpler")


def _is_before_its_noun(match: Match) -> bool:
    """Whether a participle that the parser takes for a verb only says in what state somebody is: "helps <wounded> soldiers
    leave", "near the town's <destroyed> temple"."""
    word = match.trigger
    if not is_verb(word) or word.i == 0 or word.i + 1 >= len(word.doc):
        return False
    before, after = word.nbor(-1), word.nbor(1)
    if not after.tag_.startswith(("NN", "JJ")):
        return False
    if before.tag_ == "POS":
        return word.tag_ in ("VBD", "VBN")
    return word.tag_ == "VBN" and word.dep_ in ("xcomp", "ccomp") and word.head == before and not list(word.lefts)


def _is_offence(match: Match) -> bool:
    """Whether words that blame are only what somebody is punished for: "sentenced for "<insulting> the king"": the sentence is
    told, and no blame beside it."""
    word = match.trigger
    if match.frame.type != "ACCUSE" or match.frame.mode != "disapprove" or word.tag_ != "VBG" or word.dep_ != "pcomp":
        return False
    above = word.head.head
    return word.head.lower_ in ("for", "of", "with") and (above.lemma_ in _OF_COURT or above.lemma_ in _HELD_FOR)


_OF_COURT = words("of_court")
_HELD_FOR = words("held_to_account") | {"guilty", "year", "month"}


def _is_asked_for_words(match: Match) -> bool:
    """Whether reporters only ask: "the spokesman said when <questioned> about the report"."""
    verb = match.trigger
    if match.frame.type != "ACCUSE" or verb.lemma_ not in ("question", "ask", "press", "quiz") or verb.tag_ != "VBN":
        return False
    lefts = [c.lower_ for c in verb.lefts]
    return verb.dep_ == "advcl" and "when" in lefts and not any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.lefts)


def _is_told_to_reader(verb: Token) -> bool:
    """Whether an imperative tells the reader what to do with what is his: "log into your account and change the name"."""
    if verb.tag_ != "VB" or any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.lefts):
        return False
    first = verb.head if verb.dep_ == "conj" else verb
    if first.dep_ != "ROOT" or any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in first.lefts):
        return False
    return any(t.lower_ == "your" for c in verb.rights for t in c.subtree)


def _is_likened(verb: Token) -> bool:
    """Whether the deed is only what something is like: "it's like he <shot> us", "it felt as if they had <attacked> us"."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "advcl") or above.lemma_ not in ("be", "feel", "'s"):
        return False
    marks = [c.lower_ for c in verb.lefts if c.dep_ in ("mark", "prep", "advmod", "case")]
    return "like" in marks or ("as" in marks and ("if" in marks or "though" in marks))
