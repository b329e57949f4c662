"""A kind of report: its sections, what each takes, and which figures the record can fill in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from domain.bilingual import NO_NAME, Bilingual
from domain.record_figure import Figure

FREE = "report"
MOST_FILES = 20


class Takes(StrEnum):
    """What a section is answered with."""

    WORDS = "words"
    NUMBER = "number"
    FILES = "files"
    ANYTHING = "anything"  # Words, files, or both: a report of no kind.


class FileType(StrEnum):
    """What a file is by its content, whatever its name says."""

    PDF = "pdf"
    WORD = "word"
    SHEET = "sheet"
    SLIDES = "slides"
    PICTURE = "picture"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True)
class Section:
    """`least` and `most` bound characters, the number itself, or how many files.

    `figure` is what the record knows of it; `file_types` empty takes every known type.
    """

    code: str
    name: Bilingual = NO_NAME
    asks: Bilingual = NO_NAME
    takes: Takes = Takes.WORDS
    is_optional: bool = False
    least: int | None = None
    most: int | None = None
    decimals: int = 0
    figure: Figure | None = None
    file_types: tuple[FileType, ...] = ()

    @property
    def takes_words(self) -> bool:
        """Whether typed words belong here."""
        return self.takes in (Takes.WORDS, Takes.ANYTHING)

    @property
    def takes_files(self) -> bool:
        """Whether files belong here."""
        return self.takes in (Takes.FILES, Takes.ANYTHING)

    @property
    def most_files(self) -> int:
        """How many files it holds."""
        return min(self.most or MOST_FILES, MOST_FILES) if self.takes_files else 0


@dataclass(frozen=True, kw_only=True)
class ReportForm:
    """The code is what a file calls it; two forms that ask the same are the same."""

    code: str = field(compare=False)
    name: Bilingual
    sections: tuple[Section, ...]

    def find(self, code: str) -> Section | None:
        """The section of that code."""
        return next((one for one in self.sections if one.code == code), None)

    @property
    def is_free(self) -> bool:
        """Whether it is a report of no kind: one section that takes anything."""
        return len(self.sections) == 1 and self.sections[0].takes is Takes.ANYTHING

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What the record can fill in."""
        return tuple(one.figure for one in self.sections if one.figure)


FREE_FORM = ReportForm(
    code=FREE, name=NO_NAME, sections=(Section(code=FREE, takes=Takes.ANYTHING),)
)


@dataclass(frozen=True, kw_only=True)
class ReportRule:
    """What a duty says about its report. `by_head`: the unit's head confirms before it counts."""

    form: ReportForm = FREE_FORM
    by_head: bool = False


FREE_REPORT = ReportRule()


class NotANumber(StrEnum):
    """Why what was typed is not the number that a section asks for."""

    NO_NUMBER = "no_number"
    NOT_WHOLE = "not_whole"
    TOO_MANY_DECIMALS = "too_many_decimals"
    TOO_LITTLE = "too_little"
    TOO_MUCH = "too_much"


# Digits as a Chinese keyboard types them, and thousands in groups of three.
_WIDE = str.maketrans("０１２３４５６７８９．－％，", "0123456789.-%,")
_LONGEST = 20


def read_number(section: Section, typed: str) -> str | NotANumber:
    """The number as it is kept; a sign of per cent may follow it."""
    bare = typed.strip().translate(_WIDE).removesuffix("%").strip()
    whole, _, fraction = bare.removeprefix("-").partition(".")
    if "," in whole:
        first, *groups = whole.split(",")
        if not 1 <= len(first) <= 3 or any(len(one) != 3 for one in groups):
            return NotANumber.NO_NUMBER
        whole = "".join((first, *groups))
    digits = whole + fraction
    is_number = digits.isascii() and digits.isdecimal() and whole != "" and len(bare) <= _LONGEST
    if not is_number or bare.endswith("."):
        return NotANumber.NO_NUMBER
    if len(fraction.rstrip("0")) > section.decimals:
        return NotANumber.TOO_MANY_DECIMALS if section.decimals else NotANumber.NOT_WHOLE
    sign = "-" if bare.startswith("-") else ""
    return _within(section, Decimal(f"{sign}{whole}.{fraction or '0'}"))


def _within(section: Section, number: Decimal) -> str | NotANumber:
    if number < (0 if section.least is None else section.least):
        return NotANumber.TOO_LITTLE
    if section.most is not None and number > section.most:
        return NotANumber.TOO_MUCH
    return write_number(number)


def write_number(number: Decimal) -> str:
    """Without an exponent and without noughts at the end of a fraction."""
    written = f"{number:f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if written in ("-0", "") else written


def form_to_data(form: ReportForm) -> dict[str, Any]:
    """Plain JSON, and what a file writes; what is as usual is left out."""
    return {
        "code": form.code,
        "name": {"zh": form.name.zh, "en": form.name.en},
        "sections": [_section_to_data(one) for one in form.sections],
    }


def _section_to_data(section: Section) -> dict[str, Any]:
    facts = {
        "code": section.code,
        "name": {"zh": section.name.zh, "en": section.name.en},
        "asks": {"zh": section.asks.zh, "en": section.asks.en} if section.asks.zh else None,
        "takes": section.takes.value,
        "optional": section.is_optional or None,
        "least": section.least,
        "most": section.most,
        "decimals": section.decimals or None,
        "record": section.figure.value if section.figure else None,
        "types": [one.value for one in section.file_types] or None,
    }
    return {key: value for key, value in facts.items() if value is not None}


def form_from_data(found: Mapping[str, Any]) -> ReportForm:
    """The form again."""
    return ReportForm(
        code=found["code"],
        name=_bilingual(found.get("name", {})),
        sections=tuple(_section_from_data(one) for one in found["sections"]),
    )


def _section_from_data(found: Mapping[str, Any]) -> Section:
    return Section(
        code=found["code"],
        name=_bilingual(found.get("name", {})),
        asks=_bilingual(found.get("asks", {})),
        takes=Takes(found["takes"]),
        is_optional=found.get("optional", False),
        least=found.get("least"),
        most=found.get("most"),
        decimals=found.get("decimals", 0),
        figure=Figure(found["record"]) if "record" in found else None,
        file_types=tuple(FileType(one) for one in found.get("types", ())),
    )


def _bilingual(found: Mapping[str, str]) -> Bilingual:
    return Bilingual(zh=found.get("zh", ""), en=found.get("en", ""))


def report_rule_to_data(rule: ReportRule) -> dict[str, Any]:
    """Plain JSON; nothing for a report of no kind that nobody confirms."""
    found: dict[str, Any] = {}
    if not rule.form.is_free:
        found["form"] = form_to_data(rule.form)
    if rule.by_head:
        found["confirmed_by_head"] = True
    return found


def report_rule_from_data(found: Mapping[str, Any]) -> ReportRule:
    """The rule again."""
    form = form_from_data(found["form"]) if "form" in found else FREE_FORM
    return ReportRule(form=form, by_head=found.get("confirmed_by_head", False))
