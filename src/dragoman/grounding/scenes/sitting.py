"""Sittings: what a council, a board or a court does in one report is mostly done at one meeting, which it dates once.

"The council on Monday approved the budget. … Members voted 5-2 against the ban. The mayor read a proclamation."
"""

from __future__ import annotations

from dragoman.codebook.words import any_of, words
from dragoman.records import Article, Claim, Party, Sentence

_BODIES = any_of("sitting_bodies")
_VOTING = words("sitting_verbs")


def tells_of_sitting(sentence: Sentence, article: Article) -> bool:
    """Whether the sentence speaks of a body that meets and votes."""
    return _BODIES.search(sentence.span.of(article.text)) is not None


def is_of_sitting(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act is what such a body or its members do when it meets: "trustees also <approved> a contract"."""
    head = sentence.root_at(claim.trigger.span)
    if head is None:
        return False
    node = head if head.tag_.startswith("VB") else next((t for t in head.ancestors if t.tag_.startswith("VB")), head)
    if node.lemma_.lower() not in _VOTING:
        above = next((t for t in node.ancestors if t.tag_.startswith("VB")), None)
        if above is None or node.dep_ != "xcomp" or above.lemma_.lower() not in _VOTING:
            return False
    return bool(claim.actors) and all(_may_sit(p.text) or _is_person(p) for p in claim.actors)


def _may_sit(text: str) -> bool:
    return _BODIES.search(text) is not None


def _is_person(party: Party) -> bool:
    """Whether it is somebody by name, or who is told of by "he", mostly a member."""
    if party.grounding is None:
        return party.text[:1].isupper()
    return party.grounding.choice.kind == "person"
