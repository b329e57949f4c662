"""A reading as the fields that other programs read; what does not apply is left out."""

from datetime import timedelta
from typing import assert_never

from domain.schedule_words.reading import (
    Ask,
    LocalMoment,
    Quota,
    Reading,
    Refused,
    RelativeTo,
    Schedule,
)
from domain.schedule_words.rule import rule_text
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import Shift

Fields = dict[str, object]
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def to_fields(reading: Reading, words: WordSettings) -> Fields:
    """kind, rrule, anchor, at, until, duration, quota, workdays, relative_to, readings, next.

    The words of `question` are not the domain's: whoever tells the fields adds them.
    """
    match reading:
        case Schedule():
            return _schedule_fields(reading, words)
        case Ask():
            return {
                "kind": "ask",
                "readings": [_schedule_fields(one, words) for one in reading.readings],
            }
        case Refused():
            return {"kind": "refused"}
        case _:
            assert_never(reading)


def moment_text(moment: LocalMoment) -> str:
    """Local ISO text: a date alone where no clock time was said."""
    if moment.clock is None:
        return moment.day.isoformat()
    day = moment.day + _DAY * (moment.clock // _DAY)
    return f"{day.isoformat()}T{clock_text(moment.clock % _DAY)}"


def clock_text(clock: timedelta) -> str:
    """15:00."""
    return f"{clock // _HOUR:02d}:{clock % _HOUR // timedelta(minutes=1):02d}"


def _schedule_fields(schedule: Schedule, words: WordSettings) -> Fields:
    rule, quota = schedule.rule, schedule.quota
    decided = rule is not None and (rule.of_working_days or rule.shift is not Shift.KEEP)
    of_offset = any(one.offset.endswith("WD") for one in schedule.relative_to)
    fields: Fields = {
        "kind": schedule.kind.value,
        "rrule": rule_text(rule) if rule else None,
        "anchor": rule.anchor.isoformat() if rule and rule.anchor else None,
        "at": moment_text(schedule.at) if schedule.at else None,
        "until": moment_text(schedule.until) if schedule.until else None,
        "duration": schedule.duration,
        "until_rrule": rule_text(schedule.ending) if schedule.ending else None,
        "quota": _quota_fields(quota) if quota else None,
        "workdays": words.working_calendar if decided or of_offset else None,
        "shift": rule.shift.value if rule and rule.shift is not Shift.KEEP else None,
        "relative_to": [_relative_fields(one) for one in schedule.relative_to] or None,
        "part_of_day": schedule.part_of_day,
        "next": [moment_text(one) for one in schedule.upcoming] or None,
    }
    return _left_in(fields)


def _quota_fields(quota: Quota) -> Fields:
    every = quota.every if quota.every > 1 else None
    fields: Fields = {
        "at_least": quota.at_least,
        "at_most": quota.at_most,
        "per": quota.per.value,
        "every": every,
    }
    return _left_in(fields)


def _relative_fields(relative: RelativeTo) -> Fields:
    clock = clock_text(relative.clock) if relative.clock is not None else None
    return _left_in({"event": relative.event, "offset": relative.offset, "at": clock})


def _left_in(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value is not None}
