"""What is no time, or none that exists."""

import pytest

from tests.domain.schedule_words.telling import told

CASES = {
    "nothing": ("", "refused: no time"),
    "a branch": ("第一党支部", "refused: not understood"),
    "a name of meetings": ("三会一课", "refused: not understood"),
    "an award": ("五四表彰", "refused: not understood"),
    "a school": ("八一学校", "refused: not understood"),
    "a numbered school": ("十一中", "refused: not understood"),
    "a campaign": ("百日攻坚", "refused: not understood"),
    "a grade": ("三年级", "refused: not understood"),
    "a primary school": ("第三小学", "refused: not understood"),
    "a congress": ("二十大", "refused: not understood"),
    "a slogan": ("两学一做", "refused: not understood"),
    "a person": ("周小明", "refused: not understood"),
    "a middle school": ("一二三中学", "refused: not understood"),
    "a class": ("六年级二班", "refused: not understood"),
    "no such day": ("2月30日", "refused: no such date"),
    "no such leap day": ("2027年2月29日", "refused: no such date"),
    "no such day of a month": ("11月31日", "refused: no such date"),
    "no such year's rule": ("每年2月30日", "refused: no such date"),
    "too long": ("每周五" * 50, "refused: too long"),
    "too many words": ("第一和" * 39, "refused: too long"),
}


@pytest.mark.parametrize(("words", "meaning"), CASES.values(), ids=CASES.keys())
def test_what_only_looks_like_time_is_left_alone(words: str, meaning: str) -> None:
    assert told(words) == meaning
