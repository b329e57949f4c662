"""Names of public holidays in the reader's language, where we know them."""

from collections.abc import Sequence

from texts.languages import Language
from texts.words import Words, joined, name


def festivals(lang: Language, names: Sequence[str]) -> Words:
    """The festivals of a holiday; those that we do not know stay as their list has them."""
    known = _known(lang)
    separator = "、" if lang.code == "zh" else ", "
    return joined(separator, [name(known.get(one, one)) for one in names or ("",)])


def _known(lang: Language) -> dict[str, str]:
    return {
        "元旦": lang.label("New Year's Day"),
        "除夕": lang.label("New Year's Eve"),
        "春节": lang.label("Spring Festival"),
        "清明节": lang.label("Tomb-Sweeping Day"),
        "劳动节": lang.label("Labour Day"),
        "端午节": lang.label("Dragon Boat Festival"),
        "中秋节": lang.label("Mid-Autumn Festival"),
        "国庆节": lang.label("National Day"),
    }
