"""How far the content of a stance reaches: not into what the writer adds."""

from __future__ import annotations

from dragoman.coding.attribution.scene import Scene
from dragoman.records import Span

_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})


def without_additions(content: Span, scene: Scene) -> Span:
    """A content without the "…, which …" at its end, unless that is quoted: "praised the plan, which the council passed"."""
    if not scene.words & _RELATIVES:
        return content
    local = content.shift(-scene.offset)
    inside = [t for t in scene.tokens if local.start <= t.idx and t.idx + len(t) <= local.end]
    if not inside:
        return content
    last = inside[-1]
    for token in inside[2:]:
        if token.lower_ in _RELATIVES and token.tag_ in ("WDT", "WP", "WP$", "WRB"):
            before = token.nbor(-1)
            if before.tag_ == "IN" and before.i > inside[1].i:
                before = before.nbor(-1)
            if before.text != "," or any(q.start <= scene.of(token).start < q.end for q in scene.quotes):
                continue
            clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
            if clause is not None and max(t.i for t in clause.subtree) >= last.i:
                return Span(content.start, scene.of(scene.tokens[before.i - 1]).end)
    return content
