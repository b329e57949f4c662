"""Every row of the sample means what its collectors say, or is asked about where they do."""

import pytest

from tests.domain.schedule_words.sample import Row, rows, verdict
from tests.domain.schedule_words.telling import reading_of

CHINESE = [row for row in rows() if row.language == "zh"]


@pytest.mark.parametrize("row", CHINESE, ids=[row.text for row in CHINESE])
def test_what_people_say_is_understood_or_asked_about(row: Row) -> None:
    assert verdict(row, reading_of(row.text)) == "right"
