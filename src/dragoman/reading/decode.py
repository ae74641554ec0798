"""Bytes to text: byte-order marks, UTF-8, what the page declares, then detection."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
#: Detection reads this much: enough to tell, and its cost grows with length.
_SAMPLE = 128 * 1024
#: Letters that are no text: all controls but tab, newline, carriage return; and the invisible joiners.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u00ad\ufffe\uffff]"
)
_BLANKS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NEWLINES = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def decode(raw: bytes, *, html: bool = False) -> str:
    """The text of ``raw``. Bytes that fit no encoding become U+FFFD; nothing raises."""
    encoding = encoding_of(raw, html=html)
    return raw.decode(encoding, errors="replace")


def encoding_of(raw: bytes, *, html: bool = False) -> str:
    """The name of the encoding ``raw`` is most likely in."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name
    if _nulls_alternate(raw):
        return "utf-16-le" if raw[1::2].count(0) > raw[::2].count(0) else "utf-16-be"
    if _is_utf8(raw):
        return "utf-8"
    declared = _DECLARED.search(raw[:4096]) if html else None
    if declared is not None:
        declared_name = _known(declared[1].decode("ascii", "replace"))
        if declared_name is not None and declared_name != "utf-8":
            return declared_name
    return _detect(raw)


def tidy(text: str) -> str:
    """``text`` with plain newlines and single blanks, without control and invisible characters."""
    return _BLANKS.sub(" ", _CONTROLS.sub("", _NEWLINES.sub("\n", _SURROGATES.sub("\ufffd", text))))


def looks_binary(raw: bytes) -> bool:
    """Whether ``raw`` (a file's beginning) is no text in any encoding we read."""
    if any(raw.startswith(bom) for bom, _ in _BOMS) or _nulls_alternate(raw):
        return False
    controls = sum(raw.count(byte) for byte in (*range(9), 11, *range(14, 27), *range(28, 32)))
    # A stray NUL in a text is damage that we mend; more than one in a hundred is not text.
    return controls * 100 > len(raw)


def _nulls_alternate(raw: bytes) -> bool:
    sample = raw[:2048]
    if len(sample) < 8 or sample.count(0) * 10 < len(sample) * 3:
        return False
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return min(even, odd) * 20 < max(even, odd) and max(even, odd) * 10 > len(sample) * 3


def _is_utf8(raw: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(raw, final=False)  # a sample may end inside a character
    except UnicodeDecodeError:
        return _mostly_utf8(raw)
    return True


def _mostly_utf8(raw: bytes) -> bool:
    """UTF-8 with a little damage: at most one broken place for ten good characters beyond ASCII."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - broken
    return good > broken * 10


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    # browsers read a page that calls itself Latin-1 as Windows-1252, and so do we
    if found in ("iso8859-1", "ascii"):
        return "cp1252"
    try:
        b"".decode(found)
    except LookupError:
        return None
    return found


def _detect(raw: bytes) -> str:
    sample = raw[:_SAMPLE]
    high = sum(byte > 0x7F for byte in sample)
    # English with a few curly quotes and accents: too little for statistics, and Windows-1252 nearly always.
    if high * 25 < len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return "cp1252" if best is None else (_known(best.encoding) or "cp1252")
