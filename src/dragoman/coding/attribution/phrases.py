"""Cues that are neither verb nor noun of speech: "according to", "in the words of", "reportedly", a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebook.speech import Speech
from dragoman.codebook.words import words
from dragoman.coding.attribution.scene import Found, Scene
from dragoman.coding.syntax import is_verb
from dragoman.gazetteers import agents, countries
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# "POLL: …", "Minister: …", "JONES: …": at most four words before the colon.
_LABEL = re.compile(r"[“\"‘']?((?:[A-Z][\w.’'\-&]*)(?:[ \xa0][A-Z][\w.’'\-&]*){0,3}):[ \xa0]+(?=\S)")
# "Truce near collapse: envoy", "Ten held after march - police"
_TAIL = re.compile(r"(?::|[ \xa0](?:-|–|—|―|--))[ \xa0]+((?:[\w’']+[ \xa0]){0,3}[\w’']+)$")
# "“We go on.” — Ana Roy, union leader"
_SIGNED = re.compile(r"[”\"][ \xa0]*(?:―|—|–|--|-)[ \xa0]*([A-Z][^\n]{2,80})$")
# What "in X's …" and "in the … of X" need to name a speaker; a sentence without these words is not looked at closer.
VIEWS = frozenset({"word", "words", "view", "views", "opinion", "opinions", "telling", "eyes", "per"})
# "We handed them over today. — Red Star (@redstar) May 3, 2019"
_POSTED = re.compile(r"[ \xa0](?:―|—|–|--)[ \xa0]*([A-Z#][^\n@()—]{1,60}?)[ \xa0]\(@\w+\)")
_SHORTEST = 3  # words a headline has besides its label


def read_according(token: Token, scene: Scene) -> Found | None:
    """ "according to the ministry": the clause it hangs on is the content."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        to = token.nbor(1)
    if to is None:
        return None
    source = next((c for c in to.children if c.dep_ == "pobj"), None)
    if source is None:
        return None
    source = _keeper(source) or source
    content = _told(token, scene)
    return None if content is None else Found(source, (token.i, to.i + 1), content, "reported")


def _keeper(paper: Token) -> Token | None:
    """Whose figures or papers they are: "according to figures kept by <the institute>"; not "a memo seen by the agency"."""
    made = (c for c in paper.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in _MADE)
    by = (c for verb in made for c in verb.rights if c.dep_ == "agent")
    return next((t for c in by for t in c.children if t.dep_ == "pobj"), None)


_MADE = words("made_by_their_source")


def read_complex(token: Token, scene: Scene, speech: Speech) -> Found | None:
    """ "in the words of the envoy", "in her view": ``token`` is the preposition that begins it."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    source = next((c for c in noun.children if c.dep_ == "poss"), None)
    if source is not None and noun.lemma_ in ("word", "view", "opinion", "telling") and token.lower_ in ("in", "by"):
        end = noun.i + 1
    else:
        found = next((p for p in speech.prepositions if _stands_at(token, p, scene)), None)
        if found is None:
            return None
        of = token.doc[token.i + len(found.split()) - 1]
        source = next((c for c in of.children if c.dep_ == "pobj"), None)
        end = of.i + 1
    content = _told(token, scene) if source is not None else None
    return None if content is None else Found(source, (token.i, end), content, "reported")


def _stands_at(token: Token, wording: str, scene: Scene) -> bool:
    parts = wording.split()
    if not all(part in scene.words for part in parts):
        return False
    return [t.lower_ for t in scene.tokens[token.i : token.i + len(parts)]] == parts


def _told(token: Token, scene: Scene) -> Span | None:
    """The clause an adverbial phrase hangs on, without the phrase."""
    head = token.head
    while not is_verb(head) and head.head != head:
        head = head.head
    return scene.clause([head], [token])


def read_adverb(token: Token, scene: Scene) -> Found | None:
    """ "reportedly", "allegedly": nobody is named; the content is what the word stands on."""
    content = scene.clause([token.head], [token])
    return None if content is None else Found(None, (token.i, token.i + 1), content, "reported")


def read_label(scene: Scene, text: str, speech: Speech) -> Found | None:
    """A speaker before or after a colon or dash, as headlines, transcripts and signed quotations have it."""
    sentence = scene.text
    label = _LABEL.match(sentence)
    if label is not None and _speaks(label.group(1), text, speech):
        return _split(scene, label.span(1), label.end(1), Span(label.end(), len(sentence)))
    signed = _SIGNED.search(sentence)
    if signed is not None:
        name = signed.group(1).split(",")[0]
        return _split(
            scene,
            (signed.start(1), signed.start(1) + len(name)),
            signed.start() + 1,
            _signed_from(scene, signed.start()),
        )
    posted = _POSTED.search(sentence)
    if posted is not None:
        return _split(scene, posted.span(1), posted.start() + 1, Span(0, posted.start()))
    tail = _TAIL.search(sentence)
    if tail is not None and len(tail.group(1)) < len(sentence) // 2 and _speaks(tail.group(1), text, speech, tail=True):
        return _split(scene, tail.span(1), tail.start(), Span(0, tail.start()))
    return None


def _split(scene: Scene, name: tuple[int, int], mark: int, content: Span) -> Found | None:
    doc = scene.tokens
    names = [t for t in doc if name[0] <= t.idx < name[1] and not t.is_punct]
    cue = next((t for t in doc if t.idx >= mark and not t.is_space and t.idx < max(mark, name[1]) + 3), None)
    if (
        not names
        or cue is None
        or (len(scene.text[max(content.start, 0) : content.end].split()) < _SHORTEST and content.start >= 0)
    ):
        return None
    return Found(names[-1], (cue.i, cue.i + 1), content.shift(scene.offset), "reported", label=True)


def _speaks(label: str, text: str, speech: Speech, *, tail: bool = False) -> bool:
    """Whether a label names a speaker: a party noun, a document, a country, capitals, or a name the article uses."""
    words = label.split()
    if words[-1].lower() in speech.captions:
        return False
    last = words[-1].rstrip(".")
    lower = last.lower()
    if (
        lower in speech.documents
        or lower.rstrip("s") in speech.documents
        or agents.is_party_noun(lower.rstrip("s"))
        or agents.is_party_noun(lower)
    ):
        return len(words) <= 3
    if tail:
        return last[0].isupper() and len(words) <= 2 and text.count(last) > 2
    country = countries.match(label) or (countries.match(label.title()) if label.isupper() else None)
    if country is not None:  # a capital before a colon is where it happened: "Nairobi: two dead"
        return country.how != "capital"
    if label.isupper() and len(last) > 2:
        return True
    return len(words) <= 3 and last[0].isupper() and len(re.findall(rf"\b{re.escape(last)}\b", text)) > 2


def _signed_from(scene: Scene, close: int) -> Span:
    """What a signature signs: the quotation that closes at ``close``, however many sentences back it began."""
    quote = next((q for q in scene.quotes if q.start - scene.offset < close <= q.end - scene.offset), None)
    return Span(0 if quote is None else quote.start - scene.offset, close + 1)
