"""Rows are as high as what stands in them: on paper nobody can pull them open."""

import pytest

from papers.row_heights import LINE_HEIGHT, MOST_LINES, column_width, row_height
from papers.table import Cell, Column


@pytest.mark.parametrize(
    ("cell", "width", "lines"),
    [
        ("青石小学", 9, 1),
        ("青石小学第一支部", 9, 2),
        ("one two", 8, 1),
        ("one two three", 8, 2),
        ("abcdefghijklmnop", 9, 2),
        ("x" * 10_000, 9, MOST_LINES),
        ("", 5, 1),
        (17, 1, 1),
        (None, 1, 1),
    ],
)
def test_a_row_has_as_many_lines_as_its_fullest_cell(cell: Cell, width: float, lines: int) -> None:
    assert row_height((1, cell), (5, width)) == lines * LINE_HEIGHT


@pytest.mark.parametrize(
    ("heading", "asked", "least"),
    [("Expected", 7, 9), ("应到", 7, 7), ("距届满（天）", 6, 6), ("Days left", 5, 5)],
)
def test_a_heading_is_broken_between_words_only(heading: str, asked: int, least: float) -> None:
    width = column_width(Column(heading=heading, width=asked))
    assert least <= width < least + 2
