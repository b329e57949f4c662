"""What happens in the year of the story, as plain facts: units, people, who does what when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

STUDY, REPORT, TERM = "教职工政治学习", "履责报告", "按期换届"
COMMITTEE = "江畔教育局党委"
SCHOOLS = ("青石小学", "柳岸小学", "石桥中学", "雪松小学", "白桦中学", "枫林小学")
BRANCHES = tuple(f"{school}支部" for school in SCHOOLS)
FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2026, 12, 31)

SURNAMES = "林陈王周何白高孙赵钱"
GIVEN_NAMES = ("岚", "帆", "渡", "敏", "静", "禾")

ELECTED_ON = date(2026, 8, 20)
LINKED_LATE_ON = date(2026, 8, 3)


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody on the roster; `linked_on` is the day from whose noon he can be written to."""

    name: str
    unit: str
    role: str = "member"
    linked_on: date | None = None


def parent_of(unit: str) -> str | None:
    """The unit above."""
    if unit == COMMITTEE:
        return None
    return unit.removesuffix("支部") if unit in BRANCHES else COMMITTEE


def ancestors_of(unit: str) -> Iterator[str]:
    """The units above, the nearest first."""
    above = parent_of(unit)
    while above is not None:
        yield above
        above = parent_of(above)


def is_inside(unit: str, whole: str) -> bool:
    """Whether a unit is another one or lies below it."""
    return unit == whole or whole in ancestors_of(unit)


def _places() -> Iterator[tuple[str, str, date | None]]:
    """Unit, role and the day of the link, sixty times."""
    before = FIRST_DAY
    yield COMMITTEE, "administrator", before
    yield COMMITTEE, "secretary", before
    for number, school in enumerate(SCHOOLS):
        # The secretary of the second school has no Telegram, so its head hears; in the last
        # school nobody does until August.
        late = LINKED_LATE_ON if number == 5 else before
        yield school, "secretary", None if number in (1, 5) else before
        yield school, "head", late if number in (0, 1, 5) else None
        yield school, "member", None if number == 5 else before
        yield school, "member", None
    for number, branch in enumerate(BRANCHES):
        yield branch, "secretary", before
        for place in range(5 if number < 4 else 4):
            yield branch, "member", before if place == 0 and number < 3 else None


def _names() -> Iterator[str]:
    for given in GIVEN_NAMES:
        for surname in SURNAMES:
            yield surname + given


PEOPLE = tuple(
    Member(name=name, unit=unit, role=role, linked_on=linked_on)
    for name, (unit, role, linked_on) in zip(_names(), _places(), strict=True)
)

# When each body was elected, for how many years.
TERMS = {
    COMMITTEE: (date(2024, 6, 30), 5),
    **{branch: (date(2025, 3, 1), 3) for branch in BRANCHES},
    BRANCHES[1]: (date(2023, 9, 15), 3),
    # Nobody ever records the election that this one needs in October.
    BRANCHES[4]: (date(2023, 10, 31), 3),
}


def studies() -> Iterator[tuple[date, str]]:
    """On which day which school holds its study."""
    for month in range(1, 13):
        for school in SCHOOLS[:3]:
            yield date(2026, month, 10), school
        yield date(2026, month, 25), SCHOOLS[3]
        if month % 2:
            yield date(2026, month, 28), SCHOOLS[4]


def reports() -> Iterator[tuple[date, str]]:
    """On which day which branch hands in its report."""
    for branch in BRANCHES[:4]:
        yield date(2026, 6, 20), branch
        yield date(2026, 12, 15), branch
    yield date(2026, 7, 3), BRANCHES[4]


def period_of_report(handed_in_on: date) -> str:
    """The half-year that a report of the story is for: the late one of July is for the first."""
    return "2026-H1" if handed_in_on < date(2026, 9, 1) else "2026-H2"
