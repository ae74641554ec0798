"""The house rules: imports point down, stages do not know each other, only the command line prints."""

import ast
from pathlib import Path

import pytest

import dragoman

SOURCE = Path(dragoman.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = {"reading", "parsing", "coding", "grounding", "matching", "archive", "export"}
# What each room may import of ours, besides itself.
BELOW = {
    "records": set(),
    "errors": set(),
    "settings": {"errors"},
    "codebook": {"errors", "records"},
    "gazetteers": {"errors", "records"},
    **{stage: {"records", "errors", "settings", "codebook", "gazetteers"} for stage in STAGES},
    "views": {"records", "errors", "codebook", "gazetteers"},
    # coding and grounding meet here: who a pronoun is takes syntax and identities
    "grounded": {"records", "coding", "grounding"},
    "pipeline": {"records", "errors", "settings", "codebook", "gazetteers", "grounded"} | STAGES,
    # measures the pipeline as a whole, and stages by their own surface
    "evaluation": {"records", "errors", "settings", "codebook", "gazetteers", "pipeline"} | STAGES,
}


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the full name"
            names = [node.module or ""]
            if node.module == "dragoman":
                names = [f"dragoman.{a.name}" for a in node.names]
        rooms |= {n.split(".")[1] for n in names if n.startswith("dragoman.")}
    return rooms


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    if here not in BELOW:
        return  # cli, web, the front door and the spaCy component stand above the pipeline
    assert imported(path) - {here, "__init__"} <= BELOW[here]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_the_command_line_prints(path: Path) -> None:
    if room(path) == "cli":
        return
    calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    assert not [c.lineno for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"]


def test_the_front_door_is_small_and_pinned() -> None:
    assert sorted(dragoman.__all__) == [
        "Archive",
        "Article",
        "Claim",
        "Coder",
        "DragomanError",
        "Event",
        "Relation",
        "Settings",
        "TimeExpression",
        "__version__",
        "load",
        "match",
    ]
