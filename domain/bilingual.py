"""A name that data carries in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Bilingual:
    """The same name in Chinese and in English."""

    zh: str
    en: str


NO_NAME = Bilingual(zh="", en="")
