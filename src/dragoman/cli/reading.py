"""Reading sources for a command: what cannot be read is kept and listed at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dragoman.cli.screen import err, plural, printable
from dragoman.records import Article, SetAside
from dragoman.settings import Settings

_MOST_LISTED = 20  # more set-asides than this are counted, not listed, on a screen; a file or pipe gets them all


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
        #: About how many bytes of the sources are behind us.
        self.position = 0
        self._sizes: dict[str, int] = {}
        self._file, self._before = "", 0

    def total(self) -> int | None:
        """The bytes of all files to read; ``None`` where the end cannot be known, as of a stream."""
        from dragoman.reading.walk import walk

        for path in walk(self._paths, self._settings):
            if isinstance(path, SetAside):
                continue
            if str(path) == "-" or not path.is_file():
                return None
            self._sizes[str(path)] = path.stat().st_size
        return sum(self._sizes.values())

    def articles(self) -> Iterator[Article]:
        """The readable articles, in order."""
        from dragoman.reading import read_sources

        for item in read_sources(self._paths, self._settings, published=self._published):
            self._come_to(item)
            if isinstance(item, SetAside):
                self.set_aside.append(item)
                if self._on_set_aside is not None:
                    self._on_set_aside(item)
            else:
                self.count += 1
                yield item

    def _come_to(self, item: Article | SetAside) -> None:
        """Note how far we are: files behind us whole, the one we are in by the length of its rows."""
        source = item.source or ""
        file = source if source in self._sizes else source.rpartition(":")[0]
        if file not in self._sizes:
            return
        if file != self._file:
            self._before += self._sizes.get(self._file, 0)
            self._file, self.position = file, self._before
        length = len(item.text) if isinstance(item, Article) else 0
        self.position = min(self.position + length, self._before + self._sizes[file])

    def report(self) -> None:
        """Say on standard error what was set aside, why, and what to do."""
        if not self.set_aside:
            return
        err.print(f"\n[yellow]{plural(len(self.set_aside), 'item')} set aside[/] (the rest was read):")
        most = _MOST_LISTED if err.is_terminal else len(self.set_aside)
        for item in self.set_aside[:most]:
            err.print(printable(f"  {item.source}: {item.reason}. {item.remedy}"), markup=False, soft_wrap=True)
        if len(self.set_aside) > most:
            err.print(f"  … and {plural(len(self.set_aside) - most, 'more', 'more')}: 2> FILE keeps them all")
