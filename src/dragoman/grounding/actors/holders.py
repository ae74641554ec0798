"""Which person named before "the senator", "the French president" or "the Ohio Democrat" is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.words import words
from dragoman.grounding.actors.people import Person
from dragoman.grounding.actors.scan import AgentHit, Hit
from dragoman.grounding.actors.sentences import sentence_start
from dragoman.grounding.actors.titles import SEAT
from dragoman.records import ActorMention, Span

# Of several who have the role the last one named is meant, if named at most this many characters before …
_REACH = 600
# … and not in one breath with another of them ("Senators Lund and Berg").
_ONE_BREATH = re.compile(r"(?:,\s(?:and\s)?|\s(?:and|or|&)\s)(?:\w+\.?\s){0,2}")
# "the other senator", "the former mayor": not who was just called senator or mayor.
_ANOTHER = words("another_holder")
_LEFT = frozenset({"former", "ex", "ousted", "deposed", "late", "then"})
# "the oil minister" is not the foreign one.
_PORTFOLIOS = words("portfolios")
# "the mayor of Dunford"
_OF_PLACE = re.compile(r"\s(?:of|for|in|at|from)\s(?:the\s)?((?:[A-ZÀ-Þ][\w’'.-]*\s?)+)")


def holder(
    hit: AgentHit, before: Sequence[ActorMention], people: Sequence[Person], text: str
) -> tuple[ActorMention, str] | None:
    """The mention among ``before`` (in order) of the person who has the role that ``hit`` names, with the reason.

    Of one such person however far back, of several the last one; ``None`` where another of the role was spoken of since
    ("a judge") or the words tell of another ("the former mayor", "the mayor of Dunford").
    """
    word = hit.agent.word
    former = _is_of_the_past(hit, text)
    called = [person for person in people if person.is_called(word, former=former)]
    if not called or _of_another(hit, called, text):
        return None
    holders = {span.start: person for person in called for span, _, _ in person.spans}
    named = [m for m in before if m.actor.kind == "person" and m.span.start in holders]
    if not named:
        return None
    last = named[-1]
    others = [m for m in named if m.actor.id != last.actor.id]
    if others and (
        hit.span.start - last.span.end > _REACH or _ONE_BREATH.fullmatch(text[others[-1].span.end : last.span.start])
    ):
        return None
    if _another_since(hit, last, holders[last.span.start], text):
        return None
    return last, f"“the {word}” takes up {last.actor.name}, who has that title"


def holder_there(
    hit: AgentHit, owner: Hit, start: int, before: Sequence[ActorMention], people: Sequence[Person], text: str
) -> tuple[ActorMention, str] | None:
    """The person among ``before`` who has the role in the country or state that the phrase from ``start`` on names.

    "The French president", "Chad's oil minister"; of a federal state also "the Ohio Democrat" of "Rick Stone (D-Ohio)".
    """
    if owner.country is None or hit.plural or not _DEFINITE.search(text[start : hit.span.start]):
        return None
    place = re.sub(r"[’']s?$", "", owner.span.of(text))
    former = _is_of_the_past(hit, text)
    named = {span.start: person for person in people for span, _, _ in person.spans}
    fitting: list[tuple[ActorMention, Person]] = []
    for mention in before:
        person = named.get(mention.span.start)
        if person is None or mention.actor.kind != "person":
            continue
        if owner.country.part:
            fits = any(_is_short_for(one, place) for one in _states_of(person, text)) and (
                person.is_called(hit.agent.word, former=former) or (not former and _sits_for(hit, person, text))
            )
        else:
            fits = mention.actor.country == owner.country.country.alpha3 and (
                person.is_called(hit.agent.word, former=former) or (not former and _in_power(hit, person))
            )
        if fits:
            fitting.append((mention, person))
    if len({m.actor.id for m, _ in fitting}) != 1 or _of_another(hit, [p for _, p in fitting], text):
        return None
    return fitting[-1][0], f"the words “{text[start : hit.span.end]}” take up {fitting[-1][0].actor.name}"


_DEFINITE = re.compile(r"^[Tt]he\s|[’']s\s")
# "a Democrat from Ohio", "Republican of Ohio"
_SEAT_IN_WORDS = re.compile(
    r",\s(?:an?\s|the\s)?(Republican|Democrat|[Ss]enator|[Gg]overnor|[Cc]ongress(?:wo)?man)\s(?:from|of)\s"
    r"([A-Z]\w+(?:\s[A-Z]\w+)?)"
)
_STATE_BEFORE = re.compile(
    r"([A-Z][\w.]+(?:\s[A-Z][\w.]+)?)(?:[’']s)?\s"
    r"(?:(?:Republican|Democratic|U\.S\.|state)\s)?(?:[Ss]enator|Sen\.|[Gg]overnor|Gov\.|"
    r"[Cc]ongress(?:wo)?man|Rep\.)\s$"
)
_LETTERS = {"republican": "R", "democrat": "D", "independent": "I"}
_SITTING = frozenset({"senator", "congressman", "congresswoman", "lawmaker", "representative"})
_ELECTED = ("senator", "congressman", "congresswoman", "representative", "governor")


def _states_of(person: Person, text: str) -> list[str]:
    """The federal states that the words beside the person's name give, in full or short ("S.C.")."""
    found = []
    for span, _, _ in person.spans:
        seat = SEAT.match(text, span.end) or _SEAT_IN_WORDS.match(text, span.end)
        before = _STATE_BEFORE.search(text[max(0, span.start - 60) : span.start])
        found += [seat[2]] if seat is not None else []
        if before is not None:
            found += [before[1], before[1].split()[-1]]
    return found


