"""The words of English that speak of time, and a sentence cut into them."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from domain.schedule_words.meaning import Unit

MONTHS = "january february march april may june july august september october november december"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_SHORT = {"sept": "september", "tues": "tuesday", "weds": "wednesday"}
_SHORT |= {"thur": "thursday", "thurs": "thursday"}
_UNITS = {
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks wk wks",
    "month": "month months mth mths",
    "quarter": "quarter quarters",
    "half-year": "half-year half-years",
    "year": "year years yr yrs",
    "term": "term terms",
    "semester": "semester semesters",
}
_LETTERS = {"m": "minute", "h": "hour", "d": "day", "w": "week", "y": "year"}
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ROUND_ORDINALS = {"twentieth": 20, "thirtieth": 30}
_SPELLINGS = {"&": "and", "midday": "noon", "wkly": "weekly", "till": "until", "thru": "through"}
_PREFIXES = frozenset({"bi", "semi"})


class Kind(Enum):
    """What sort of word it is."""

    NUMBER = auto()
    ORDINAL = auto()
    CLOCK = auto()
    DATE = auto()
    MONTH = auto()
    WEEKDAY = auto()
    UNIT = auto()
    WORD = auto()
    MARK = auto()
    END = auto()


@dataclass(frozen=True)
class Token:
    """One word in its usual form, the numbers in it, and where it stands.

    A weekday counts from Monday, 0; `is_plural` tells Mondays from Monday.
    """

    kind: Kind
    text: str
    start: int
    end: int
    numbers: tuple[int, ...] = ()
    is_plural: bool = False

    @property
    def number(self) -> int:
        """The only number of most."""
        return self.numbers[0]

    @property
    def unit(self) -> Unit:
        """What a word of time counts in; a semester is a term of a school."""
        return Unit.TERM if self.text == "semester" else Unit(self.text)


NOTHING = Token(Kind.END, "", 0, 0)
_Known = dict[str, tuple[Kind, str, tuple[int, ...], bool]]


def _name_all() -> _Known:
    """Every word with a meaning of its own: its kind, usual form, number, and if it is plural."""
    known: _Known = {}
    for kind, listed, first in ((Kind.MONTH, MONTHS, 1), (Kind.WEEKDAY, WEEKDAYS, 0)):
        for at, name in enumerate(listed.split(), start=first):
            shorts = [short for short, full in _SHORT.items() if full == name]
            for one in (name, name[:3], *shorts):
                known[one] = (kind, name, (at,), False)
                if kind is Kind.WEEKDAY:
                    known.setdefault(one + "s", (kind, name, (at,), True))
    known["tues"] = (Kind.WEEKDAY, "tuesday", (1,), False)
    for unit, forms in _UNITS.items():
        known |= {one: (Kind.UNIT, unit, (), one.endswith("s")) for one in forms.split()}
    for kind, listed, tens in (
        (Kind.NUMBER, _NUMBERS, _TENS),
        (Kind.ORDINAL, _ORDINALS, _ROUND_ORDINALS),
    ):
        counted = {word: at for at, word in enumerate(listed.split())} | tens
        known |= {word: (kind, word, (at,), False) for word, at in counted.items()}
    return known


_KNOWN = _name_all()
_PATTERN = re.compile(
    r"(?P<date>[0-9]{4}(?P<a>[-/.])[0-9]{1,2}(?P=a)[0-9]{1,2}(?![0-9])"
    r"|[0-9]{1,2}(?P<b>[-/.])[0-9]{1,2}(?P=b)(?:[0-9]{4}|[0-9]{2})(?![0-9])"
    r"|[0-9]{1,2}[/.][0-9]{1,2}(?![0-9:]))"
    r"|(?P<clock>[0-9]{1,2}:[0-9][0-9](?::00)?(?![0-9:]))"
    r"|(?P<half>[ap]\.\s?m(?![a-z])\.?|[ap]m(?![a-z]))"
    r"|(?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th)(?![a-z]))"
    r"|(?P<number>[0-9]{1,9}(?![0-9]))"
    r"|(?P<word>[a-z]+(?:'[a-z]+)?)"
    r"|(?P<mark>\S)",
    re.IGNORECASE | re.ASCII,
)
_PLAIN = str.maketrans("’‘–—−－～０１２３４５６７８９：，．；　", "''-----0123456789:,.; ")


def cut(text: str) -> list[Token]:
    """The words of a text, with numbers that are spelled out made into numbers."""
    tokens = [_token(found) for found in _PATTERN.finditer(text.translate(_PLAIN))]
    return _joined([_behind(before, one) for before, one in pairwise([NOTHING, *tokens])])


def _token(found: re.Match[str]) -> Token:
    text, start, end = found[0].lower(), found.start(), found.end()
    text = _SPELLINGS.get(text, text)
    if text.removesuffix("'s") not in WEEKDAYS.split():
        # Friday's may be every Friday's.
        text = text.removesuffix("'s")
    if text == "24/7":
        # At any time, and no day of July.
        return Token(Kind.WORD, text, start, end)
    match found.lastgroup:
        case "word" if text in _KNOWN:
            kind, usual, numbers, is_plural = _KNOWN[text]
            return Token(kind, usual, start, end, numbers, is_plural)
        case "word":
            return Token(Kind.WORD, text, start, end)
        case "half":
            return Token(Kind.WORD, text[0] + "m", start, end)
        case "mark":
            return Token(Kind.WORD if text == "and" else Kind.MARK, text, start, end)
        case group:
            numbers = tuple(map(int, re.findall(r"[0-9]+", text)))
            return Token(Kind[str(group).upper()], text, start, end, numbers)


def _behind(before: Token, token: Token) -> Token:
    """A letter is a unit only right behind its number: 1h30m."""
    touches = before.kind is Kind.NUMBER and before.end == token.start
    if touches and token.text in _LETTERS:
        return Token(Kind.UNIT, _LETTERS[token.text], token.start, token.end)
    return token


def _joined(tokens: list[Token]) -> list[Token]:
    """Twenty-first is one number, half-year and bi-weekly are one word."""
    joined: list[Token] = []
    for token in tokens:
        before = joined[-1] if joined else NOTHING
        has_hyphen = before.text == "-" and before.end == token.start and len(joined) > 1
        first = joined[-2] if has_hyphen else before
        one = _join(first, token, has_hyphen=has_hyphen and first.end == before.start)
        if one is not None:
            del joined[-2 if has_hyphen else -1 :]
        joined.append(one or token)
    return joined


def _join(first: Token, token: Token, *, has_hyphen: bool) -> Token | None:
    span = (first.start, token.end)
    is_tens = first.text in _TENS and token.text[:1].isalpha()
    if is_tens and token.kind in (Kind.NUMBER, Kind.ORDINAL) and 0 < token.number < 10:
        return Token(token.kind, token.text, *span, (first.number + token.number,))
    if first.text == "half" and token.text in ("year", "yearly"):
        kind = Kind.UNIT if token.kind is Kind.UNIT else Kind.WORD
        return Token(kind, f"half-{token.text}", *span, (), token.is_plural)
    if has_hyphen and first.text in _PREFIXES:
        return Token(Kind.WORD, f"{first.text}{token.text}", *span, token.numbers)
    return None
