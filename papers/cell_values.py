"""Turn one untrusted cell into a text, a code, a date or a length of term."""

import re
import unicodedata
from datetime import date, datetime

SEPARATORS = re.compile(r"[、,，;；\n]")
SURELY_TOO_LONG = 1000
MONTHS_A_YEAR = 12
LONGEST_TERM_MONTHS = 100 * MONTHS_A_YEAR
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_YEARS = re.compile(r"(\d{1,3}(?:\.\d{1,6})?) ?(?:年|years?)?", re.IGNORECASE)
# Formats (bidi marks, zero-width letters, byte order marks) and stray surrogates show nothing.
_INVISIBLE = {"Cf", "Cs"}


def raw_text(value: object) -> str:
    """The cell as its reader would say it: whole numbers without a fraction, dates as ISO."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value == datetime.combine(value.date(), datetime.min.time()):
            return value.date().isoformat()
        case _:
            return str(value)


def clean(text: str) -> str:
    """Composed letters, single spaces, nothing invisible."""
    visible = "".join(
        " " if unicodedata.category(letter) == "Cc" else letter
        for letter in text
        if unicodedata.category(letter) not in _INVISIBLE
    )
    return " ".join(unicodedata.normalize("NFC", visible).split())


def clean_code(text: str) -> str:
    """Codes are typed on different keyboards: full-width letters and digits become plain ones."""
    return clean(unicodedata.normalize("NFKC", text))


def pieces(value: object) -> list[str]:
    """What stands between the separators, blank or not."""
    return [clean(piece) for piece in SEPARATORS.split(raw_text(value))]


def date_of(value: object) -> date | None:
    """The day that a date cell or a written date means; None if it means none."""
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    else:
        written = _DATE.fullmatch(clean_code(raw_text(value)).replace(" ", ""))
        if written is None:
            return None
        try:
            found = date(*(int(number) for number in written.groups()))
        except ValueError:
            return None
    return found if EARLIEST_YEAR <= found.year <= LATEST_YEAR else None


def months_of(value: object) -> int | None:
    """Years, whole or broken, as months; None unless they make whole months."""
    written = _YEARS.fullmatch(clean_code(raw_text(value)))
    if written is None:
        return None
    exact = float(written[1]) * MONTHS_A_YEAR
    months = round(exact)
    is_whole = abs(exact - months) < 0.01
    return months if is_whole and 0 < months <= LONGEST_TERM_MONTHS else None
