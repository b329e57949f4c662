"""The sweep over every text finds what it is there to find."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Literal, NewType

import pytest

from tests.texts.telegram_html import RefusedMarkupError
from tests.texts.test_every_text import Text, sweep, text_functions
from texts import labels
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Attachment, Button, Reply
from texts.words import Part, Words, bold, fitted, lines, name, plain

UnitId = NewType("UnitId", int)


class Mark(Enum):
    PRESENT = "present"
    LATE = "late"


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A value with everything that a domain value may hold."""

    id: UnitId
    holder: str | None
    month: int
    mark: Mark
    way: Literal["code", "wall"]
    opens_at: datetime
    first_day: date
    bell: time
    lasts: timedelta
    marks: Mapping[str, int]
    tags: frozenset[str]
    below: tuple["Seat", ...]
    beside: "Seat | None" = None

    def __post_init__(self) -> None:
        if self.month > 12:
            raise ValueError("A year has twelve months.")


def seat_card(lang: Language, seat: Seat, note: str, *, others: Sequence[Seat] = ()) -> Reply:
    who = bold(name(seat.holder or ""))
    words = lines(
        lang.say("{who}", who=who),
        lang.say("{at} {day} {bell}", at=seat.opens_at, day=seat.first_day, bell=seat.bell),
        *(name(other.holder or "") for other in (*others, *seat.below)),
        plain(note),
    )
    row = (Button(label=labels.done(lang), data=press("done", seat.id, seat.month)),)
    return Reply(words=fitted(words), buttons=rows(row, page_buttons("seats", seat.month, 12)))


def unescaped(_lang: Language, holder: str) -> Words:
    return Words(parts=(Markup(text=holder),))


class Markup(Part):
    def html(self) -> str:
        return self.text


def too_long(_lang: Language, note: str) -> Reply:
    return Reply(words=lines(name("note"), plain(note)))


def long_label(_lang: Language, holder: str) -> Reply:
    label = f"Please press here now, {holder}"
    return Reply(words=name(holder), buttons=((Button(label=label, data="v1:done:7:0"),),))


def caption_too_long(lang: Language) -> Reply:
    file = Attachment(file_name="board.xlsx", content=b"")
    return Reply(words=plain(lang.code * 600), attachment=file)


def asks_with_buttons(lang: Language) -> Reply:
    return Reply(words=name("why?"), asks=True, buttons=((Button(label="No", data=lang.code),),))


def unknown_type(_lang: Language, thing: complex) -> Words:
    return name(str(thing))


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_careful_card_passes(code: str) -> None:
    sweep(seat_card, code)


@pytest.mark.parametrize(
    ("function", "error"),
    [
        (unescaped, RefusedMarkupError),
        (too_long, AssertionError),
        # Either the length is noticed first, or that a name went in uncleaned.
        (long_label, (AssertionError, UnicodeEncodeError)),
        (caption_too_long, AssertionError),
        (asks_with_buttons, AssertionError),
        (unknown_type, TypeError),
    ],
)
def test_a_careless_text_is_found(
    function: Text, error: type[Exception] | tuple[type[Exception], ...]
) -> None:
    with pytest.raises(error):
        sweep(function, "en")


def test_the_topics_are_found_by_themselves() -> None:
    found = set(text_functions())
    assert {labels.done, labels.undo} <= found
    assert plain not in found
