"""Reading sources for a command: what cannot be read is kept and listed at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dragoman.cli.screen import err, plural
from dragoman.reading import read_sources
from dragoman.records import Article, SetAside
from dragoman.settings import Settings

_MOST_LISTED = 20  # more set-asides than this are counted, not listed, on the screen


class Reading:
    """Streams articles and remembers what was set aside."""

    def __init__(
        self,
        paths: Sequence[str],
        settings: Settings,
        published: str | None,
        on_set_aside: Callable[[SetAside], None] | None = None,
    ) -> None:
        self._paths, self._settings, self._published = paths, settings, published
        self._on_set_aside = on_set_aside
        self.set_aside: list[SetAside] = []
        self.count = 0

    def articles(self) -> Iterator[Article]:
        """The readable articles, in order."""
        for item in read_sources(self._paths, self._settings, published=self._published):
            if isinstance(item, SetAside):
                self.set_aside.append(item)
                if self._on_set_aside is not None:
                    self._on_set_aside(item)
            else:
                self.count += 1
                yield item

    def report(self) -> None:
        """Say on standard error what was set aside, why, and what to do."""
        if not self.set_aside:
            return
        err.print(f"\n[yellow]{plural(len(self.set_aside), 'item')} set aside[/] (the rest was read):")
        for item in self.set_aside[:_MOST_LISTED]:
            err.print(f"  {item.source}: {item.reason}. {item.remedy}", markup=False, soft_wrap=True)
        if len(self.set_aside) > _MOST_LISTED:
            err.print(f"  … and {plural(len(self.set_aside) - _MOST_LISTED, 'more', 'more')}")
