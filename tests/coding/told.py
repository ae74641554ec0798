"""What table tests of the coder share: the claims of a text, and what one of them must say."""

from __future__ import annotations

import dragoman


def code(coder: dragoman.Coder, text: str, published: str) -> list[dragoman.Claim]:
    """The claims of a report of one sentence or two."""
    return coder.code(dragoman.Article.from_text(text, published=published))


def claim(coder: dragoman.Coder, text: str, trigger: str, published: str = "2021-05-04") -> dragoman.Claim:
    """The first claim with this trigger."""
    return next(c for c in code(coder, text, published) if c.trigger.text == trigger)


def acts_and_parties(coder: dragoman.Coder, text: str, published: str) -> list[tuple[str, str, str]]:
    """Act, actors and recipients of each claim, several joined by ``+``."""
    return [
        (c.act, "+".join(p.text for p in c.actors), "+".join(p.text for p in c.recipients))
        for c in code(coder, text, published)
    ]


def assert_told(claims: list[dragoman.Claim], trigger: str, act: str, status: str, actor: str, recipient: str) -> None:
    """One claim has this trigger, and says just this."""
    found = [c for c in claims if c.trigger.text == trigger]
    assert [(c.act, c.status) for c in found] == [(act, status)]
    assert " ".join(p.text for p in found[0].actors) == actor
    assert " ".join(p.text for p in found[0].recipients) == recipient
