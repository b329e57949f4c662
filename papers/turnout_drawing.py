"""Draw attendance over a year: outlined bars for those expected, filled ones for those who came."""

from domain.board_picture import MonthTurnout, TurnoutPicture
from papers.drawing import FAINT, INK, LINE, Sheet, cut
from texts import board_pictures as words
from texts.languages import Code, Language, language

WIDTH, HEIGHT = 10.0, 5.2
MARGIN, TOP, FLOOR = 0.6, 1.1, 4.3
CAME, EXPECTED = "#0b6e99", "#ffffff"


def draw_turnout(picture: TurnoutPicture, code: Code) -> bytes:
    """A PNG."""
    lang = language(code)
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.write((MARGIN, 0.3), cut(words.title(lang, picture), 60), size=14)
    as_of = words.as_of(lang, picture)
    sheet.write((WIDTH - MARGIN, 0.3), as_of, ink=FAINT, align="right")
    sheet.box((MARGIN, FLOOR), (WIDTH - 2 * MARGIN, 0), fill=INK, line=INK)
    most = max(1, *(one.expected for one in picture.months))
    step = (WIDTH - 2 * MARGIN) / len(picture.months)
    for number, (name, month) in enumerate(
        zip(words.month_names(lang), picture.months, strict=True)
    ):
        left = MARGIN + number * step
        _bar(sheet, month, (left + step * 0.15, step * 0.7), most)
        sheet.write((left + step / 2, FLOOR + 0.2), name, align="center")
    _foot(sheet, lang)
    return sheet.content()


def _bar(sheet: Sheet, month: MonthTurnout, place: tuple[float, float], most: int) -> None:
    left, width = place
    middle = left + width / 2
    if not month.expected:
        sheet.write((middle, FLOOR - 0.15), "·", ink=LINE, align="center")
        return
    tall = (FLOOR - TOP) * month.expected / most
    filled = (FLOOR - TOP) * month.came / most
    sheet.box((left, FLOOR - tall), (width, tall), fill=EXPECTED, line=INK)
    sheet.box((left, FLOOR - filled), (width, filled), fill=CAME, line=INK)
    top = FLOOR - tall
    sheet.write((middle, top - 0.32), words.share(month.came, month.expected), align="center")
    figures = f"{month.came}/{month.expected}"
    sheet.write((middle, top - 0.12), figures, size=8, ink=FAINT, align="center")


def _foot(sheet: Sheet, lang: Language) -> None:
    expected, came = words.turnout_words(lang)
    middle, left = HEIGHT - 0.3, MARGIN
    for fill, said in ((EXPECTED, expected), (CAME, came)):
        sheet.box((left, middle - 0.1), (0.24, 0.2), fill=fill, line=INK)
        sheet.write((left + 0.34, middle), said)
        left += 1.8
