"""The invented organisation: one, in two languages."""

from datetime import date

import pytest

from bot.demo_organisation import demo_roster, phones
from bot.sandbox_scene import demo_scene
from texts.languages import Code

TODAY = date(2026, 11, 23)
HAN = range(0x4E00, 0xA000)


def is_chinese(words: str) -> bool:
    return any(ord(letter) in HAN for letter in words)


def test_in_english_every_name_is_english_and_names_one_thing_only() -> None:
    roster = demo_roster(TODAY, "en")
    units = [one.name for one in roster.units]
    people = [one.name for one in roster.people]
    words = [*units, *people, *(one.kind for one in roster.units)]
    assert [one for one in words if is_chinese(one)] == []
    assert [one.label.en for one in phones() if is_chinese(one.label.en)] == []
    assert (len(set(units)), len(set(people))) == (len(units), len(people))


def test_both_languages_tell_of_the_same_organisation() -> None:
    chinese, english = demo_roster(TODAY, "zh"), demo_roster(TODAY, "en")
    assert [(one.code, one.term_began_on) for one in chinese.units] == [
        (one.code, one.term_began_on) for one in english.units
    ]
    assert [(one.code, one.offices) for one in chinese.people] == [
        (one.code, one.offices) for one in english.people
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_phone_belongs_to_somebody_of_the_organisation(language: Code) -> None:
    scene = demo_scene(TODAY, language)
    names = {one.name for one in scene.roster.people}
    assert scene.labels is not None
    assert scene.labels.keys() | set(scene.group_members) <= names
