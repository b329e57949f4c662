"""Whom of a unit an activity is for, in words."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from domain.activity_words import Label
from domain.circle import EVERYBODY_CHOICE, OWN_UNIT_CHOICE, Circle, CircleChoice
from texts.activity_details import ask_field
from texts.languages import Language
from texts.offices import role_name
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, name, our_own

TAG_LIMIT = 24
LABEL_LIMIT = 12
MOST_CHOICES = 8
MOST_SHOWN = 999


def circle_line(lang: Language, circle: Circle) -> Words | None:
    """None where it is for everybody."""
    if circle.is_everybody:
        return None
    return lang.say("🎯 For: {people}", people=circle_words(lang, circle))


def circle_words(lang: Language, circle: Circle) -> Words:
    """Offices, tags, and whether units below are left out."""
    if not circle.roles and not circle.tags:
        if circle.own_unit_only:
            return lang.say("everybody of the unit itself")
        return lang.say("everybody")
    people = _people(lang, circle)
    if circle.own_unit_only:
        return lang.say("{people} of the unit itself", people=people)
    return people


def _people(lang: Language, circle: Circle) -> Words:
    offices = lang.list_of([our_own(role_name(lang, role)) for role in circle.roles])
    tags = lang.list_of([name(tag, TAG_LIMIT) for tag in circle.tags])
    if not circle.tags:
        return offices
    if not circle.roles:
        return lang.say("tag {tags}", tags=tags)
    return lang.say("{offices} with tag {tags}", offices=offices, tags=tags)


def ask_circle(
    lang: Language,
    choices: Sequence[CircleChoice],
    verb: Literal["plan_who", "amend_who"],
    draft_id: int,
) -> Reply:
    """The question with the first of what can be pressed; the others are written."""

    def button(label: str, choice: CircleChoice) -> Button:
        return Button(label=label, data=press(verb, f"{draft_id}-{choice.code}"))

    shown = [button(_choice_label(lang, one), one) for one in choices[:MOST_CHOICES]]
    pairs = [tuple(shown[at : at + 2]) for at in range(0, len(shown), 2)]
    always = (
        button(lang.label("Everybody"), EVERYBODY_CHOICE),
        button(lang.label("This unit only"), OWN_UNIT_CHOICE),
    )
    asked = ask_field(lang, Label.WHO)
    return replace(asked, buttons=rows(*pairs, always), asks=False)


def _choice_label(lang: Language, choice: CircleChoice) -> str:
    people = "🏷 " + name(choice.tag, LABEL_LIMIT).plain()
    if choice.role is not None:
        people = role_name(lang, choice.role)
    return lang.label("{people} {count}", people=people, count=min(choice.people, MOST_SHOWN))
