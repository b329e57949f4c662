"""How official papers write days and number their headings."""

from datetime import date

from texts.languages import Language

_DIGITS = "零一二三四五六七八九"
_TOO_MANY = 100


def paper_day(lang: Language, day: date) -> str:
    """Without the day of the week."""
    return lang.label("{day} {year}", day=lang.day_of_year(day), year=day.year)


def numbered(lang: Language, number: int, heading: str) -> str:
    """一、 in Chinese, 1. elsewhere; no paper has a hundred headings."""
    is_written = lang.code == "zh" and number < _TOO_MANY
    said = _chinese(number) if is_written else str(number)
    return lang.label("{number}. {heading}", number=said, heading=heading)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"
