from dragoman.views.near_names import near_names

NAMES = ["Amina Wanjiru", "Government of Kenya", "Police (Kenya)", "Peter Otieno", "Otieno's party"]


def test_a_slip_of_the_pen_finds_the_name() -> None:
    assert near_names("Wanjiro", NAMES) == ["Amina Wanjiru"]
    assert near_names("goverment of kenya", NAMES)[0] == "Government of Kenya"
    assert near_names("Polise", NAMES) == ["Police (Kenya)"]


def test_what_is_like_no_name_finds_none() -> None:
    assert near_names("Norway", NAMES) == []
    assert near_names("", NAMES) == []
