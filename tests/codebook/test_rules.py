"""Act × status → PLOVER, row by row against the coding manual."""

import pytest

from dragoman.codebook.types import load_rules, load_types
from dragoman.errors import CodebookError

TYPES = load_types()
ACTS = sorted(TYPES.types)
COOPERATIVE = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
HARMFUL = ("ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "SANCTION", "THREATEN")

# what the text tells, the act, its status, what it amounts to
ROWS = [
    ("a visit is paid", "CONSULT", "occurred", "CONSULT"),
    ("a siege goes on", "ASSAULT", "ongoing", "ASSAULT"),
    ("a visit is planned", "CONSULT", "planned", "AGREE"),
    ("a treaty is to be ratified", "SUPPORT", "planned", "AGREE"),
    ("an exercise together is planned", "COOPERATE", "planned", "AGREE"),
    ("aid is promised", "AID", "planned", "AGREE"),
    ("an agreement is expected", "AGREE", "planned", "AGREE"),
    ("a withdrawal is planned", "RETREAT", "planned", "CONCEDE"),
    ("a concession is announced", "CONCEDE", "planned", "CONCEDE"),
    ("an attack is planned", "ASSAULT", "planned", "ASSAULT"),
    ("sanctions are planned", "SANCTION", "planned", "SANCTION"),
    ("a march is planned", "PROTEST", "planned", "PROTEST"),
    ("talks are offered", "CONSULT", "offered", "AGREE"),
    ("aid is offered", "AID", "offered", "AGREE"),
    ("a withdrawal is offered", "RETREAT", "offered", "CONCEDE"),
    ("a concession is offered", "CONCEDE", "offered", "CONCEDE"),
    ("aid is requested", "AID", "requested", "REQUEST"),
    ("a release is demanded", "RETREAT", "requested", "REQUEST"),
    ("sanctions are called for", "SANCTION", "requested", "REQUEST"),
    ("an attack is threatened", "ASSAULT", "threatened", "THREATEN"),
    ("ending talks is threatened", "CONSULT", "threatened", "THREATEN"),
    ("aid is refused", "AID", "refused", "REJECT"),
    ("a withdrawal is refused", "RETREAT", "refused", "REJECT"),
    ("sanctions are vetoed", "SANCTION", "refused", "REJECT"),
    ("a meeting is called off", "CONSULT", "cancelled", "REJECT"),
    ("aid is called off", "AID", "cancelled", "REJECT"),
    ("a withdrawal is called off", "RETREAT", "cancelled", "REJECT"),
    ("an attack is called off", "ASSAULT", "cancelled", "ASSAULT"),
    ("an attack failed", "ASSAULT", "failed", "ASSAULT"),
    ("talks failed", "CONSULT", "failed", "CONSULT"),
    ("an attack is denied", "ASSAULT", "denied", "ASSAULT"),
    ("a visit did not take place", "CONSULT", "denied", "CONSULT"),
    ("an attack is possible", "ASSAULT", "hypothetical", "ASSAULT"),
    ("a visit is possible", "CONSULT", "hypothetical", "CONSULT"),
    ("hostages were rescued", "AID", "occurred", "AID"),
]


@pytest.mark.parametrize(("told", "act", "status", "plover"), ROWS, ids=[r[0] for r in ROWS])
def test_row(told, act, status, plover):
    assert TYPES.plover(act, status) == plover


@pytest.mark.parametrize("act", ACTS)
def test_every_type_in_every_status(act):
    """The manual's table as a whole: what a status makes of any act."""
    softened = act in ("RETREAT", "CONCEDE")
    expected = dict.fromkeys(("occurred", "ongoing", "failed", "denied", "hypothetical"), act)
    expected |= {"requested": "REQUEST", "threatened": "THREATEN", "refused": "REJECT"}
    expected["offered"] = "CONCEDE" if softened else "AGREE"
    expected["planned"] = "CONCEDE" if softened else "AGREE" if act in (*COOPERATIVE, "AGREE") else act
    expected["cancelled"] = act if act in HARMFUL else "REJECT"
    assert {status: TYPES.plover(act, status) for status in TYPES.statuses} == expected


def test_an_act_never_done_keeps_its_quad_class():
    for act in ACTS:
        for status in ("failed", "denied", "hypothetical"):
            assert TYPES.quad(TYPES.plover(act, status)) == TYPES.quad(act)


WRONG = [
    ("rules: []\n", "statuses"),
    ("statuses: [occurred]\nrules:\n  - {status: [occurred], act: any}\n", "lacks 'type'"),
    ("statuses: [occurred]\nrules:\n  - {status: [done], act: any, type: same}\n", "unknown status 'done'"),
    ("statuses: [occurred]\nrules:\n  - {status: [occurred], act: [DANCE], type: same}\n", "unknown type 'DANCE'"),
    ("statuses: [occurred]\nrules:\n  - {status: [occurred], act: any, type: DANCE}\n", "unknown type 'DANCE'"),
    ("statuses: [occurred, planned]\nrules:\n  - {status: [occurred], act: any, type: same}\n", "planned"),
]


@pytest.mark.parametrize(("text", "what"), WRONG, ids=[w[1] for w in WRONG])
def test_a_wrong_table_names_file_and_fault(tmp_path, text, what):
    file = tmp_path / "rules.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=what) as caught:
        load_rules(TYPES.types, file)
    assert caught.value.where is not None
    assert caught.value.where.startswith("rules.yaml:")
