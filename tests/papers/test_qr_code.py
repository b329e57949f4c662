"""The squares of a code on the wall are those that a phone reads."""

import pytest

from papers.qr_code import QrCode, draw


def dark_in(code: QrCode) -> set[tuple[int, int]]:
    return {(y, x) for y, row in enumerate(code.rows) for x, one in enumerate(row) if one}


def covered_by(path: str) -> set[tuple[int, int]]:
    covered = set()
    for run in path.split("M")[1:]:
        place, _, rest = run.partition("h")
        start, y = map(int, place.split())
        covered |= {(y, start + at) for at in range(int(rest.partition("v")[0]))}
    return covered


@pytest.mark.parametrize("text", ["https://t.me/muduo_bot?start=here", "木铎 · 签到"])
def test_the_path_covers_the_dark_squares_and_no_other(text: str) -> None:
    code = draw(text)
    assert covered_by(code.path) == dark_in(code)


def test_the_longest_deep_link_fits_a_code_that_a_phone_reads_from_the_last_row() -> None:
    code = draw("https://t.me/" + "n" * 32 + "?start=" + "p" * 64)
    assert len(code.rows) <= 53


def test_what_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        draw("x" * 3000)
