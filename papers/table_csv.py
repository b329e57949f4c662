"""Write tables as text: one file for each, together in one archive."""

import csv
import zipfile
from datetime import date, datetime, time
from io import BytesIO, StringIO

from papers.table import Book, Cell, Look, Table

# A spreadsheet takes what begins so for a formula, in whatever file it stands.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
# By this mark Excel knows that the file is UTF-8.
_ENCODING = "utf-8-sig"


def write_archive(book: Book) -> bytes:
    """A ZIP with a CSV for each table, named after it."""
    paper = BytesIO()
    # The clock of the archive has no zone and begins in 1980.
    stamp = book.made_at.timetuple()[:6]
    with zipfile.ZipFile(paper, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in book.tables:
            entry = zipfile.ZipInfo(f"{table.title}.csv", date_time=stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, write_csv(table))
    return paper.getvalue()


def write_csv(table: Table) -> bytes:
    """Headings and rows; text that would be taken for a formula begins with an apostrophe."""
    paper = StringIO()
    writer = csv.writer(paper)
    writer.writerow([_safe(column.heading) for column in table.columns])
    looks = [column.look for column in table.columns]
    for row in table.rows:
        writer.writerow([_written(cell, look) for cell, look in zip(row, looks, strict=True)])
    return paper.getvalue().encode(_ENCODING)


def _written(cell: Cell, look: Look) -> str:
    match cell:
        case None:
            return ""
        case str():
            return _safe(cell)
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
        case time():
            return cell.strftime("%H:%M")
        case _:
            return f"{cell:.1%}" if look is Look.PERCENT else f"{cell:g}"


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_DANGEROUS) else text
