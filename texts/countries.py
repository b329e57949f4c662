"""Countries by the names that people write."""

from collections.abc import Collection
from functools import lru_cache

from texts.languages import LANGUAGES, country_names

_ALSO = {"uk": "GB", "england": "GB", "usa": "US", "america": "US", "中国大陆": "CN", "台灣": "TW"}


def find_country(words: str, known: Collection[str]) -> str | None:
    """The two letters of a country that is written by its name or by its letters."""
    plain = " ".join(words.lower().split())
    code = _by_name().get(plain, plain.upper())
    return code if code in known else None


@lru_cache
def _by_name() -> dict[str, str]:
    named = {
        name.lower(): code
        for language in LANGUAGES
        for code, name in country_names(language).items()
        if len(code) == 2
    }
    return named | _ALSO
