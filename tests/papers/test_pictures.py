"""The pictures of the board: drawn with the font that comes along, whatever the names are."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from domain.bilingual import Bilingual
from domain.board_picture import (
    MONTHS,
    BoardPicture,
    MonthTurnout,
    PictureRow,
    TurnoutPicture,
)
from domain.period import period_named
from domain.status import Mark, Tally
from domain.unit import Unit
from papers.board_drawing import draw_board
from papers.drawing import FILLS, FONT, INKS, SYMBOLS, UNKNOWN, cut, drawable
from papers.pictures import make_board, make_turnout
from texts.languages import Code

UNIT = Unit(id=1, name="江畔教育局党委", kind="委员会", path="/1/", parent_id=None)
CELLS = (Tally(done=2), Tally(done=1, open=1), Tally(overdue=3), *([None] * 9))


def row(name: str, cells: tuple[Tally | None, ...] = CELLS) -> PictureRow:
    return PictureRow(name=Bilingual(zh=name, en=name), cells=cells)


PICTURE = BoardPicture(
    unit=UNIT,
    year=period_named("2026"),
    today=date(2026, 11, 20),
    whole=row("全部"),
    rows=(row("青石小学"), row("柳岸小学")),
)
TURNOUT = TurnoutPicture(
    unit=UNIT,
    year=period_named("2026"),
    today=date(2026, 11, 20),
    months=(MonthTurnout(held=1, expected=5, came=4), *([MonthTurnout()] * (MONTHS - 1))),
)
HOSTILE = [
    pytest.param("🏫😀" * 40, id="pictures of feelings"),
    pytest.param("字" * 200, id="200 characters"),
    pytest.param("فرع \u202eالمدرسة", id="from right to left"),
    pytest.param("$\\frac{1}{0}$ $ $$ \\", id="a formula"),
    pytest.param("一行\n二行\t\x00\x1b[31m", id="lines and controls"),
    pytest.param("", id="no name at all"),
    pytest.param("\u0301\u0301\u0301", id="marks on nothing"),
]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_both_pictures_are_made_in_the_process_of_their_own(code: Code) -> None:
    for content in (make_board(PICTURE, code), make_turnout(TURNOUT, code)):
        with Image.open(BytesIO(content)) as picture:
            assert picture.format == "PNG"
            # Telegram refuses what is more than twenty times as long as wide.
            assert max(picture.size) < 20 * min(picture.size)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_the_picture_or_leaves_its_line(name: str) -> None:
    ours = draw_board(PICTURE, "zh")
    theirs = draw_board(replace(PICTURE, rows=(row(name), row("柳岸小学"))), "zh")
    with Image.open(BytesIO(ours)) as one, Image.open(BytesIO(theirs)) as other:
        assert one.size == other.size
        # Right of the names everything is as it was, to the last dot.
        width, height = one.size
        cells = (330, 0, width, height)
        assert list(one.crop(cells).tobytes()) == list(other.crop(cells).tobytes())


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("青石小学 Ünïcode ✓", "青石小学 Ünïcode ✓"),
        ("🏫 小学 😀😀", f"{UNKNOWN} 小学 {UNKNOWN}"),
        ("一行\n二行", "一行 二行"),
        ("$x^2$", "$x^2$"),
        ("\u202e字\x00", "字"),
    ],
)
def test_what_the_font_lacks_is_one_box(written: str, drawn: str) -> None:
    assert drawable(written) == drawn


@pytest.mark.parametrize(
    ("written", "columns", "drawn"),
    [("青石小学", 8, "青石小学"), ("青石小学", 7, "青石小…"), ("abcdef", 4, "abc…"), ("", 4, "")],
)
def test_a_chinese_character_takes_two_columns(written: str, columns: int, drawn: str) -> None:
    assert cut(written, columns) == drawn


def test_marks_differ_by_symbol_and_by_lightness_not_by_colour_alone() -> None:
    assert len(set(SYMBOLS.values())) == len(Mark)
    greys = sorted(_lightness(FILLS[mark]) for mark in Mark)
    steps = [bright - dark for dark, bright in pairwise(greys)]
    assert min(steps) > 30
    for mark in Mark:
        assert abs(_lightness(FILLS[mark]) - _lightness(INKS[mark])) > 120


def _lightness(colour: str) -> int:
    with Image.new("RGB", (1, 1), colour) as dot, dot.convert("L") as grey:
        return grey.tobytes()[0]


def test_every_word_is_drawn_with_the_font_that_comes_along() -> None:
    assert FONT.endswith("NotoSansSC-Regular.otf")
    for symbol in SYMBOLS.values():
        assert drawable(symbol) == symbol


DRAW = (
    "import sys;"
    "from papers.board_drawing import draw_board;"
    "from tests.papers.test_pictures import PICTURE;"
    "sys.stdout.buffer.write(draw_board(PICTURE, sys.argv[1]))"
)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_machine_without_any_font_draws_the_same_picture(code: Code, tmp_path: Path) -> None:
    nothing = tmp_path / "fonts.conf"
    nothing.write_text("<fontconfig></fontconfig>")
    bare = {"HOME": str(tmp_path), "FONTCONFIG_FILE": str(nothing), "LANG": "C", "PATH": ""}
    drawn = subprocess.run(
        [sys.executable, "-c", DRAW, code], env=bare, capture_output=True, check=True
    )
    assert drawn.stdout == draw_board(PICTURE, code)
