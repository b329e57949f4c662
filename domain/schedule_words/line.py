"""Find the schedule in a line that names a duty: its name, when it is, when to remind."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from domain.schedule_words.chinese_line import chinese_leads, chinese_spans
from domain.schedule_words.english_leads import english_leads, english_spans
from domain.schedule_words.left_overs import is_left_out, names_before, widened
from domain.schedule_words.meaning import Amount, Expression, Offset, Point
from domain.schedule_words.reader import is_chinese, parse
from domain.schedule_words.reading import Ask, Reading, Refusal, Refused
from domain.schedule_words.resolving import resolve
from domain.schedule_words.rules import is_recurring
from domain.schedule_words.soundness import is_sound
from domain.schedule_words.standpoint import Standpoint

LONGEST_LINE = 240
_EDGES = " \t\n\r,，.。;；:：、-—|/"
Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class ScheduleLine:
    """What a line says. `reading` is Refused where no part of it is a schedule.

    `leads` are how long before to remind, the longest first as they were said. `rest` is what
    follows and was not understood; nothing of the line is lost.
    """

    name: str
    reading: Reading
    leads: tuple[Amount, ...] = ()
    rest: str = ""


def find_schedule(text: str, standpoint: Standpoint) -> ScheduleLine:
    """Such as 教职工政治学习 每月最后一个周五15:00 提前3天和1天提醒, in either language.

    Words of the name that only look like time stay in the name.
    """
    if len(text) > LONGEST_LINE:
        return ScheduleLine(name="", reading=Refused(refusal=Refusal.TOO_LONG), rest=text)
    chinese = is_chinese(text)
    line = _find_in(text, standpoint, chinese=chinese)
    if chinese and isinstance(line.reading, Refused):
        # The owners of an English line may have Chinese names on the roster.
        in_english = _find_in(text, standpoint, chinese=False)
        return line if isinstance(in_english.reading, Refused) else in_english
    return line


def _find_in(text: str, standpoint: Standpoint, *, chinese: bool) -> ScheduleLine:
    leads, led = (chinese_leads if chinese else english_leads)(text)
    blanked = text if led is None else _without(text, led)
    spans = (chinese_spans if chinese else english_spans)(blanked)
    spans = (span for span in spans if chinese or not is_left_out(blanked[: span[0]]))
    found = _longest(blanked, spans, lambda part: parse(part, standpoint.words))
    if found is None:
        refused = Refused(refusal=Refusal.NO_TIME)
        return ScheduleLine(name=_tidy(blanked), reading=refused, leads=leads)
    (begins, ends), reading = _whole(blanked, *found, standpoint, chinese=chinese)
    before, after = _tidy(blanked[:begins]), _tidy(blanked[ends:])
    return ScheduleLine(
        name=before or after,
        reading=reading,
        leads=leads,
        rest=after if before else "",
    )


def _without(text: str, span: Span) -> str:
    """The same text with a hole, so that every place stays where it is."""
    begins, ends = span
    return text[:begins] + " " * (ends - begins) + text[ends:]


def _longest(
    text: str, spans: Iterator[Span], read: Callable[[str], Expression | Ask | Refused]
) -> tuple[Span, Expression] | None:
    """The longest part that is a schedule to its last word."""
    best: tuple[Span, Expression] | None = None
    for begins, ends in spans:
        if best is not None and (ends - begins <= best[0][1] - best[0][0]):
            continue
        said = read(text[begins:ends])
        if isinstance(said, Expression) and not said.doubt_about and _says_when(said):
            best = ((begins, ends), said)
    return best


def _whole(
    text: str, span: Span, said: Expression, standpoint: Standpoint, *, chinese: bool
) -> tuple[Span, Reading]:
    """The part with what belongs to it, and without the name that it swallowed."""
    wider = widened(text, span, chinese=chinese)
    if wider != span:
        return wider, _read(text[slice(*wider)], standpoint)
    reading = resolve(said, standpoint)
    begins, ends = span
    for at in names_before(text[:ends], chinese=chinese):
        if at >= begins and _read(text[at:ends], standpoint) == reading:
            return (at, ends), reading
    return span, reading


def _read(part: str, standpoint: Standpoint) -> Reading:
    said = parse(part, standpoint.words)
    return resolve(said, standpoint) if isinstance(said, Expression) else said


def _says_when(said: Expression) -> bool:
    """More than a festival, a bare weekday or a bare month, which names are full of."""
    point = said.when
    if not isinstance(point, Point):
        return said.quota is not None or isinstance(point, Offset)
    if not is_sound(point):
        return False
    is_part = point.months and (point.month_days or point.part or said.to)
    has_day = point.day_shift is not None or is_part
    return bool(has_day or point.clocks or is_recurring(point) or said.is_deadline)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(_EDGES)
