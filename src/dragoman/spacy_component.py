"""Dragoman as a spaCy component: ``nlp.add_pipe("dragoman")`` gives ``doc._.claims``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from dragoman.pipeline import Coder


class DragomanComponent:
    """Codes each ``Doc``'s text; the claims' spans are character offsets in ``doc.text``."""

    def __init__(self, published: str | None) -> None:
        self.published = published
        self._coder: Coder | None = None
        if not Doc.has_extension("claims"):
            Doc.set_extension("claims", default=())

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.claims``; ``doc.user_data["published"]`` (ISO day) overrides the setting."""
        from dragoman.pipeline import load
        from dragoman.records import Article

        if self._coder is None:
            self._coder = load()
        published = doc.user_data.get("published", self.published)
        doc._.claims = self._coder.code(Article.from_text(doc.text, published=published))
        return doc


@Language.factory("dragoman", assigns=["doc._.claims"], default_config={"published": None})
def make_dragoman(nlp: Language, name: str, published: str | None) -> Any:
    """The factory that the entry point ``spacy_factories`` names."""
    return DragomanComponent(published)
