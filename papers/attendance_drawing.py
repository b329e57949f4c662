"""Draw an attendance sheet: the figures in boxes, below them names with a word in columns."""

from domain.attendance_picture import AttendancePicture, NamedState
from domain.check_in import CheckInState
from papers.drawing import Sheet, cut
from texts import attendance_pictures as words
from texts.languages import Code, Language, language

MARGIN, WIDTH = 0.3, 3.9
FIGURE, ROW, GAP = 0.75, 0.3, 0.15
NUMBER, STATE = 0.5, 1.35
NAME_COLUMNS = 24
# A second and a third column as soon as one is longer than a phone shows at once.
SECOND, THIRD = 10, 60
# Who came stands on white, others on grey: the word says it, the shade finds it.
CAME, MISSED, DIM = "#ffffff", "#dddddd", "#555555"
THERE = (CheckInState.PRESENT, CheckInState.LATE, CheckInState.MADE_UP)


def draw_attendance(picture: AttendancePicture, code: Code) -> bytes:
    """A PNG; its size follows from how many names there are, never from what they are."""
    lang = language(code)
    columns = 1 + (len(picture.names) > SECOND) + (len(picture.names) > THIRD)
    lines = -(-len(picture.names) // columns)
    quorum = words.quorum(lang, picture)
    top = 1.95 + FIGURE + (0.3 if quorum else 0)
    width = WIDTH * max(2, columns)
    sheet = Sheet(width + 2 * MARGIN, top + ROW * lines + MARGIN)
    _head(sheet, lang, picture, width)
    if quorum:
        sheet.write((MARGIN, 1.95 + FIGURE), cut(quorum, 90), size=10)
    column = (width + GAP) / columns
    for number, one in enumerate(picture.names):
        left, line = divmod(number, lines)
        at = (MARGIN + left * column, top + line * ROW)
        _line(sheet, lang, one, at, column - GAP)
    return sheet.content()


def _head(sheet: Sheet, lang: Language, picture: AttendancePicture, width: float) -> None:
    sheet.write((MARGIN, 0.35), cut(words.title(lang, picture), 60), size=15)
    pages = f" · {picture.page}/{picture.pages}" if picture.pages > 1 else ""
    held_by, starts, where = words.details(lang, picture)
    sheet.write((MARGIN, 0.75), cut(held_by, 90), size=10)
    sheet.write((MARGIN, 1.02), f"{starts} · {cut(where, 56)}", size=10)
    sheet.write((MARGIN, 1.29), words.as_of(lang, picture) + pages, ink=DIM)
    counted = words.figures(lang, picture)
    size = width / len(counted)
    for number, (label, figure) in enumerate(counted):
        left = MARGIN + number * size
        sheet.box((left, 1.55), (size, FIGURE), fill=CAME)
        sheet.write((left + size / 2, 1.55 + FIGURE * 0.35), figure, size=15, align="center")
        sheet.write((left + size / 2, 1.55 + FIGURE * 0.75), label, align="center")


def _line(
    sheet: Sheet, lang: Language, one: NamedState, at: tuple[float, float], width: float
) -> None:
    left, top = at
    middle = top + ROW / 2
    fill = CAME if one.state in THERE else MISSED
    sheet.box(at, (width, ROW), fill=fill)
    sheet.write((left + NUMBER - 0.1, middle), str(one.number), ink=DIM, align="right")
    sheet.write((left + NUMBER, middle), cut(words.called(one), NAME_COLUMNS), size=10)
    sheet.write((left + width - STATE, middle), words.standing(lang, one), size=10)
