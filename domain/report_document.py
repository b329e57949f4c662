"""A report as a document says it: its parts, and the annexes with what its figures count."""

from dataclasses import dataclass

from domain.record_figure import RecordedFigure
from domain.report_form import Section
from domain.report_sheet import ReportSheet


@dataclass(frozen=True, kw_only=True)
class Annex:
    """What a figure counts. The figure keeps the first entries, `total` says how many there are.

    `came` of `expected` are the people of all of them together.
    """

    number: int
    section: Section
    figure: RecordedFigure
    total: int
    came: int = 0
    expected: int = 0

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.total - len(self.figure.entries)


@dataclass(frozen=True, kw_only=True)
class ReportPaper:
    """A report for a document. Without annexes where its reader may not see the record."""

    sheet: ReportSheet
    annexes: tuple[Annex, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Words that lead to the place of that name in the same document."""

    words: str
    place: str


@dataclass(frozen=True, kw_only=True)
class DocumentPart:
    """A heading with what stands under it; a figure has its words beside the heading."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    beside: str = ""
    annex: Reference | None = None


@dataclass(frozen=True, kw_only=True)
class AnnexWords:
    """An annex: the place that leads to it, a sentence, a table if there is one, what follows it.

    The widths of the columns are shares of the page.
    """

    place: str
    label: str
    title: str
    said: str
    headings: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DocumentWords:
    """A report as a document says it, in one language."""

    title: str
    sender: str
    day: str
    parts: tuple[DocumentPart, ...]
    annexes: tuple[AnnexWords, ...] = ()
    notes: tuple[str, ...] = ()
    file_name: str = ""