def _sits_for(hit: AgentHit, person: Person, text: str) -> bool:
    """Whether party and seat behind the person's name make the role: "the Ohio Democrat", "the Vermont senator"."""
    word = hit.agent.word.lower()
    seated = False
    for span, _, _ in person.spans:
        seat, said = SEAT.match(text, span.end), _SEAT_IN_WORDS.match(text, span.end)
        if seat is not None and (seat[1] == _LETTERS.get(word) or word in _SITTING):
            return True
        if said is not None and said[1].lower() == word:
            return True
        seated = seated or seat is not None or said is not None
    # "Kentucky Senator Rand Poole": his party is not said, and "the Kentucky Republican" names no other
    return word in _LETTERS and not seated and any(map(person.is_called, _ELECTED))


def _is_short_for(short: str, name: str) -> bool:
    """Whether the letters of ``short`` stand in this order in ``name``, the first at its beginning ("Vt.", "Calif")."""
    letters = [c for c in short.lower() if c.isalpha()]
    rest = iter(name.lower())
    return bool(letters) and letters[0] == name[:1].lower() and all(c in rest for c in letters)


def _in_power(hit: AgentHit, person: Person) -> bool:
    """Whether the person, whom the report gives no title, is known to govern, and the role is a head of state's."""
    known = person.known
    return hit.agent.word in _HEADS_STATE and not person.titles and known is not None and known.sectors[:1] == ("GOV",)


_HEADS_STATE = frozenset({"leader", "president", "prime minister", "premier", "chancellor", "head of state"})


def _of_another(hit: AgentHit, called: Sequence[Person], text: str) -> bool:
    """Whether the words around the role tell of one who is none of those so called."""
    beside = " ".join(
        text[max(0, span.start - 40) : span.start].lower() for person in called for span, _, _ in person.spans
    )
    titles = " ".join(title.text for person in called for title in person.titles)
    said = [word for word in _words_before(hit, text) if word in _ANOTHER | _PORTFOLIOS]
    if any(word not in beside and word not in titles.lower() for word in said):
        return True
    place = _OF_PLACE.match(text, hit.span.end)
    return place is not None and place[1].split()[-1] not in titles


def _is_of_the_past(hit: AgentHit, text: str) -> bool:
    """Whether the role was left: "the ousted leader", "the former president"."""
    return not _LEFT.isdisjoint((*_words_before(hit, text), *re.findall(r"\w+", hit.agent.word)))


def _words_before(hit: AgentHit, text: str) -> list[str]:
    """The words of the phrase before the role: "former", "Ohio"."""
    phrase = re.split(r"[.;:,\n]", text[max(0, hit.span.start - 45) : hit.span.start].lower())[-1]
    return re.findall(r"\w+", re.split(r"\b(?:the|this|that)\s", phrase)[-1])


def _another_since(hit: AgentHit, last: ActorMention, person: Person, text: str) -> bool:
    """Whether the text has spoken of one more of the role since: "Judge Berg ruled … a judge agreed … the judge"."""
    titles = [title.span for title in person.titles]
    new = re.compile(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?:[\w’'.-]+\s){{0,3}}?{re.escape(hit.agent.word)}\b")
    return any(
        not any(title.start <= found.end() - 1 < title.end for title in titles)
        for found in new.finditer(text, last.span.end, hit.span.start)
    )


_NEW_CLAUSE = re.compile(r"\b(?:that|when|while|if|because|after|before|as|but|where|until|since|said|says)\b|[;:]")
_BY_PARTY = re.compile(r"[Tt]he\s(?:Republican|Democrat)")


def called_by_party(span: Span, before: Sequence[ActorMention], text: str) -> tuple[ActorMention, str] | None:
    """The one person of this sentence and the one before whom only his party's name takes up: "Gov. Mark Berg won. The
    <Republican> said …"; ``None`` where several people are named there."""
    if _BY_PARTY.fullmatch(span.of(text)) is None:
        return None
    since = sentence_start(text, max(0, sentence_start(text, span.start) - 2))
    named = [m for m in before if since <= m.span.start and m.span.end <= span.start and m.actor.kind == "person"]
    if len({m.actor.id for m in named}) != 1:
        return None
    own = max(named[-1].span.end, sentence_start(text, span.start))
    if named[-1].span.end == own and _NEW_CLAUSE.search(text, own, span.start) is None:
        return None  # "Lund beat the Democrat": another
    return named[-1], f"“{span.of(text)}” takes up {named[-1].actor.name}, the only one named there"
