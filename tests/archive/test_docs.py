"""docs/archive.md names every table and column, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.archive import Archive, migrations

DOCS = Path(__file__).parents[2] / "docs" / "archive.md"


def documented() -> dict[str, list[str]]:
    """Table → columns as the docs' table of tables has them."""
    section = DOCS.read_text(encoding="utf-8").split("## Tables")[1].split("\n## ")[0]
    found = re.findall(r"^\| \**(\w+)\** \| [^|]+ \| (`.*) \|$", section, re.MULTILINE)
    return {table: re.findall(r"`([a-z_0-9]+)`", re.sub(r"\([^)]*\)", "", columns)) for table, columns in found}


def stored(archive: Archive) -> dict[str, list[str]]:
    """Table → columns as the file has them, without the inner tables of the search indexes."""
    tables = archive._store.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return {
        table: [column for (column,) in archive._store.rows("SELECT name FROM pragma_table_info(?)", (table,))]
        for (table,) in tables
    }


def test_the_docs_name_every_table_and_column(archive: Archive):
    assert documented() == stored(archive)


def test_the_docs_name_the_current_schema():
    text = DOCS.read_text(encoding="utf-8")
    assert f"(now {migrations.CURRENT})" in text
    assert all(f"\n| {migration.number} | " in text for migration in migrations.MIGRATIONS)
