"""English words for kinds of unit whose names on the roster are Chinese."""

from collections.abc import Iterator

# As the roster may call them, the likeliest first.
_CALLED = {
    "school": ("学校",),
    "branch": ("支部", "党支部", "分会", "团支部"),
    "group": ("小组", "党小组", "组", "班组"),
    "committee": ("委员会", "党委", "党委会", "党总支"),
    "district": ("片区", "学区", "区"),
}


def singulars(word: str) -> Iterator[str]:
    """What an English plural may be the plural of: branches, universities, schools."""
    lowered = word.casefold()
    if not lowered.isascii():
        # Somebody who writes English puts an English end to a Chinese kind: 学校s.
        if lowered.endswith("s"):
            yield lowered[:-1]
        return
    for ending, singular in (("ies", "y"), ("es", ""), ("s", "")):
        if lowered.endswith(ending) and len(lowered) > len(ending) + 1:
            yield lowered[: -len(ending)] + singular


def names_of_kind(word: str) -> tuple[str, ...]:
    """What a Chinese roster calls the kind that an English word means, in either number."""
    for one in (word.casefold(), *singulars(word)):
        if one in _CALLED:
            return _CALLED[one]
    return ()
