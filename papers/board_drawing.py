"""Draw the board of a year: a row for each unit, a column for each month, a symbol in each cell."""

from domain.board_picture import BoardPicture, PictureRow
from domain.status import Tally
from papers.drawing import FAINT, FILLS, INKS, LINE, SYMBOLS, Sheet, cut
from texts import board_pictures as words
from texts.languages import Code, Language, language

MARGIN, TOP, FOOT = 0.25, 1.0, 0.55
NAMES, MONTH, YEAR, ROW = 2.3, 0.72, 1.0, 0.34
NAME_COLUMNS = 28
# Beyond this the numbers are too long for a cell, and a share says it.
MOST_IN_NUMBERS = 999
GAP = 0.03


def draw_board(picture: BoardPicture, code: Code) -> bytes:
    """A PNG."""
    lang = language(code)
    months = words.month_names(lang)
    width = MARGIN * 2 + NAMES + MONTH * len(months) + YEAR
    rows = (picture.whole, *picture.rows)
    sheet = Sheet(width, TOP + ROW * len(rows) + FOOT)
    _head(sheet, lang, picture, width)
    for number, row in enumerate(rows):
        is_whole = number == 0
        called = words.all_together(lang) if is_whole else words.name_of(lang, row.name)
        _row(sheet, row, TOP + number * ROW, cut(called, NAME_COLUMNS))
    _foot(sheet, lang, TOP + ROW * len(rows) + FOOT / 2)
    return sheet.content()


def _head(sheet: Sheet, lang: Language, picture: BoardPicture, width: float) -> None:
    sheet.write((MARGIN, 0.3), cut(words.title(lang, picture), 70), size=14)
    pages = f" · {picture.page}/{picture.pages}" if picture.pages > 1 else ""
    as_of = words.as_of(lang, picture) + pages
    sheet.write((width - MARGIN, 0.3), as_of, ink=FAINT, align="right")
    names = (*words.month_names(lang), words.year_word(lang))
    for number, name in enumerate(names):
        left, size = _column(number)
        sheet.write((left + size / 2, TOP - 0.18), name, align="center")


def _column(number: int) -> tuple[float, float]:
    """Where a column begins and how wide it is; the last is the year."""
    return MARGIN + NAMES + MONTH * number, MONTH if number < 12 else YEAR


def _row(sheet: Sheet, row: PictureRow, top: float, name: str) -> None:
    sheet.write((MARGIN, top + ROW / 2), name)
    total = row.total if words.due_of(row.total) else None
    for number, cell in enumerate((*row.cells, total)):
        left, size = _column(number)
        _cell(sheet, (left + GAP, top + GAP), (size - 2 * GAP, ROW - 2 * GAP), cell)


def _cell(
    sheet: Sheet, at: tuple[float, float], size: tuple[float, float], cell: Tally | None
) -> None:
    middle = (at[0] + size[0] / 2, at[1] + size[1] / 2)
    mark = cell.mark if cell else None
    if cell is None or mark is None:
        sheet.write(middle, "·", ink=LINE, align="center")
        return
    due = words.due_of(cell)
    figures = f"{cell.done}/{due}" if due <= MOST_IN_NUMBERS else words.share(cell.done, due)
    sheet.box(at, size, fill=FILLS[mark])
    said = f"{SYMBOLS[mark]} {figures}"
    sheet.write(middle, said, size=8.5, ink=INKS[mark], align="center")


def _foot(sheet: Sheet, lang: Language, middle: float) -> None:
    left = MARGIN
    for mark, said in words.legend(lang):
        sheet.box((left, middle - 0.1), (0.24, 0.2), fill=FILLS[mark])
        sheet.write((left + 0.12, middle), SYMBOLS[mark], size=8, ink=INKS[mark], align="center")
        sheet.write((left + 0.32, middle), said)
        left += 1.8
    sheet.write((left, middle), words.how_to_read(lang), ink=FAINT)
