"""The attendance sheet as a picture: bounded, readable without colour, whatever the names are."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image

from domain.activity import ActivityState
from domain.attendance_picture import (
    NAMES_A_PICTURE,
    AttendancePicture,
    figures_alone,
    page_of_names,
)
from domain.bilingual import Bilingual
from domain.check_in import CheckInState, Reason
from domain.ledger import ActivityEntry, AttendanceEntry, AttendanceSheet, Turnout
from domain.quorum import Quorum, Share
from papers.attendance_drawing import CAME, MISSED, draw_attendance
from papers.drawing import INK, UNKNOWN, drawable
from papers.pictures import make_attendance
from tests.papers.test_pictures import HOSTILE
from texts import attendance_pictures as texts
from texts.languages import Code, language
from texts.ledger_words import check_in_state

START = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
STATES = tuple(CheckInState)
MOST_BYTES, MOST_DOTS = 10_485_760, 10_000


def person(name: str, state: CheckInState) -> AttendanceEntry:
    return AttendanceEntry(
        unit="青石小学",
        title="学习",
        duty=None,
        starts_at=START,
        person=name,
        home="柳岸小学",
        state=state,
        reason=Reason.ILL if state is CheckInState.EXCUSED else None,
    )


def sheet_of(count: int, name: str = "林岚", title: str = "教职工政治学习") -> AttendanceSheet:
    people = tuple(person(name, STATES[one % len(STATES)]) for one in range(count))
    sums = {state: sum(one.state is state for one in people) for state in STATES}
    activity = ActivityEntry(
        unit=title,
        title=title,
        duty=Bilingual(zh="教职工政治学习", en="Staff study"),
        place=title,
        starts_at=START,
        state=ActivityState.HELD,
        turnout=Turnout(
            total=count,
            present=sums[CheckInState.PRESENT],
            late=sums[CheckInState.LATE],
            made_up=sums[CheckInState.MADE_UP],
            excused=sums[CheckInState.EXCUSED],
            absent=sums[CheckInState.ABSENT],
        ),
        quorum=Quorum(share=Share.HALF, due=9, present=7),
    )
    return AttendanceSheet(activity=activity, people=people, made_at=START)


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(content)) as picture:
        assert picture.format == "PNG"
        return picture.size


def names_of(count: int, page: int = 1, name: str = "林岚") -> AttendancePicture:
    return page_of_names(1, sheet_of(count, name), page)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_it_is_made_in_the_process_of_its_own(code: Code) -> None:
    assert size_of(make_attendance(names_of(1), code)) == size_of(
        draw_attendance(names_of(1), code)
    )


@pytest.mark.parametrize(
    ("count", "page", "size"),
    [
        pytest.param(0, 1, (1008, 396), id="nobody"),
        pytest.param(1, 1, (1008, 432), id="one"),
        pytest.param(40, 1, (1008, 1116), id="forty in two columns"),
        pytest.param(500, 1, (1476, 1836), id="the first of five pages"),
        pytest.param(500, 5, (1008, 756), id="the last of five pages"),
    ],
)
def test_telegram_takes_it_however_many_came(count: int, page: int, size: tuple[int, int]) -> None:
    content = draw_attendance(names_of(count, page), "en")
    assert size_of(content) == size
    assert sum(size) <= MOST_DOTS
    assert max(size) <= 20 * min(size)
    assert len(content) <= MOST_BYTES


def test_every_name_of_500_is_on_one_of_the_pages() -> None:
    pages = [names_of(500, page) for page in range(1, 6)]
    assert [one.number for page in pages for one in page.names] == list(range(1, 501))
    assert all(len(page.names) <= NAMES_A_PICTURE and page.pages == 5 for page in pages)
    assert names_of(500, 9).page == 5
    assert names_of(500, -3).page == 1


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("code", ["zh", "en"])
def test_no_name_changes_the_size_or_leaves_its_cell(name: str, code: Code) -> None:
    ours, theirs = draw_attendance(names_of(2), code), draw_attendance(names_of(2, 1, name), code)
    assert size_of(ours) == size_of(theirs)
    with Image.open(BytesIO(ours)) as one, Image.open(BytesIO(theirs)) as other:
        words = (600, 0, *one.size)
        assert list(one.crop(words).tobytes()) == list(other.crop(words).tobytes())


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_or_place_changes_the_size(title: str) -> None:
    picture = page_of_names(1, sheet_of(2, title=title), 1)
    assert size_of(draw_attendance(picture, "zh")) == size_of(draw_attendance(names_of(2), "zh"))


def test_the_same_sheet_is_the_same_picture() -> None:
    assert draw_attendance(names_of(14), "zh") == draw_attendance(names_of(14), "zh")


def test_reasons_and_homes_are_not_in_what_is_drawn() -> None:
    told = repr(names_of(12))
    assert str(Reason.ILL) not in told
    assert "柳岸小学" not in told


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_word_of_ours_is_in_the_font(code: Code) -> None:
    lang, picture = language(code), names_of(12)
    words = (
        *(word for pair in texts.figures(lang, picture) for word in pair),
        *texts.details(lang, picture),
        texts.as_of(lang, picture),
        texts.quorum(lang, picture),
        *(check_in_state(lang, state) for state in CheckInState),
    )
    assert not [word for word in words if UNKNOWN in drawable(word)]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_state_is_a_word_of_its_own(code: Code) -> None:
    words = {texts.standing(language(code), one) for one in names_of(len(STATES)).names}
    assert len(words) == len(STATES)


def test_words_are_read_on_either_shade_without_colour() -> None:
    def lightness(colour: str) -> int:
        with Image.new("RGB", (1, 1), colour) as dot, dot.convert("L") as grey:
            return grey.tobytes()[0]

    assert lightness(CAME) - lightness(MISSED) > 30
    assert lightness(MISSED) - lightness(INK) > 120


def test_figures_alone_hold_no_name() -> None:
    picture = figures_alone(1, sheet_of(40))
    assert "林岚" not in repr(picture)
    assert size_of(draw_attendance(picture, "zh")) == size_of(draw_attendance(names_of(0), "zh"))


def test_a_caption_says_what_is_drawn() -> None:
    assert texts.caption(language("en"), names_of(500, 2)).plain().splitlines()[3:] == [
        "Place: 教职工政治学习",
        "Expected 500 · Came 250 · Of these late 83 · On leave 83 · Absent 83 · Rate 50.0%",
        "7 of 9 with a vote, more than half: reached",
        "held, as of Fri 27 Nov 2026 15:00",
        "Picture: names 121 to 240",
    ]
