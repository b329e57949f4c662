"""What people write when a term ends, in both languages."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.schedule_words.standpoint import Standpoint
from domain.schedule_words.word_settings import WordSettings
from domain.term_answer import AnswerKind, Turnout
from domain.term_words import TermWords, read
from domain.working_day import WorkingCalendar

HERE = Standpoint(
    now=datetime(2027, 2, 19, 9, tzinfo=UTC).replace(tzinfo=None),
    zone=ZoneInfo("Asia/Shanghai"),
    calendar=WorkingCalendar(special_days={}, published_years=frozenset()),
    words=WordSettings(),
)
EXTENDED = TermWords(
    kind=AnswerKind.EXTENDED,
    day=date(2027, 12, 31),
    approved_by="区教育党委",
    approved_on=date(2027, 2, 3),
)
HELD = TermWords(kind=AnswerKind.HELD, day=date(2027, 2, 16), turnout=Turnout(due=20, present=17))
PLANNED = TermWords(kind=AnswerKind.PLANNED, day=date(2027, 3, 15))


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("延期至12月31日，区教育党委2月3日批准", EXTENDED),
        ("延期到2027年12月31日,经区教育党委于2月3日批准", EXTENDED),
        ("任期延长至12月31日；区教育党委批准于2月3日", EXTENDED),
        ("已于2月16日召开，应到20人，实到17人", HELD),
        ("2月16日召开，应到20，实到17", HELD),
        ("选举定于3月15日", PLANNED),
        ("换届选举3月15日", PLANNED),
        ("离任 陈帆", TermWords(kind=AnswerKind.VACATED, rest="陈帆")),
        ("职务空缺", TermWords(kind=AnswerKind.VACATED)),
        ("held on 16 Feb, 20 due, 17 present", HELD),
        ("Held 16 February, 20 were due, 17 were present", HELD),
        ("election on 15 March", PLANNED),
        ("Election 2027-03-15", PLANNED),
        ("office left Chen Fan", TermWords(kind=AnswerKind.VACATED, rest="Chen Fan")),
        (
            "extended until 31 Dec, approved by the district committee on 3 Feb",
            TermWords(
                kind=AnswerKind.EXTENDED,
                day=date(2027, 12, 31),
                approved_by="the district committee",
                approved_on=date(2027, 2, 3),
            ),
        ),
        ("extended until 31 Dec", TermWords(kind=AnswerKind.EXTENDED, day=date(2027, 12, 31))),
    ],
)
def test_an_answer_is_read_in_one_go(words: str, meaning: TermWords) -> None:
    assert read(words, HERE) == meaning


@pytest.mark.parametrize(
    ("words", "asked", "meaning"),
    [
        ("20，17", AnswerKind.HELD, TermWords(turnout=Turnout(due=20, present=17))),
        ("应到20人实到17人", AnswerKind.HELD, TermWords(turnout=Turnout(due=20, present=17))),
        ("17, 20", AnswerKind.HELD, TermWords()),
        ("3月15日", AnswerKind.PLANNED, TermWords(day=date(2027, 3, 15))),
        ("2月16日", AnswerKind.HELD, TermWords(day=date(2027, 2, 16))),
        (
            "区教育党委2月3日",
            AnswerKind.EXTENDED,
            TermWords(rest="区教育党委", rest_on=date(2027, 2, 3)),
        ),
        (
            "the district committee on 3 Feb",
            AnswerKind.EXTENDED,
            TermWords(rest="the district committee", rest_on=date(2027, 2, 3)),
        ),
        ("日" * 5000, AnswerKind.EXTENDED, TermWords()),
        ("", AnswerKind.HELD, TermWords()),
    ],
    ids=[
        "a pair",
        "a pair in words",
        "more than were due",
        "a day to come",
        "a day that was",
        "who and when",
        "who and when in English",
        "5000 characters",
        "nothing",
    ],
)
def test_what_is_asked_for_may_be_answered_alone(
    words: str, asked: AnswerKind, meaning: TermWords
) -> None:
    assert read(words, HERE, asked=asked) == meaning
