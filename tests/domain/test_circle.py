"""Whom an activity is for, as people write it."""

import pytest

from domain.activity_plan import ActivityPlan, plan_from_facts
from domain.activity_words import Label, take_apart
from domain.audience import Audience
from domain.circle import (
    EVERYBODY,
    Circle,
    circle_from_data,
    circle_of,
    circle_to_data,
    read_circle,
)
from domain.office import Role

TAGS = ("发展对象", "和谐小组", "Activist", "书记")
COMMITTEE = Circle(roles=(Role.COMMITTEE_MEMBER,))
BOTH = Circle(roles=(Role.COMMITTEE_MEMBER, Role.SECRETARY))


@pytest.mark.parametrize(
    ("words", "circle"),
    [
        ("委员", COMMITTEE),
        ("全体委员", COMMITTEE),
        ("委员、书记", BOTH),
        ("委员和书记", BOTH),
        ("委员，委员", COMMITTEE),
        ("委员（仅本单位）", Circle(roles=COMMITTEE.roles, own_unit_only=True)),
        ("发展对象", Circle(tags=("发展对象",))),
        ("标签：发展对象", Circle(tags=("发展对象",))),
        ("和谐小组", Circle(tags=("和谐小组",))),
        ("书记、发展对象", Circle(roles=(Role.SECRETARY,), tags=("发展对象",))),
        ("本单位", Circle(own_unit_only=True)),
        ("committee members", COMMITTEE),
        ("all Committee Members and secretaries", BOTH),
        ("secretaries, this unit only", Circle(roles=(Role.SECRETARY,), own_unit_only=True)),
        ("tag activist", Circle(tags=("Activist",))),
        ("标签：书记", Circle(tags=("书记",))),
        ("ACTIVIST", Circle(tags=("Activist",))),
        *((one, EVERYBODY) for one in ("-", "无", "所有人", "全体", "everybody", "委员、所有人")),
    ],
)
def test_offices_and_tags_are_read_in_both_languages(words: str, circle: Circle) -> None:
    read = read_circle(words, TAGS)
    assert read.circle == circle
    assert not read.unknown


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("部长", ("部长",)),
        ("委员、部长、处长", ("部长", "处长")),
        ("tag stranger", ("tag stranger",)),
        ("committee members, directors", ("directors",)),
        ("，", ("，",)),
        ("长" * 5000, ("长" * 5000,)),
    ],
)
def test_nothing_is_taken_where_a_word_is_unknown(words: str, unknown: tuple[str, ...]) -> None:
    read = read_circle(words, TAGS)
    assert read.circle is None
    assert read.unknown == unknown


@pytest.mark.parametrize("word", ["对象", "参加对象", "参会人员", "For", "who"])
def test_a_line_names_whom_it_is_for(word: str) -> None:
    said = take_apart(f"11月27日 15:00 支委会 会议室\n{word}：委员")
    assert said.fields == {Label.WHO: "委员"}


@pytest.mark.parametrize("circle", [None, EVERYBODY, BOTH, Circle(tags=TAGS, own_unit_only=True)])
def test_a_dialogue_keeps_whom_it_is_for(circle: Circle | None) -> None:
    plan = ActivityPlan(circle=circle)
    assert plan_from_facts(plan.to_facts()) == plan
    assert circle_from_data(circle_to_data(circle or EVERYBODY)) == (circle or EVERYBODY)


@pytest.mark.parametrize(
    ("audience", "circle"),
    [
        (Audience(roles=(Role.SECRETARY,)), Circle(roles=(Role.SECRETARY,))),
        (Audience(tags=("Activist",), kinds=("支部",)), Circle(tags=("Activist",))),
        (Audience(kinds=("支部",)), None),
        (Audience(people=(3,), tags=("Activist",)), None),
    ],
)
def test_a_duty_of_offices_or_tags_is_for_the_same(
    audience: Audience, circle: Circle | None
) -> None:
    assert circle_of(audience) == circle
