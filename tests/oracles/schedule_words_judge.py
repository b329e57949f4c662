"""Judge the answers of `read-schedule`: right, asked without need, not understood, or wrong."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from tests.oracles.schedule_words_meaning import (
    Answer,
    Instant,
    at_day_end,
    expand,
    is_dated,
    length,
    read_instant,
    same_quota,
    same_relation,
    same_rule,
)
from tests.oracles.schedule_words_row import NOW, ZONE, Row, read_rows

_ROOT = Path(__file__).parent.parent.parent
_LENIENT = frozenset({"once", "deadline"})


class Verdict(Enum):
    """The outcome for one row, from best to worst."""

    RIGHT = "right"
    ASKED = "asked without need"
    MISSED = "not understood"
    WRONG = "wrong without asking"


def judge(row: Row, answer: Answer) -> Verdict:
    """A row without schedule must be declined; an open one must be asked or declined."""
    kind = answer["kind"]
    if row.kind == "refused":
        return _judge_refusal(row, kind)
    if row.must_ask:
        return Verdict.RIGHT if kind in {"ask", "refused"} else Verdict.WRONG
    if kind == "refused":
        return Verdict.RIGHT if row.may_ask else Verdict.MISSED
    if kind == "ask":
        return _judge_question(row, answer)
    return Verdict.RIGHT if _says_any(row, answer) else Verdict.WRONG


def _judge_refusal(row: Row, kind: str) -> Verdict:
    if kind == "refused" or (kind == "ask" and row.may_ask):
        return Verdict.RIGHT
    return Verdict.ASKED if kind == "ask" else Verdict.WRONG


def _judge_question(row: Row, answer: Answer) -> Verdict:
    readings = answer.get("readings") or []
    offered = any(_says_any(row, reading, offered=True) for reading in readings)
    allowed = row.may_ask or (row.ambiguous and offered)
    return Verdict.RIGHT if allowed else Verdict.ASKED


def _says_any(row: Row, answer: Answer, *, offered: bool = False) -> bool:
    return any(_says(row, meaning, answer, offered=offered) for meaning in row.acceptable)


def _says(row: Row, meaning: str, answer: Answer, *, offered: bool) -> bool:
    if not _is_kind(row, meaning, answer.get("kind") or row.kind):
        return False
    if meaning.startswith("{each_"):
        return same_quota(row.quota, "", answer.get("quota")) and not answer.get("rrule")
    if meaning.startswith("{"):
        return same_relation(meaning, answer.get("relative_to") or [])
    if meaning.startswith("FREQ="):
        return _repeats(row, meaning, answer, offered=offered)
    if meaning == "DATES":
        return _tells_next(row, [], answer)
    if answer.get("rrule") or answer.get("relative_to") or not answer.get("at"):
        return False
    return _is_at(meaning, answer)


def _is_kind(row: Row, meaning: str, kind: str) -> bool:
    """An alternative may be of another kind; its shape tells which."""
    if meaning == row.meaning:
        return kind == row.kind or (meaning.startswith("{") and {kind, row.kind} <= _LENIENT)
    if meaning.startswith("FREQ="):
        return kind == "period" if "/" in meaning else kind in {"recurring", "deadline"}
    return kind == "period" if "/" in meaning else kind in _LENIENT


def _is_at(meaning: str, answer: Answer) -> bool:
    if "/" in meaning:
        start, end = meaning.split("/")
        until = answer.get("until")
        same_end = read_instant(end) == read_instant(until) if end and until else not (end or until)
        return same_end and read_instant(start) == read_instant(answer["at"])
    meant, told = read_instant(meaning), read_instant(answer["at"])
    if answer.get("kind") == "deadline":
        meant, told = at_day_end(meant), at_day_end(told)
    return meant == told and not answer.get("until")


def _repeats(row: Row, meaning: str, answer: Answer, *, offered: bool) -> bool:
    rule, _, window = meaning.partition("/")
    told = answer.get("rrule")
    if not told or length(window) != length(answer.get("duration")):
        return False
    counted = "" if row.values("per") else window
    if not same_quota(row.quota, counted, answer.get("quota")):
        return False
    if row.follows_china != (answer.get("workdays") == "CN") and "calendar open" not in row.note:
        return False
    if answer.get("kind") == "deadline":
        rule, told = _with_day_end(rule), _with_day_end(told)
    anchor = next(iter(row.values("anchor")), None) if meaning == row.meaning else None
    shift = row.any_anchor
    if not same_rule((rule, anchor), (told, answer.get("anchor")), NOW, any_anchor=shift):
        return False
    listed = offered and not answer.get("next")
    return listed or _tells_next(row, expand(told, answer.get("anchor"), NOW), answer)


def _with_day_end(rule: str) -> str:
    return f"{rule};BYHOUR=23;BYMINUTE=59" if is_dated(rule) else rule


def _tells_next(row: Row, expanded: list[Instant], answer: Answer) -> bool:
    """Under the working calendar, and for the moon, the listed dates are the meaning."""
    told = [read_instant(one) for one in answer.get("next") or []]
    if answer.get("kind") == "deadline":
        told = [at_day_end(one) for one in told]
    if expanded and not row.follows_china:
        return bool(told) and told == expanded[: len(told)]
    wanted = (row.values("first") + row.values("second"), row.values("alt_first"))
    return any(dates and _begins(told, dates, answer) for dates in wanted)


def _begins(told: list[Instant], dates: tuple[str, ...], answer: Answer) -> bool:
    wanted = [read_instant(one) for one in dates]
    if answer.get("kind") == "deadline":
        wanted = [at_day_end(one) for one in wanted]
    return told[: len(wanted)] == wanted


def read_schedule(texts: Sequence[str]) -> list[Answer]:
    """Ask the program itself, one expression a line."""
    command = [sys.executable, "-m", "bot", "read-schedule"]
    command += ["--now", NOW.isoformat(timespec="minutes"), "--zone", ZONE]
    done = subprocess.run(
        command,
        input="\n".join(texts) + "\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=_ROOT,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def report(paths: Sequence[Path]) -> None:
    """Print what failed with what was answered, then the counts by kind."""
    rows = [row for path in paths for row in read_rows(path)]
    answers = read_schedule([row.text for row in rows])
    counts: Counter[tuple[str, Verdict]] = Counter()
    for row, answer in zip(rows, answers, strict=True):
        verdict = judge(row, answer)
        counts[row.kind, verdict] += 1
        if verdict is not Verdict.RIGHT:
            told = {name: value for name, value in answer.items() if value and name != "text"}
            print(f"{verdict.value}: {row.text}\n  meant {row.kind} {row.meaning} [{row.note}]")
            print(f"  told  {json.dumps(told, ensure_ascii=False)}")
    for kind in sorted({kind for kind, _ in counts}):
        print(kind, {one.value: counts[kind, one] for one in Verdict})
    print("all", {one.value: sum(counts[k, v] for k, v in counts if v is one) for one in Verdict})


if __name__ == "__main__":
    report([Path(name) for name in sys.argv[1:]])
