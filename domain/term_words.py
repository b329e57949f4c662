"""Read an answer about a term: 延期至12月31日，区党委批准; held on 16 Feb, 20 due, 17 present."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from unicodedata import normalize

from domain.schedule_words import typed
from domain.schedule_words.leaning import Lean
from domain.schedule_words.standpoint import Standpoint
from domain.term_answer import AnswerKind, Turnout, turnout_of

LONGEST = 300
LONGEST_NAME = 64
# A name and a day; each place where they may part is looked at.
LONGEST_APPROVAL = 96

ReadDay = Callable[[str, Lean], date | None]


@dataclass(frozen=True, kw_only=True)
class TermWords:
    """What was said: a kind where one was named, and whatever else was there.

    `rest` is what is neither, such as the name of whoever approved, `rest_on` the day beside it.
    """

    kind: AnswerKind | None = None
    day: date | None = None
    approved_by: str = ""
    approved_on: date | None = None
    turnout: Turnout | None = None
    rest: str = ""
    rest_on: date | None = None


_I = re.IGNORECASE
# A comma between a day and its year parts nothing.
_PARTS = re.compile(r"[;；。\n]|[,，](?!\s*\d{4}\b)")
_DUE = re.compile(r"(?:应到|有选举权)\s*(\d{1,6})\s*[人名]?|(\d{1,6})\s*(?:were\s+)?due", _I)
_PRESENT = re.compile(r"(?:实到|到会)\s*(\d{1,6})\s*[人名]?|(\d{1,6})\s*(?:were\s+)?present", _I)
_PAIR = re.compile(r"\s*(\d{1,6})\s*(?:[人名]\s*)?[,，、 ]\s*(\d{1,6})\s*[人名]?\s*")

_OPENINGS: tuple[tuple[AnswerKind, re.Pattern[str]], ...] = (
    (
        AnswerKind.EXTENDED,
        re.compile(
            r"(?:任期|换届(?:选举)?|选举)?(?:延期|延长|顺延)(?:换届|任期)?(?:至|到|为)?[:：]?\s*",
            _I,
        ),
    ),
    (AnswerKind.EXTENDED, re.compile(r"exten(?:d|ded|sion)\b(?:\s+(?:until|till|to))?\s*", _I)),
    (AnswerKind.HELD, re.compile(r"(?:已(?:经)?(?:于|在|开)?|held\b(?:\s+on)?)\s*", _I)),
    (
        AnswerKind.PLANNED,
        re.compile(
            r"(?:换届)?(?:选举|选举大会|换届)(?:大会)?(?:拟|定|改|安排)?(?:于|在|到)?\s*", _I
        ),
    ),
    (
        AnswerKind.PLANNED,
        re.compile(r"election\b(?:\s+(?:is|will be|set))?(?:\s+(?:on|for))?\s*", _I),
    ),
    (AnswerKind.VACATED, re.compile(r"(?:离任|卸任|免职|(?:职务)?空缺)\s*", _I)),
    (AnswerKind.VACATED, re.compile(r"(?:office left|left office|leaves office|vacant)\b\s*", _I)),
)
_CLOSINGS = re.compile(r"(?:召开|举行|已开|开会|选举|换届)+(?:完毕|了|过)?$")
_APPROVED_EN = re.compile(r"(?:approved|agreed)\s+by\s+(?P<who>.+)", _I)
_APPROVED_ZH = re.compile(r"(?:经|由|报)?(?P<who>.+?)(?:批准|同意|批复)(?P<after>.*)")


def read(words: str, here: Standpoint, *, asked: AnswerKind | None = None) -> TermWords:
    """The answer, as far as one can be read; `asked` is the kind that is spoken of already."""

    def read_day(text: str, lean: Lean) -> date | None:
        return typed.read_day(text, here, lean=lean)

    text = normalize("NFKC", words[:LONGEST]).strip()
    turnout, text = _take_turnout(text)
    found = TermWords(turnout=turnout)
    for part in _PARTS.split(text):
        if said := part.strip():
            found = _hear(found, said, asked, read_day)
    return found


def _take_turnout(text: str) -> tuple[Turnout | None, str]:
    due, present = _DUE.search(text), _PRESENT.search(text)
    if due and present:
        rest = _PRESENT.sub("", _DUE.sub("", text))
        return turnout_of(_number(due), _number(present)), rest
    if pair := _PAIR.fullmatch(text):
        return turnout_of(int(pair[1]), int(pair[2])), ""
    return None, text


def _number(found: re.Match[str]) -> int:
    return int(found[1] or found[2])


def _hear(found: TermWords, said: str, asked: AnswerKind | None, read_day: ReadDay) -> TermWords:
    if found.kind is None:
        for kind, opening in _OPENINGS:
            if begun := opening.match(said):
                found = replace(found, kind=kind)
                rest = said[begun.end() :].strip()
                if kind is AnswerKind.VACATED:
                    return replace(found, rest=rest[:LONGEST_NAME])
                return _take(found, rest, asked, read_day) if rest else found
    approved = _approval(said, read_day)
    if approved is not None:
        who, on = approved
        return replace(found, approved_by=who, approved_on=on or found.approved_on)
    return _take(found, said, asked, read_day)


def _take(found: TermWords, said: str, asked: AnswerKind | None, read_day: ReadDay) -> TermWords:
    """A day first; what is none is kept as it is."""
    if found.day is None:
        plain = _CLOSINGS.sub("", said).strip()
        is_past = plain != said or (found.kind or asked) is AnswerKind.HELD
        day = read_day(plain, Lean.BACK if is_past else Lean.AHEAD)
        if day is not None:
            kind = AnswerKind.HELD if found.kind is None and plain != said else found.kind
            return replace(found, day=day, kind=kind)
    if (found.kind or asked) is AnswerKind.EXTENDED:
        name, on = split_approval(said, read_day)
        return replace(found, rest=name or found.rest, rest_on=on)
    return replace(found, rest=f"{found.rest} {said}".strip()[:LONGEST_NAME])


def _approval(said: str, read_day: ReadDay) -> tuple[str, date | None] | None:
    if english := _APPROVED_EN.match(said):
        return split_approval(english["who"], read_day)
    if chinese := _APPROVED_ZH.fullmatch(said):
        return split_approval(f"{chinese['who']} {chinese['after']}".strip(), read_day)
    return None


def split_approval(said: str, read_day: ReadDay) -> tuple[str, date | None]:
    """Who, and on which day: 区教育党委5月3日, the district committee on 3 May."""
    if len(said) > LONGEST_APPROVAL:
        return "", None
    for length in range(len(said) - 1, 0, -1):
        # The longest day that stands last or first: of 12月3日 the 2月3日 is none.
        for name, day in (
            (said[:-length], said[-length:]),
            (said[length:], said[:length]),
        ):
            if (who := _name(name)) and (on := read_day(_bare(day), Lean.BACK)):
                return who, on
    return _name(said), None


def _bare(text: str) -> str:
    return re.sub(r"^(?:on|于|在)\s*|\s*(?:on|于|在)$", "", text.strip())


def _name(text: str) -> str:
    return re.sub(r"\s*(?:\bon|于|在)$", "", text.strip(" ,，:：")).strip()[:LONGEST_NAME]
