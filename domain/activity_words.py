"""What is written about an activity, taken apart: 主持人：… beside the moment and the title."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.activity_details import (
    HOST_LIMIT,
    NOTES_LIMIT,
    NOTHING,
    Details,
    Fault,
    read_link,
    read_minutes,
)

MOST_NAMES = 30
A_NAME = 64


class Label(StrEnum):
    """What a line says; each has its words in both languages."""

    WHEN = "when"
    TITLE = "title"
    PLACE = "place"
    HOST = "host"
    LASTS = "lasts"
    STUDY = "study"
    LINK = "link"
    NOTES = "notes"
    ALSO = "also"
    OBSERVERS = "observers"
    WHO = "who"


_NAMES: dict[Label, tuple[str, ...]] = {
    Label.WHEN: ("时间", "日期", "when", "time"),
    Label.TITLE: ("名称", "标题", "主题", "title"),
    Label.PLACE: ("地点", "place", "where"),
    Label.HOST: ("主持人", "主持", "host"),
    Label.LASTS: ("时长", "duration", "lasts"),
    Label.STUDY: ("学时", "study hours", "study"),
    Label.LINK: ("链接", "网址", "link"),
    Label.NOTES: ("备注", "说明", "notes", "note"),
    Label.ALSO: ("另邀", "邀请", "also"),
    Label.OBSERVERS: ("列席", "observers", "observer"),
    Label.WHO: ("参加对象", "参加人员", "参会人员", "对象", "for", "who"),
}
_LABEL_OF = {written: label for label, names in _NAMES.items() for written in names}
_WRITTEN = "|".join(sorted(map(re.escape, _LABEL_OF), key=len, reverse=True))
_LABELLED = re.compile(rf"(?:^|(?<=[\s,，;；。]))({_WRITTEN})\s*[:：]", re.IGNORECASE)
_EDGES = " \t\r\n,，;；"
_BETWEEN_NAMES = re.compile(r"[、,，;；\n]")


@dataclass(frozen=True, kw_only=True)
class Lines:
    """The words before the first label, and what stands behind each."""

    head: str
    fields: Mapping[Label, str]


def take_apart(text: str) -> Lines:
    """The fields that the text names; the last of two of a kind counts."""
    found = list(_LABELLED.finditer(text))
    starts = [one.start() for one in found] + [len(text)]
    fields: dict[Label, str] = {}
    rest = [text[: starts[0]]]
    for one, end in zip(found, starts[1:], strict=True):
        label = _LABEL_OF[one[1].lower()]
        # A line belongs to its label; what follows on the next one does not, save for notes.
        said, _, after = text[one.end() : end].strip(_EDGES).partition("\n")
        fields[label] = f"{said}\n{after}" if label is Label.NOTES and after else said
        rest += [] if label is Label.NOTES else [after]
    return Lines(head=" ".join(part for part in (one.strip(_EDGES) for one in rest) if part),
                 fields={label: said.strip(_EDGES) for label, said in fields.items()})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Faulty:
    """Something that was said and is not taken, and the words."""

    fault: Fault
    about: str = ""


def about_whom(faults: Sequence[Faulty]) -> tuple[Faulty, ...]:
    """What leaves open whom it is for: nobody is invited before that is said anew."""
    return tuple(one for one in faults if one.fault is Fault.WHO)


def read_details(fields: Mapping[Label, str]) -> tuple[Details, tuple[Faulty, ...]]:
    """What the fields say of host, notes, link, length and study; and what they say wrongly."""
    link, minutes, study = (fields.get(one) for one in (Label.LINK, Label.LASTS, Label.STUDY))
    host, notes = fields.get(Label.HOST), fields.get(Label.NOTES)
    read = Details(
        host=None if host is None else _text(host, HOST_LIMIT),
        notes=None if notes is None else _text(notes, NOTES_LIMIT),
        link=None if link is None else "" if link in NOTHING else read_link(link),
        minutes=None if minutes is None else 0 if minutes in NOTHING else read_minutes(minutes),
        study_minutes=None if study is None else _study(study),
    )
    checks = (
        (Fault.LINK, link, read.link),
        (Fault.MINUTES, minutes, read.minutes),
        (Fault.STUDY, study, read.study_minutes),
    )
    faults = (
        Faulty(fault=fault, about=said[:A_NAME])
        for fault, said, value in checks
        if said is not None and value is None
    )
    return read, tuple(faults)


def _text(said: str, limit: int) -> str:
    return "" if said in NOTHING else " ".join(said.split())[:limit]


def _study(said: str) -> int | None:
    """A bare number is of hours."""
    if said in NOTHING or said == "0":
        return 0
    return read_minutes(said, bare_minutes=60)


def read_names(said: str) -> tuple[str, ...]:
    """The people who are named; Chinese names may stand apart by a blank."""
    listed: list[str] = []
    for part in _BETWEEN_NAMES.split(said):
        words = part.split()
        listed += [" ".join(words)] if part.isascii() else words
    names = dict.fromkeys(name[:A_NAME] for name in listed if name and name not in NOTHING)
    return tuple(names)[:MOST_NAMES]
