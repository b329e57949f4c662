"""Months without a duty and what fulfils it are taken out of a sentence, and nothing else is."""

import pytest

from domain.act import ActKind, Needs
from domain.duty_phrases import MOST_ACTS, find_phrases


@pytest.mark.parametrize(
    ("words", "months", "rest"),
    [
        ("每月5日，7、8月除外", (7, 8), "每月5日"),
        ("每月5日 7月和8月除外", (7, 8), "每月5日"),
        ("每月5日，除7月、8月外", (7, 8), "每月5日"),
        ("每月至少1次，除了7月至9月以外", (7, 8, 9), "每月至少1次"),
        ("12月到2月不做", (1, 2, 12), ""),
        ("8月免做", (8,), ""),
        ("once a month except July and August", (7, 8), "once a month"),
        ("once a month, but not in July", (7,), "once a month"),
        ("by the 5th of each month, except Dec to Feb", (1, 2, 12), "by the 5th of each month"),
        ("except January, May and June", (1, 5, 6), ""),
        ("全年都要", (), ""),
        ("no month is exempt", None, "no month is exempt"),
        ("no months exempt", (), ""),
        ("学校，除青石小学外", None, "学校，除青石小学外"),
        ("all schools except Mayfield", None, "all schools except Mayfield"),
        ("每年1月10日前、7月10日前", None, "每年1月10日前、7月10日前"),
        ("13月除外", None, "13月除外"),
        ("5除外", None, "5除外"),
        ("", None, ""),
    ],
)
def test_months_without_it(words: str, months: tuple[int, ...] | None, rest: str) -> None:
    found = find_phrases(words)
    assert (found.exempt_months, found.rest) == (months, rest)


@pytest.mark.parametrize(
    ("words", "needs", "names", "rest"),
    [
        ("每年1次 全部：部署、检查、汇报", Needs.ALL, ["部署", "检查", "汇报"], "每年1次"),
        ("任选一项：会议学习、书面报告", Needs.ANY, ["会议学习", "书面报告"], ""),
        ("任一：谈话、走访，谈话", Needs.ANY, ["谈话", "走访"], ""),
        ("twice all of: plan work and inspect", Needs.ALL, ["plan work", "inspect"], "twice"),
        ("any of: a meeting, a report", Needs.ANY, ["a meeting", "a report"], ""),
        ("any of: Plan, plan, PLAN", Needs.ANY, ["Plan"], ""),
        ("全部学校", None, [], "全部学校"),
        ("全部：", None, [], "全部："),
        ("all of them", None, [], "all of them"),
        ("任一：" + "、".join("甲乙丙丁戊己庚"), None, [], "任一：" + "、".join("甲乙丙丁戊己庚")),
        ("任一：" + "长" * 65, None, [], "任一：" + "长" * 65),
    ],
)
def test_what_fulfils_it(words: str, needs: Needs | None, names: list[str], rest: str) -> None:
    found = find_phrases(words)
    assert [one.name.zh for one in found.acts or ()] == names
    assert found.rest == rest
    assert needs in (None, found.needs)
    assert len(names) <= MOST_ACTS


def test_the_name_of_an_act_tells_its_kind() -> None:
    found = find_phrases("任选一项：会议学习、书面报告、走访")
    kinds = [one.kind for one in found.acts or ()]
    assert kinds == [ActKind.ACTIVITY, ActKind.REPORT, ActKind.TICK]
    assert len({one.code for one in found.acts or ()}) == 3


def test_both_stand_in_one_line() -> None:
    found = find_phrases("走访 每月至少1次 学校，7、8月除外，全部：部署、检查")
    assert (found.rest, found.exempt_months) == ("走访 每月至少1次 学校", (7, 8))
    assert [one.name.zh for one in found.acts or ()] == ["部署", "检查"]


def test_very_long_words_are_read_quickly_and_left_alone() -> None:
    words = "1月、" * 2000 + "全部" * 2000
    assert find_phrases(words).rest == words
