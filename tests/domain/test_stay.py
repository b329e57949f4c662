"""To whom a day belongs when somebody comes and goes in the middle of it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.place import Place
from domain.stay import Stay

PLACE = Place(zone=ZoneInfo("Asia/Shanghai"))


def at(day: int, hour: int) -> datetime:
    """An hour of a day in November."""
    return datetime(2026, 11, day, hour, tzinfo=PLACE.zone)


@pytest.mark.parametrize(
    ("since", "until", "day", "holds", "touches"),
    [
        pytest.param(None, None, 3, True, True, id="always there"),
        pytest.param(at(3, 10), None, 3, False, True, id="the day on which he came"),
        pytest.param(at(3, 10), None, 4, True, True, id="the day after it"),
        pytest.param(at(3, 10), None, 2, False, False, id="the day before it"),
        pytest.param(None, at(5, 0), 4, True, True, id="gone at midnight: the day before is whole"),
        pytest.param(None, at(5, 0), 5, False, True, id="gone at midnight: nothing of that day"),
        pytest.param(None, at(5, 16), 5, False, True, id="the day on which he went"),
        pytest.param(None, at(5, 16), 6, False, False, id="the day after he went"),
        pytest.param(at(3, 9), at(3, 18), 3, False, True, id="came and went on one day"),
    ],
)
def test_a_day_belongs_to_who_was_there_the_whole_of_it(
    since: datetime | None, until: datetime | None, day: int, holds: bool, touches: bool
) -> None:
    stay = Stay(person_id=1, name="宋言", since=since, until=until)
    asked = date(2026, 11, day)
    assert (stay.holds_on(asked, PLACE), stay.touches(asked, PLACE)) == (holds, touches)
