"""How a service is read from one line, and what is refused."""

from datetime import date

import pytest

from domain.service import SaidService, ServiceRefusal, read_service, refuse_service

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "place", "minutes"),
    [
        ("阳光社区 2小时", "阳光社区", 120),
        ("阳光社区2小时", "阳光社区", 120),
        ("阳光社区，１．５小时", "阳光社区", 90),
        ("阳光社区 12小时", "阳光社区", 720),
        ("第3社区 90分钟", "第3社区", 90),
        ("阳光社区 两个半小时", "阳光社区", 150),
        ("阳光社区 半小时", "阳光社区", 30),
        ("阳光社区 半个小时", "阳光社区", 30),
        ("阳光社区 1小时30分", "阳光社区", 90),
        ("阳光社区 三个小时", "阳光社区", 180),
        ("Sunshine Club 2h", "Sunshine Club", 120),
        ("Sunshine Club 1 hour 30 minutes", "Sunshine Club", 90),
        ("Sunshine Club, 45 min", "Sunshine Club", 45),
        ("2小时", "", 120),
        ("阳光社区", "阳光社区", None),
        ("2小时 阳光社区", "2小时 阳光社区", None),
        ("", "", None),
    ],
)
def test_the_length_ends_the_line(words: str, place: str, minutes: int | None) -> None:
    assert read_service(words) == SaidService(place=place, minutes=minutes)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (SaidService(place="社区", minutes=10), None),
        (SaidService(place="社区", minutes=960, day=TODAY), None),
        (SaidService(place="社区", minutes=9), ServiceRefusal.TOO_SHORT_OR_LONG),
        (SaidService(place="社区", minutes=961), ServiceRefusal.TOO_SHORT_OR_LONG),
        (SaidService(place="社区"), ServiceRefusal.NO_LENGTH),
        (SaidService(place="社" * 64, minutes=60), None),
        (SaidService(place="社" * 65, minutes=60), ServiceRefusal.NO_PLACE),
        (SaidService(minutes=60), ServiceRefusal.NO_PLACE),
        (SaidService(place="社区", minutes=60, day=date(2026, 11, 24)), ServiceRefusal.DAY),
        (SaidService(place="社区", minutes=60, day=date(2025, 11, 22)), None),
        (SaidService(place="社区", minutes=60, day=date(2025, 11, 21)), ServiceRefusal.DAY),
    ],
)
def test_what_is_missing_or_impossible_is_refused(
    said: SaidService, why: ServiceRefusal | None
) -> None:
    assert refuse_service(said, today=TODAY) == why
