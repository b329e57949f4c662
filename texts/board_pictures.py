"""The pictures of a year: what stands on them, and under them for whoever cannot see them."""

from dataclasses import replace
from datetime import date

from domain.bilingual import Bilingual
from domain.board_picture import BoardPicture, BoardPictureCard, PictureRow, TurnoutPicture
from domain.period import Period
from domain.status import Mark, Tally
from texts.cleaning import one_line
from texts.languages import Language
from texts.presses import press
from texts.replies import Attachment, Button, Reply
from texts.status import SYMBOLS
from texts.words import (
    CAPTION_LIMIT,
    NAME_LIMIT,
    NOTHING,
    Words,
    bold,
    fitted,
    lines,
    name,
    our_own,
    plain,
)

# A hundred is said as such only when it is one.
ALL = 100


def title(lang: Language, picture: BoardPicture | TurnoutPicture) -> str:
    """Unit, year, and what is shown; plain."""
    year = lang.period_name(picture.year.key)
    unit = one_line(picture.unit.name, NAME_LIMIT)
    if isinstance(picture, TurnoutPicture):
        return lang.label("{unit} · {year} · attendance", unit=unit, year=year)
    return lang.label("{unit} · {year} · what was due", unit=unit, year=year)


def as_of(lang: Language, picture: BoardPicture | TurnoutPicture) -> str:
    """The day of the figures."""
    return lang.label("As of {day}", day=lang.day(picture.today, with_year=True))


def legend(lang: Language) -> tuple[tuple[Mark, str], ...]:
    """What the symbols mean."""
    return (
        (Mark.DONE, lang.label("all done")),
        (Mark.OPEN, lang.label("some still open")),
        (Mark.OVERDUE, lang.label("some late or missed")),
    )


def how_to_read(lang: Language) -> str:
    """What the numbers of a cell are."""
    return lang.label("done / due, by the month of the last day")


def month_names(lang: Language) -> tuple[str, ...]:
    """Short, from January to December."""
    return tuple(lang.month_short(date(2000, number, 1)) for number in range(1, 13))


def year_word(lang: Language) -> str:
    """Over the last column."""
    return lang.label("Whole year")


def all_together(lang: Language) -> str:
    """The first row."""
    return lang.label("All together")


def name_of(lang: Language, called: Bilingual) -> str:
    """Of a unit or a duty, plain and on one line."""
    return one_line(lang.choose(zh=called.zh, en=called.en), NAME_LIMIT) or NOTHING


def turnout_words(lang: Language) -> tuple[str, str]:
    """Those expected, and those who came."""
    return lang.label("expected"), lang.label("came")


def share(done: int, due: int) -> str:
    """Rounded down, so that all is said only of all; a dash where nothing was due."""
    return f"{done * ALL // due}%" if due else NOTHING


def board_caption(lang: Language, picture: BoardPicture) -> Words:
    """The figures of the picture in words, row by row as far as they fit."""
    said = [
        bold(plain(title(lang, picture))),
        lang.say("Picture: what was due in each month. {tally}", tally=_figures(picture.whole)),
        *(_line(lang, row) for row in picture.rows),
    ]
    return fitted(lines(*said), CAPTION_LIMIT)


def _line(lang: Language, row: PictureRow) -> Words:
    return lang.say("{name}: {tally}", name=name(name_of(lang, row.name)), tally=_figures(row))


def _figures(row: PictureRow) -> Words:
    total = row.total
    due = total.done + total.open + total.overdue
    if not due:
        return our_own("–")
    late = f" · {SYMBOLS[Mark.OVERDUE]} {total.overdue}" if total.overdue else ""
    still = f" · {SYMBOLS[Mark.OPEN]} {total.open}" if total.open else ""
    return our_own(f"{SYMBOLS[Mark.DONE]} {total.done}/{due}{still}{late}")


def turnout_caption(lang: Language, picture: TurnoutPicture) -> Words:
    """The figures in words, month by month."""
    names = month_names(lang)
    said = [
        lang.say(
            "{month}: {came} of {expected} ({share})",
            month=names[number],
            came=one.came,
            expected=one.expected,
            share=share(one.came, one.expected),
        )
        for number, one in enumerate(picture.months)
        if one.expected
    ]
    heading = bold(plain(title(lang, picture)))
    total = picture.total
    if not total.expected:
        return lines(heading, lang.say("Nothing was held yet."))
    first = lang.say(
        "Picture: attendance by month. In all {came} of {expected} ({share}).",
        came=total.came,
        expected=total.expected,
        share=share(total.came, total.expected),
    )
    return lines(heading, first, *said)


def being_drawn(lang: Language) -> str:
    """Answered at once; the picture follows."""
    return lang.label("I am drawing it.")


def board_file(lang: Language, picture: BoardPicture, content: bytes | None) -> Reply:
    """The picture with its words; the words alone where it could not be drawn."""
    return Reply(
        words=board_caption(lang, picture),
        buttons=tuple(row for row in (_pages(picture), _others(lang, picture)) if row),
        attachment=attached(lang, picture, content) if content else None,
    )


def turnout_file(lang: Language, picture: TurnoutPicture, content: bytes | None) -> Reply:
    """The same for attendance."""
    return Reply(
        words=turnout_caption(lang, picture),
        attachment=attached(lang, picture, content) if content else None,
    )


def board_card(lang: Language, card: BoardPictureCard) -> Reply:
    """As it comes by itself: the picture is added by whoever sends it."""
    reply = board_file(lang, card.picture, None)
    stop = Button(label=lang.label("Send no more"), data=press("monthly_board", 0, 1))
    words = reply.words
    if card.unsent:
        more = lang.many(
            "{count} further unit of yours stands under /status.",
            "{count} further units of yours stand under /status.",
            card.unsent,
        )
        words = lines(fitted(words, CAPTION_LIMIT - len(more.plain()) - 1), more)
    return replace(reply, words=words, buttons=(*reply.buttons, (stop,)))


def attached(lang: Language, picture: BoardPicture | TurnoutPicture, content: bytes) -> Attachment:
    """The file as it is shown in the chat."""
    return Attachment(
        file_name=lang.label("board-{year}.png", year=picture.year.key),
        content=content,
        is_picture=True,
    )


def _others(lang: Language, picture: BoardPicture) -> tuple[Button, ...]:
    key = picture_key(picture.unit.id, picture.year)
    return (
        Button(label=lang.label("📈 Attendance"), data=press("turnout_pic", key, 0)),
        Button(
            label=f"‹ {picture.year.first_day.year - 1}",
            data=press("board_pic", f"{picture.unit.id}-{picture.year.first_day.year - 1}", 1),
        ),
    )


def _pages(picture: BoardPicture) -> tuple[Button, ...]:
    """Each page is a picture of its own: a new message, so that the first stays to look at."""
    key = picture_key(picture.unit.id, picture.year)
    here, pages = picture.page, picture.pages
    found = [
        (page, mark) for page, mark in ((here - 1, "‹"), (here + 1, "›")) if 1 <= page <= pages
    ]
    return tuple(
        Button(label=f"{mark} {page}/{pages}", data=press("board_pic", key, page))
        for page, mark in found
    )


def picture_key(unit_id: int, year: Period) -> str:
    """A unit and a year in a button."""
    return f"{unit_id}-{year.key}"


def due_of(cell: Tally) -> int:
    """Everything that was due."""
    return cell.done + cell.open + cell.overdue
