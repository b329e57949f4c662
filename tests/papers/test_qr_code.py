"""QR codes of ours are those of another program, square by square."""

from pathlib import Path

import pytest

from papers.qr_code import QrCode, draw, draw_masked
from papers.qr_words import TooLongError

# Texts that fill their version to the last word, drawn by segno 1.6.6 at level M, each under a
# mask of its choice.
REFERENCES = (Path(__file__).parents[1] / "data" / "qr-codes.txt").read_text(encoding="ascii")


def references() -> dict[str, list[str]]:
    blocks = [block.splitlines() for block in REFERENCES.split("\n\n")]
    return {block[0].rpartition(" ")[0]: block[1:] for block in blocks}


def drawn(code: QrCode) -> list[str]:
    return ["".join(".#"[dark] for dark in row) for row in code.rows]


@pytest.mark.parametrize("text", references(), ids=lambda text: f"{len(text)} bytes")
def test_the_squares_are_those_of_another_program(text: str) -> None:
    masked = draw_masked(text)
    assert references()[text] in [drawn(code) for code in masked]
    assert draw(text) in masked


def test_the_path_covers_the_dark_squares_and_no_other() -> None:
    code = draw("https://t.me/muduo_bot?start=here")
    covered = set()
    for run in code.path.split("M")[1:]:
        place, _, rest = run.partition("h")
        start, y = map(int, place.split())
        covered |= {(int(y), start + at) for at in range(int(rest.partition("v")[0]))}
    dark = {(y, x) for y, row in enumerate(code.rows) for x, one in enumerate(row) if one}
    assert covered == dark


def test_the_longest_deep_link_fits() -> None:
    assert draw("https://t.me/" + "n" * 32 + "?start=" + "p" * 64)


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(TooLongError):
        draw("x" * 181)
