"""What the way outwards from an act has found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operator

if TYPE_CHECKING:
    from spacy.tokens import Token

# Statuses of an act that is told as done or being done.


@dataclass(slots=True)
class Chain:
    """The status found, the word that gave it, and who holds it. Built step by step, read once.

    ``holders``: who asks or threatens. ``addressees``: who is asked. ``doers``: whose act an operator over a noun
    makes it. ``used``: all operator words on the way. ``embedded``: some operator governs the act.
    ``background``: the word that tells the act as background to the news, if any.
    """

    status: str = "occurred"
    cue: Token | None = None
    operator: Operator | None = None
    holders: list[Token] = field(default_factory=list)
    addressees: list[Token] = field(default_factory=list)
    doers: list[Token] = field(default_factory=list)
    used: list[Token] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    embedded: bool = False
    background: Token | None = None
    # where the last operator was applied, and the status before it, so that a negation beside it can replace it
    applied_at: Token | None = None
    before: str = "occurred"
    forgone: bool = False
    aim: bool = False  # only what another act is done for, or is about
    act: str | None = None  # its PLOVER type, where it is known
    averted: bool = False  # what is asked for is that it be put off, not that it be done
    certain: bool = False  # the words leave no doubt of the status, whatever the tagger makes of them

    def set(self, status: str, cue: Token, why: str) -> None:
        """Let ``cue`` change the status, recording why."""
        self.status = status
        self.cue = cue
        self.steps.append(f"{cue.text!r}: {why}")

    def settle(self, status: str, cue: Token, why: str) -> None:
        """Like ``set``, but a cue that leaves the status as it was is only noted."""
        if status == self.status and self.cue is not None:
            self.steps.append(f"{cue.text!r}: {why} (stays {status})")
        else:
            self.set(status, cue, why)
