"""Opening what a user names: files, gzip files, standard input, bytes; always with limits."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import LimitError, ReadingError
from dragoman.settings import Settings

_GZIP = b"\x1f\x8b"
#: Enough to see what a file holds: a page's first kilobytes, a table's header.
HEAD_BYTES = 64 * 1024
_UNPACK = "Unpack it again, or fetch it anew"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open source: ``name`` for messages, its first bytes, and a stream that still holds all of it.

    ``suffix`` is the file's last suffix in small letters, ``.gz`` taken off.
    """

    name: str
    suffix: str
    head: bytes
    stream: io.BufferedReader

    def read_whole(self, limit: int) -> bytes:
        """All bytes; raises ``LimitError`` where there are more than ``limit``."""
        raw = self.stream.read(limit + 1)
        if len(raw) > limit:
            raise LimitError(
                f"it has more than {limit:,} bytes", remedy="Split it, or raise max_file_bytes in the settings"
            )
        return raw


@contextmanager
def open_source(source: Path | bytes, settings: Settings, *, name: str | None = None) -> Iterator[Opened]:
    """``source`` opened for reading, unpacked if it is gzip. ``Path("-")`` is standard input.

    Raises ``ReadingError`` where it cannot be opened.
    """
    if isinstance(source, bytes):
        label, suffix, raw = name or "bytes", Path(name or "").suffix.lower(), io.BytesIO(source)
        with _opened(label, suffix, raw, settings) as opened:
            yield opened
    elif str(source) == "-":
        with _opened(name or "-", Path(name or "").suffix.lower(), sys.stdin.buffer, settings) as opened:
            yield opened
    else:
        try:
            file = source.open("rb")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise ReadingError(f"cannot be opened: {reason}", remedy="Check the path and its permissions") from error
        with file, _opened(name or str(source), source.suffix.lower(), file, settings) as opened:
            yield opened


@contextmanager
def _opened(name: str, suffix: str, raw: BinaryIO, settings: Settings) -> Iterator[Opened]:
    try:
        stream = _rewindable(raw)
        if stream[0].startswith(_GZIP):
            packed = gzip.GzipFile(fileobj=stream[1])
            stream = _rewindable(_Limited(packed, settings.max_decompressed_bytes))
            suffix = Path(name.removesuffix(Path(name).suffix)).suffix.lower() if suffix in (".gz", ".gzip") else suffix
        with stream[1] as buffered:
            yield Opened(name, suffix, stream[0], buffered)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise ReadingError(f"the gzip data is damaged or cut short ({error})", remedy=_UNPACK) from error


def _rewindable(raw: BinaryIO | io.RawIOBase) -> tuple[bytes, io.BufferedReader]:
    """The first bytes of a stream, and a stream that begins with them again (pipes cannot seek)."""
    head = b""
    while len(head) < HEAD_BYTES and (more := raw.read(HEAD_BYTES - len(head))):
        head += more
    if raw.seekable() and not isinstance(raw, _Limited):
        raw.seek(0)
        return head, raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(_Chained(b"", raw))
    return head, io.BufferedReader(_Chained(head, raw), HEAD_BYTES)


class _Chained(io.RawIOBase):
    """A head that was read already, then the rest. Closing it leaves the rest open: its owner closes it."""

    def __init__(self, head: bytes, rest: BinaryIO | io.RawIOBase) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            part = self._rest.read(len(buffer)) or b""
        buffer[: len(part)] = part
        return len(part)


class _Limited(io.RawIOBase):
    """Unpacked bytes, up to a limit: a small file can unpack to terabytes."""

    def __init__(self, packed: gzip.GzipFile, limit: int) -> None:
        self._packed = packed
        self._left = limit
        self._limit = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._packed.read(len(buffer))
        self._left -= len(part)
        if self._left < 0:
            raise LimitError(
                f"it unpacks to more than {self._limit:,} bytes",
                remedy="Unpack it yourself, or raise max_decompressed_bytes in the settings",
            )
        buffer[: len(part)] = part
        return len(part)
