"""The operators of status: loaded whole, composed by the table, and refused where a line is wrong."""

import re
from importlib import resources

import pytest

from dragoman.codebook.operators import load_operators
from dragoman.codebook.types import load_types
from dragoman.errors import CodebookError

TYPES = load_types()
OPERATORS = load_operators(TYPES)
SHIPPED = resources.files("dragoman.codebook").joinpath("operators.yaml").read_text(encoding="utf-8")
KINDS = ("verbs", "nouns", "adjectives", "modifiers")

# outer, inner, together
TOGETHER = [
    ("refused", "refused", "hypothetical"),  # refused to rule out
    ("planned", "requested", "requested"),  # will urge
    ("planned", "denied", "refused"),  # promised not to
    ("planned", "occurred", "planned"),
    ("denied", "planned", "denied"),  # denied plans to
    ("denied", "refused", "hypothetical"),  # denied that it had refused
    ("failed", "planned", "failed"),  # failed to agree to
    ("hypothetical", "refused", "hypothetical"),  # might refuse
    ("requested", "denied", "requested"),  # urged not to
    ("threatened", "cancelled", "threatened"),  # threatened to call off
    ("cancelled", "planned", "cancelled"),  # called off plans to
    ("ongoing", "planned", "planned"),
    ("ongoing", "occurred", "ongoing"),
]


@pytest.mark.parametrize(("outer", "inner", "together"), TOGETHER)
def test_composition(outer, inner, together):
    assert OPERATORS.compose(outer, inner) == together


def test_composition_always_gives_a_status():
    for outer in TYPES.statuses:
        for inner in TYPES.statuses:
            assert OPERATORS.compose(outer, inner) in TYPES.statuses


def test_what_stands_under_a_word_decides():
    seek = {kind: OPERATORS.find("verbs", "seek", kind) for kind in ("noun", "infinitive")}
    assert [o.status if o else None for o in seek.values()] == ["requested", "planned"]
    assert OPERATORS.find("nouns", "campaign", "noun", through_of=True) is None
    assert OPERATORS.find("nouns", "campaign", "infinitive") is not None
    assert OPERATORS.find("verbs", "sing", "infinitive") is None


@pytest.mark.parametrize("kind", KINDS)
def test_no_entry_is_out_of_reach(kind):
    """A word's later operator must take something that its earlier ones do not."""
    for word, operators in getattr(OPERATORS, kind).items():
        seen: set[tuple[str, bool, bool]] = set()
        for operator in operators:
            # "of: false" and "finite: false" leave some of what it takes to a later one
            ofs, finites = {operator.of, False}, {operator.finite, False}
            takes = {(what, of, finite) for what in operator.takes for of in ofs for finite in finites}
            assert not takes <= seen, f"{word!r} under {operator.id!r} is never reached"
            seen |= takes


def changed(old: str, new: str) -> str:
    assert SHIPPED.count(old) >= 1
    return SHIPPED.replace(old, new, 1)


WRONG = [
    (changed("    status: planned\n", "    status: plannned\n"), "unknown status 'plannned'"),
    (changed("    negated: refused\n", "    negated: never\n"), "unknown status 'never'"),
    (changed("    takes: infinitive\n", "    takes: everything\n"), "'takes' is 'everything'"),
    (changed("    holder: true\n", "    keeper: true\n"), "unknown key 'keeper'"),
    (changed("    holder: true\n", "    holder: maybe\n"), "'holder' is 'maybe'"),
    (changed("    otherwise: planned\n", ""), "go together"),
    (changed('never: [never, "no",', "never: [never, no,"), "False in 'never' is no word"),
    (changed('modifiers: [fabricated, "false",', "modifiers: [fabricated, false,"), "False in 'modifiers' is no word"),
    (changed("  planned: {denied: refused,", "  planned: {denied: refuted,"), "unknown status 'refuted'"),
    (changed("can: hypothetical", "can: maybe"), "unknown status 'maybe'"),
    (changed("motion: [", "movement: ["), "needs a list 'motion'"),
    (changed("composition:\n", "composing:\n"), "needs a mapping 'composition'"),
]


@pytest.mark.parametrize(("text", "what"), WRONG, ids=[w[1] for w in WRONG])
def test_a_wrong_line_names_file_and_line(tmp_path, text, what):
    file = tmp_path / "operators.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=re.escape(what)) as caught:
        load_operators(TYPES, file)
    assert caught.value.where is not None
    assert re.fullmatch(r"operators\.yaml:\d+", caught.value.where)
