from pathlib import Path
from typing import Any, cast

import pytest

from dragoman.evaluation.relations import evaluate
from dragoman.records import Relation
from tests.evaluation.conftest import Canned

HEADER = "sentence\tsource\ttarget\tgold_root\tgold_penta\tmarked_sentence\n"


def answer(plover: str | None) -> Relation:
    return Relation(plover, plover, None, "occurred", 0.9, (), ("a reason",))


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "gold.tsv"
    path.write_text(HEADER + "".join(row + "\n" for row in rows), encoding="utf-8")
    return path


def test_figures_by_hand(tmp_path: Path) -> None:
    answers = {"A b C.": "ACCUSE", "D e F.": "REJECT", "G h I.": "RETREAT", "J k L.": None}
    coder = Canned({text: answer(plover) for text, plover in answers.items()})
    path = table(
        tmp_path,
        "A b C.\tA\tC\tACCUSE\t3\t<s>A</s> b <t>C</t>.",
        "D e F.\tD\tF\tACCUSE\t3\t<s>D</s> e <t>F</t>.",
        "G h I.\tG\tI\tYIELD\t2\t<s>G</s> h <t>I</t>.",
        "J k L.\tJ\tL\tAID\t2\t<s>J</s> k <t>L</t>.",
    )
    report = evaluate(cast(Any, coder), path)
    # ACCUSE 2/3 (half found), YIELD 1 (a retreat is one), AID 0
    assert report.value("root macro F1") == pytest.approx((2 / 3 + 1 + 0) / 3)
    assert report.value("root accuracy") == 0.5
    # the rejected accusation is still verbal conflict; class 2: one of two found
    assert report.value("penta macro F1") == pytest.approx((1 + 2 / 3) / 2)
    assert [(m.kind, m.gold, m.found) for m in report.mistakes] == [
        ("ACCUSE found as REJECT", "ACCUSE", "REJECT"),
        ("AID found as (none)", "AID", "(none)"),
    ]
    assert report.mistakes[0].text == "«D» e «F»."


def test_marks_say_which_occurrence_is_meant(tmp_path: Path) -> None:
    sentence = "Kenya met Norway after Kenya had waited."
    coder = Canned({sentence: answer("CONSULT")})
    evaluate(
        cast(Any, coder),
        table(
            tmp_path, f"{sentence}\tKenya\tNorway\tCONSULT\t1\tKenya met <t>Norway</t> after <s>Kenya</s> had waited."
        ),
    )
    assert coder.asked == [((23, 28), (10, 16))]


def test_without_marks_words_are_looked_for_and_absent_parties_get_an_empty_range(tmp_path: Path) -> None:
    sentence = "the minister resigned."
    coder = Canned({sentence: answer("CONCEDE")})
    report = evaluate(
        cast(Any, coder), table(tmp_path, f"{sentence}\tThe  minister\ta recipient\tCONCEDE\t1\t{sentence}")
    )
    assert coder.asked == [((0, 12), (0, 0))]
    assert report.value("root macro F1") == 1.0
    assert report.notes == ("1 rows name a party that does not stand in the sentence",)
