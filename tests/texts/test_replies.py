"""A button can always be pressed, and a press can always be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts.hostile import hostile_strings
from texts.presses import Press, page_buttons, parse_press, press, rows
from texts.replies import Button


def test_a_press_is_read_back_as_it_was_written() -> None:
    assert press("done", 7, 3) == "v1:done:7:3"
    assert parse_press("v1:done:7:3") == Press(verb="done", subject_id="7", version=3)
    assert parse_press(press("open_board", "2026-Q4")) == Press(
        verb="open_board", subject_id="2026-Q4"
    )


@given(
    st.from_regex(r"[a-z_]{1,20}", fullmatch=True),
    st.integers(min_value=0, max_value=2**63),
    st.integers(min_value=0, max_value=2**31),
)
def test_every_press_fits_into_telegrams_64_bytes(verb: str, subject: int, version: int) -> None:
    written = press(verb, subject, version)
    assert len(written.encode()) <= 64
    assert parse_press(written) == Press(verb=verb, subject_id=str(subject), version=version)


def test_a_press_that_we_did_not_write_is_nothing() -> None:
    ours = {"v1:done:7:0"}
    for written in hostile_strings():
        assert (parse_press(written) is not None) == (written in ours)
    for written in ("v2:done:7:0", "v1:done:7", "v1:done:7:01", "v1:done:7:0\n", "v1:done:٧:0"):
        assert parse_press(written) is None


@pytest.mark.parametrize(
    ("verb", "subject"),
    [("done", "a:b"), ("done", ""), ("Done", 7), ("done", "长"), ("d", "x" * 60)],
)
def test_a_press_that_could_not_be_read_back_is_refused(verb: str, subject: int | str) -> None:
    with pytest.raises(ValueError, match="cannot be sent by a button"):
        press(verb, subject)


def test_a_button_does_exactly_one_thing() -> None:
    for both in ({}, {"data": "v1:done:7:0", "url": "https://example.org"}):
        with pytest.raises(ValueError, match="either data or a url"):
            Button(label="Done", **both)
    for too_much in ("", "x" * 65, "木" * 22):
        with pytest.raises(ValueError, match="64 bytes"):
            Button(label="Done", data=too_much)


@pytest.mark.parametrize(
    ("page", "pages", "labels"),
    [
        (2, 5, ["‹", "2/5", "›"]),
        (1, 5, ["1/5", "›"]),
        (5, 5, ["‹", "5/5"]),
        (9, 5, ["‹", "5/5"]),
        (1, 1, []),
        (1, 0, []),
    ],
)
def test_pages_are_turned_one_at_a_time(page: int, pages: int, labels: list[str]) -> None:
    row = page_buttons("board", page, pages, subject_id=12)
    assert [button.label for button in row] == labels
    for button in row:
        turned = parse_press(button.data or "")
        assert turned is not None
        assert (turned.verb, turned.subject_id) == ("board", "12")
        assert 1 <= turned.version <= pages


def test_an_empty_row_is_left_out() -> None:
    row = (Button(label="Done", data="v1:done:7:0"),)
    assert rows((), row, page_buttons("board", 1, 1)) == (row,)
