"""Words whose blow is of fists or of words: "attacked" between people of politics, as the models read it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.codebook.types import Types
from dragoman.coding.classifier import Opinion
from dragoman.coding.tagger import Hint
from dragoman.records import Claim

# The frame that tells of force by words that blame is told with as well, and what the act is then.
_FORCE = "assault.attack"
_BLAME, _MODE, _CAMEO, _FRAME = "ACCUSE", "disapprove", "111", "accuse.attack-verbally"
# The classifier must hold blame for likely, and for likelier than force by this factor.
_LIKELY = 0.2
_LIKELIER = 3.0
# … the tagger this likely.
_TOLD = 0.4


def reads_words(frame: str | None, opinion: Opinion) -> bool:
    """Whether the classifier reads blame where the frame says "attack"."""
    blame = opinion.of(_BLAME)
    return frame == _FORCE and blame >= _LIKELY and blame >= _LIKELIER * opinion.of("ASSAULT")


def blow_of_words(claim: Claim, hint: Hint | None, types: Types) -> Claim:
    """The claim as blame where its frame says "attack" and the tagger reads words: "the leader attacked the cabinet".

    Only who names both parties is asked: an attack by nobody said is one of force.
    """
    told = hint is not None and hint.chance(_BLAME) >= _TOLD
    if not (told and claim.frame == _FORCE and claim.actors and claim.recipients):
        return claim
    return as_blame(claim, types, "the tagger reads an attack in words", _FRAME)


def as_blame(claim: Claim, types: Types, why: str, frame: str | None) -> Claim:
    """The claim of force as one of blame by the same to the same; ``why`` goes into its explanation."""
    plover = types.plover(_BLAME, claim.status)
    return replace(
        claim,
        act=_BLAME,
        mode=_MODE,
        cameo=_CAMEO,
        plover=plover,
        quad=types.quad(plover),
        score=types.score(plover, _MODE if plover == _BLAME else None),
        frame=frame,
        explanation=(*claim.explanation, why),
    )
