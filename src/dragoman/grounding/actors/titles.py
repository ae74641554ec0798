"""Titles and appositives: which office the words beside a name give, whose it is, and since which evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.codebook.words import words as codebook_words
from dragoman.gazetteers.agents import Agent
from dragoman.gazetteers.agents import agent as agent_of
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.owned import owners_after
from dragoman.grounding.actors.scan import AgentHit, Hit, Scan
from dragoman.grounding.actors.words import title_facts, words
from dragoman.records import Span

# As far as a title may stand from its name; longer gaps hold other clauses.
_REACH = 140
# No title of English news has more words before its noun.
_MOST_MODIFIERS = 12
_LONGEST_WORD = 40
_TOKEN = re.compile(r"[^\W_][\w'’.-]*|[^\w\s]")
_LINKS = frozenset({"of", "for", "to", "at", "in", "from", "with", "on", "the", "and", "its", "his", "her", "their"})
_DETERMINERS = frozenset({"the", "a", "an", "one", "his", "her", "its", "their", "our", "this", "that"})
_SAYS = frozenset({"said", "says", "told", "added", "wrote", "announced", "explained", "claimed", "warned"})
# Roles that clubs and companies have as well as states.
_ANYWHERE = frozenset(
    {
        "president",
        "vice president",
        "secretary",
        "general secretary",
        "leader",
        "head",
        "director",
        "commissioner",
        "administrator",
        "official",
        "senior official",
        "governor",
        "spokesman",
    }
)
# Nouns for parts of a body, which titles go on with ("head of the Hamas office for foreign affairs").
_BODY_NOUNS = frozenset(
    {"office", "bureau", "wing", "branch", "division", "section", "committee", "team", "affairs", "relations", "policy"}
)
# Agents that say nothing of a sector by themselves take it from what they belong to.
_EMPTY_SECTORS = frozenset({"UNK"})


@dataclass(frozen=True, slots=True)
class Title:
    """An office as the text gives it. ``span`` covers its words without a leading article."""

    span: Span
    text: str
    agent: Agent
    affiliation: str | None
    country: str | None
    sectors: tuple[str, ...]
    general: bool = False

    @property
    def is_former(self) -> bool:
        """Whether the words say that the office was left: "ex-president"."""
        return _FORMER.search(self.text.lower()) is not None


# Who sits in the Congress is said with party and state behind the name: "Rick Stone (D-Ohio)", "Ann Lowell, R-S.C.,".
SEAT = re.compile(r"\s?[,(]\s?\(?(R|D|I)-([A-Z][\w.]*(?:\s[A-Z][\w.]*)?)")
_FORMER = re.compile(r"\b(?:former|ex|ousted|deposed|then|late)\b")


def left_title(scan: Scan, start: int, *, floor: int = 0) -> Title | None:
    """The title that ends right before the name at ``start`` ("Deputy Minister of X Jane Doe", "the head of Y, Z")."""
    text = scan.text
    candidates = [hit for hit in scan.agents_in(max(floor, start - _REACH), start) if hit.agent.kind == "person"]
    for hit in reversed(candidates[-3:]):
        if hit.span.end > start or hit.plural:
            continue
        gap = text[hit.span.end : start]
        if "\n" in gap:
            return None  # a caption ends, and a paragraph begins with the name
        if gap.strip() in ("", ","):
            if gap.strip() == "," and not _definite(scan, hit):
                continue
            return _title(scan, hit, hit.span.end)
        if _is_complement(scan, hit.span.end, start):
            end = start
            while end > hit.span.end and not text[end - 1].isalnum():
                end -= 1
            return _title(scan, hit, end)
        return None
    return None


def right_title(scan: Scan, end: int) -> Title | None:
    """The title of an appositive or predicate after the name that ends at ``end`` ("X, the head of Y")."""
    text = scan.text
    opening = re.match(
        r"(?:,|\s+\(|\s*[—–-])?\s*(?:who\s+)?(?:(?:is|was|became|serves as|served as)\s+)?", text[end : end + 40]
    )
    start = end + (opening.end() if opening else 0)
    if start == end or text[end:start].strip() == "":
        return None
    for hit in scan.agents_in(start, min(len(text), start + 90)):
        if hit.plural and hit.agent.number == "count":
            return None
        between = text[start : hit.span.start]
        if not _modifiers_only(scan, start, hit.span.start):
            return None
        if hit.agent.kind != "person":
            continue
        if "," in between or "\n" in between:
            return None
        following = re.match(r"\s(\w+)", text[hit.span.end : hit.span.end + 20])
        if following is not None and following[1] in _SAYS:
            return None  # "At X, the director said": somebody else speaks
        return _title(scan, hit, _complement_end(scan, hit))
    return None


def row_title_before(scan: Scan, start: int) -> Title | None:
    """The plural title right before the first of several names ("opposition leaders A, B and C")."""
    for hit in reversed(scan.agents_in(max(0, start - _REACH), start)[-2:]):
        if hit.agent.kind == "person" and hit.plural and scan.text[hit.span.end : start].strip() == "":
            return _title(scan, hit, hit.span.end)
    return None


def row_title_after(scan: Scan, end: int) -> tuple[Title | None, list[str]]:
    """The plural title behind several names ("A and B, the foreign ministers of Y and Z"), and the countries it names."""
    text = scan.text
    opening = re.match(r",\s(?:the\s|both\s|all\s)?", text[end : end + 12])
    if opening is None:
        return None, []
    start = end + opening.end()
    for hit in scan.agents_in(start, min(len(text), start + 60)):
        if not _modifiers_only(scan, start, hit.span.start):
            return None, []
        if hit.agent.kind == "person" and hit.plural:
            after = re.match(r"\s(?:of|from)\s(?:the\s)?", text[hit.span.end : hit.span.end + 12])
            first = scan.hit_over(hit.span.end + after.end()) if after is not None else None
            if first is None or first.country is None:
                return _title(scan, hit, hit.span.end), []
            last, more = owners_after(scan, first.span.end)
            owners = [first, *more]
            title = _title(scan, hit, last)
            return title, [owner.country.country.alpha3 for owner in owners if owner.country is not None]
    return None, []


def around(scan: Scan, hit: AgentHit) -> Title:
    """The title an agent word forms with the words around it, with no name beside it."""
    return _title(scan, hit, _complement_end(scan, hit))


# "a man police say was shot": he is no kind of police
_NO_MODIFIERS = frozenset({"man", "suspect", "teen", "teenager", "boy", "girl"})


def modifier_start(scan: Scan, start: int) -> int:
    """Where the words begin that stand before an agent word and belong to it ("Iran's deputy oil")."""
    text, lists = scan.text, words()
    for _ in range(_MOST_MODIFIERS):
        if start == 0 or text[start - 1] not in " \u00a0-":
            break
        hit = scan.hit_over(start - 2)
        if hit is not None and hit.span.end == start - 1:
            start = hit.span.start
            continue
        if text[start - 3 : start - 1] in ("'s", "’s") or text[start - 2] in "'’":
            owner = scan.hit_over(start - (4 if text[start - 2] == "s" else 3))
            if owner is not None:
                start = owner.span.start
                continue
        agent = scan.agent_over(start - 2)
        if agent is not None and agent.span.end == start - 1:
            if agent.agent.word in _NO_MODIFIERS:
                break
            start = agent.span.start
            continue
        begin = start - 1
        while (
            begin > 0 and start - begin <= _LONGEST_WORD and (text[begin - 1].isalnum() or text[begin - 1] in "’'.-_")
        ):
            begin -= 1
        word = text[begin : start - 1]
        if not word:
            break
        if word.lower() in _DETERMINERS or word in lists.honorifics:
            break
        portfolio = word[:1].isupper() and word not in lists.not_names and scan.hit_over(start - 2) is None
        if word.lower() not in lists.modifiers and not (
            portfolio and word.lower().removesuffix("s") in lists.modifiers
        ):
            break
        start = start - 1 - len(word)
    return start


def _title(scan: Scan, hit: AgentHit, end: int) -> Title:
    start = modifier_start(scan, hit.span.start)
    text = scan.text
    inside = scan.hits_in(start, end)
    affiliation, country, sectors = _belonging(inside)
    facts = title_facts()
    own = tuple(code for code in hit.agent.sectors if code not in _EMPTY_SECTORS)
    lead = text[start : hit.span.end].lower()
    if _FORMER.search(lead) and own[:1] in (("GOV",), ("LEG",), ("MIL",)):
        own = ("ELI",)
    if hit.agent.word == "deputy" and re.search(
        r"[’']s?\s(?:\w+\s)?$|\b(?:his|her|their|its)\s$", text[: hit.span.start][-20:]
    ):
        own = ("UNK",)  # "Taylor's deputy" is a second man, no member of parliament
    if (
        hit.agent.word == "leader"
        and country is None
        and not sectors
        and not re.search(r"\b(?:supreme|paramount)\b", lead)
    ):
        own = ("UNK",)  # of what, the words before it say: "the Maoist leader" leads no state
    if not own or (hit.agent.word in facts.of_their_body and sectors):
        own = sectors or own
    anywhere = hit.agent.word in _ANYWHERE or hit.agent.word in facts.of_their_body
    if anywhere and country is None and end > hit.span.end and not sectors:
        # The president of a trade association is no president of a state.
        kind = agent_of(text[hit.span.end : end].lower())
        own = kind.sectors if kind is not None and kind.kind != "person" else ("UNK",)
    elif anywhere and country is None and not sectors and _is_of_a_body(text, start):
        own = ("UNK",)  # "the Grammy president", "Club president": of no state
    if not own and end > hit.span.end:
        # "members of the party"
        kind = agent_of(text[hit.span.end : end].lower())
        own = kind.sectors if kind is not None and kind.kind != "person" else ()
    span = Span(start, end)
    return Title(span, _clean(text[start:end]), hit.agent, affiliation, country, own or hit.agent.sectors)


def _is_of_a_body(text: str, start: int) -> bool:
    """Whether a name that no list has stands right before the title, which is written small: "Northfield president"."""
    before = _NAME_BEFORE.search(text[max(0, start - _LONGEST_WORD) : start])
    if before is None or not text[start : start + 1].islower():
        return False
    word = before[1].lower()
    return before[1] not in words().not_names and word not in words().modifiers and word not in _DETERMINERS | _LINKS


_NAME_BEFORE = re.compile(r"([A-Z][\w&’'-]+)\s$")


def _belonging(hits: Sequence[Hit]) -> tuple[str | None, str | None, tuple[str, ...]]:
    affiliation: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    code_of_office: str | None = None
    for hit in hits:
        if hit.user is not None and affiliation is None:
            affiliation, sectors = hit.user.actor.name, hit.user.actor.sectors
            country = country or hit.user.actor.country
        elif hit.known is not None and affiliation is None:
            affiliation, sectors = hit.known.party.name, hit.known.party.sectors
            country = country or hit.known.party.country
        elif hit.office is not None and affiliation is None:
            affiliation, sectors = hit.office.office.name, hit.office.office.sectors
            code_of_office = hit.office.country
        elif hit.country is not None and country is None:
            country = hit.country.country.alpha3
            if hit.country.how == "metonym" and affiliation is None:
                actor = identities.of_country_match(hit.country)
                affiliation, sectors = actor.name, actor.sectors
    return affiliation, country or code_of_office, sectors


def _definite(scan: Scan, hit: AgentHit) -> bool:
    start = modifier_start(scan, hit.span.start)
    before = scan.text[max(0, start - 5) : start].lower()
    return (
        before.endswith(("the ", "a ", "an ", "'s ", "’s ", "his ", "her ", "its ", "their "))
        or "of" in scan.text[hit.span.end : hit.span.end + 4]
        or start < hit.span.start
    )


def _is_complement(scan: Scan, start: int, end: int) -> bool:
    """Whether ``[start, end)`` reads as "of the Hamas Politburo, " after a title."""
    gap = scan.text[start:end]
    if not re.match(r"\s(?:of|for|to|at|in)\s", gap) or re.search(r"[.;:!?\"“”()\n]", gap.rstrip()):
        return False
    if "," in gap.rstrip().rstrip(",") or re.search(r"\b(?:of|for|to|at|in|the|and)\s*$", gap):
        return False
    return _noun_words(scan, start, end)


def _noun_words(scan: Scan, start: int, end: int) -> bool:
    lists = words()
    for token in _TOKEN.finditer(scan.text, start, end):
        word = token[0]
        if not word[0].isalpha() or word[0].isupper() or word in _LINKS or word in lists.modifiers:
            continue
        if scan.hit_over(token.start()) or scan.agent_over(token.start()):
            continue
        return False
    return True


def _modifiers_only(scan: Scan, start: int, end: int) -> bool:
    lists = words()
    for token in _TOKEN.finditer(scan.text, start, end):
        word = token[0]
        if (
            word.lower() in _DETERMINERS
            or word.lower() in lists.modifiers
            or word in ("of", "'s", "’s", "-", "year-old")
        ):
            continue
        if word[0].isdigit() or word[0].isupper() or scan.hit_over(token.start()) or scan.agent_over(token.start()):
            continue
        return False
    return True


def _complement_end(scan: Scan, noun: AgentHit) -> int:
    """Where "of the Hamas Politburo" after an agent word ends; the word's own end where nothing follows."""
    text, lists, end = scan.text, words(), noun.span.end
    if text.startswith(" to ", end) and noun.agent.word.split()[-1] not in _SENT:
        return end  # "a visit by its chairman to the White House": he is not its chairman
    if not re.match(r"\s(?:of|for|to|at|in|with)\s", text[end : end + 6]):
        return end
    anybody = noun.agent.sectors[0] in _ANYBODY and noun.agent.word.split()[-1] not in _SENT
    if anybody and text.startswith((" in ", " for "), end):
        return end  # "shot a man in Oslo": there he was shot
    last = end
    for token in _TOKEN.finditer(text, end, min(len(text), end + _REACH)):
        word = token[0]
        if not word[0].isalnum():
            if word in ("'", "’", "-", "&"):
                continue
            break
        if text[last : token.start()].count("\n"):
            break
        hit = scan.hit_over(token.start()) or scan.agent_over(token.start())
        if hit is not None:
            last = max(last, hit.span.end)
            if _ends_sentence(text, last):
                break
            continue
        if token.start() < last:
            continue
        if word.rstrip(".").lower() in _CALENDAR:
            break  # "sued a director of the bank on Monday"
        if word[0].isupper() and word not in lists.not_names:
            last = token.end()
            if word.endswith(".") and len(word) > _ABBREVIATED:
                return last - 1
            continue
        if word in _BODY_NOUNS:
            last = token.end()
            continue
        if word == "and" and _second_title(scan, token.end()):
            break
        if word in _LINKS or word in lists.modifiers:
            continue
        break
    return last


_SENT = codebook_words("sent_to")
_CALENDAR = codebook_words("calendar")
_ANYBODY = ("CVL", "UNK", "CRM")
# "U.S." and "Gen." keep their stop; longer words with one end a sentence.
_ABBREVIATED = 4


def _ends_sentence(text: str, end: int) -> bool:
    return text[end : end + 1] in (".", "!", "?") and not text[end + 1 : end + 2].isalnum()


def _second_title(scan: Scan, end: int) -> bool:
    """Whether another title follows ("president of Tanzania and chairman of the African Union")."""
    for hit in scan.agents_in(end, end + 60):
        return hit.agent.kind == "person" and _modifiers_only(scan, end, hit.span.start)
    return False


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,")
