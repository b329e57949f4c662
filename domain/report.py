"""A report for an obligation: its states, its parts, and which unit reviews it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.record_figure import Record
from domain.report_file import ReportFile
from domain.report_form import FREE_FORM, ReportForm, Section, Takes
from domain.unit import Unit

MOST_CHARACTERS = 3_500
MOST_IN_A_COMMENT = 1_000
UNDO_FOR = timedelta(minutes=10)


class ReportState(StrEnum):
    """How far one version of a report has come. `TO_CONFIRM`: the unit's head has it."""

    DRAFT = "draft"
    TO_CONFIRM = "to_confirm"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    DISCARDED = "discarded"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One message of somebody who writes a report. `album` joins the photos of one album."""

    words: str = ""
    file: ReportFile | None = None
    album: str | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a section says; a number as `read_number` writes it.

    `record` is what the record said when the first draft was written: what differs from it was
    changed by hand.
    """

    text: str = ""
    record: str = ""

    @property
    def is_changed_by_hand(self) -> bool:
        """Whether the figure is no longer that of the record."""
        return self.record != "" and self.text != self.record


NO_ANSWER = Answer()
Answers = Mapping[str, Answer]


@dataclass(frozen=True, kw_only=True)
class Report:
    """One version, of the kind that `form` says. `author`, `confirmer` and `reviewer` are names."""

    id: int
    obligation_id: int
    number: int
    state: ReportState
    version: int = 1
    form: ReportForm = FREE_FORM
    answers: Answers = field(default_factory=dict)
    files: tuple[ReportFile, ...] = ()
    author_id: int
    author: str = ""
    signed_at: datetime | None = None
    confirmer_id: int | None = None
    confirmer: str = ""
    confirmed_at: datetime | None = None
    reviewer_unit_id: int | None = None
    submitted_at: datetime | None = None
    reviewed_by: int | None = None
    reviewer: str = ""
    reviewed_at: datetime | None = None
    comment: str = ""

    @property
    def given_at(self) -> datetime | None:
        """When it left its writer. Until it is given anew its words are those that were read."""
        return self.submitted_at or self.signed_at

    @property
    def is_empty(self) -> bool:
        """Neither words nor a file."""
        has_files = any(one.refused is None for one in self.files)
        return not has_files and not any(one.text for one in self.answers.values())

    @property
    def length(self) -> int:
        """How many characters all sections have together."""
        return sum(len(one.text) for one in self.answers.values())

    def answer(self, section: Section) -> Answer:
        """What this section says."""
        return self.answers.get(section.code, NO_ANSWER)

    def files_of(self, section: Section) -> tuple[ReportFile, ...]:
        """The files of this section, in the order in which they came."""
        return tuple(one for one in self.files if one.section == section.code)

    def count_files(self, section: Section) -> int:
        """How many of them count."""
        return sum(one.refused is None for one in self.files_of(section))

    def is_answered(self, section: Section) -> bool:
        """Whether enough is there."""
        count, words = self.count_files(section), self.answer(section).text
        match section.takes:
            case Takes.FILES:
                return count >= max(section.least or 0, 1)
            case Takes.WORDS:
                return len(words) >= max(section.least or 0, 1)
            case Takes.NUMBER:
                return words != ""
            case Takes.ANYTHING:
                return words != "" or count > 0

    def find_missing(self) -> tuple[Section, ...]:
        """What must still be answered before it can go."""
        return tuple(
            one for one in self.form.sections if not (one.is_optional or self.is_answered(one))
        )

    def is_half_answered(self, section: Section) -> bool:
        """Whether there is something, and not enough: also what may be left out is whole or not."""
        return bool(self.answer(section).text) and not self.is_answered(section)


@dataclass(frozen=True, kw_only=True)
class TooMuch:
    """So many characters more than a report, or this section of it, can hold."""

    excess: int
    most: int = MOST_CHARACTERS


def add_words(report: Report, section: Section, more: str) -> Answers | TooMuch:
    """Append a message to what the section said before, on a line of its own."""
    before = report.answer(section)
    whole = "\n".join(words for words in (before.text, more) if words)
    most = min(section.most or MOST_CHARACTERS, MOST_CHARACTERS)
    if len(whole) > most:
        return TooMuch(excess=len(whole) - most, most=most)
    total = report.length - len(before.text) + len(whole)
    if total > MOST_CHARACTERS:
        return TooMuch(excess=total - MOST_CHARACTERS)
    return answered(report, section, whole)


def answered(report: Report, section: Section, text: str) -> Answers:
    """The answers with another text for a section; what the record said stays beside it."""
    return {**report.answers, section.code: replace(report.answer(section), text=text)}


def filled(form: ReportForm, answers: Answers, record: Record) -> Answers:
    """The answers with what the record says now; what was changed by hand keeps its text."""
    found = dict(answers)
    for section in form.sections:
        recorded = record.get(section.figure) if section.figure else None
        if recorded is None or recorded.value is None:
            continue
        before = found.get(section.code, NO_ANSWER)
        is_own = before.is_changed_by_hand or (before.text != "" and before.record == "")
        text = before.text if is_own else recorded.value
        found[section.code] = Answer(text=text, record=recorded.value)
    return found


def days_late(handed_in_on: date, last_day: date) -> int:
    """Calendar days after the last one; 0 is in time. A comparison of dates, nothing else."""
    return max(0, (handed_in_on - last_day).days)


def choose_reviewing_unit(
    unit: Unit, kinds: Collection[str], above: Mapping[int, Unit], *, hearing: Collection[int]
) -> Unit:
    """The nearest unit above of such a kind, else the parent; from there upward who can hear.

    The root has nobody above: its other officers review what it owes.
    """
    line = [above[unit_id] for unit_id in unit.ancestor_ids if unit_id in above]
    if not line:
        return unit
    start = next((at for at, one in enumerate(line) if one.kind in kinds), 0)
    return next((one for one in line[start:] if one.id in hearing), line[start])


def may_take_back(report: Report, person_id: int, now: datetime) -> bool:
    """Whoever accepted may think again for ten minutes."""
    return (
        report.state is ReportState.ACCEPTED
        and report.reviewed_by == person_id
        and report.reviewed_at is not None
        and now - report.reviewed_at <= UNDO_FOR
    )
