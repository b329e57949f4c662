"""How words list things: patterns for several of one kind, and words without what was found."""

import re


def chinese_list(one: str, *, between: str = "", before: str = "") -> str:
    """Such as 1、2和4; `between` are further signs, `before` stands before all but the first."""
    return rf"{one}(?:\s*(?:[、,，和及{between}]|以及)\s*{before}{one})*"


def english_list(one: str, *, between: str = "") -> str:
    """Such as 1, 2 and 4; `between` is a pattern for what may join two besides."""
    joined = rf"\s*,\s*(?:and\s+)?|\s+and\s+{f'|{between}' if between else ''}"
    return rf"{one}(?:(?:{joined}){one})*"


def without(words: str, found: re.Match[str]) -> str:
    """What was said besides it."""
    return words[: found.start()] + words[found.end() :]
