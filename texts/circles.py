"""Whom of a unit an activity is for, in words."""

from domain.circle import Circle
from texts.languages import Language
from texts.offices import role_name
from texts.words import Words, name, our_own

TAG_LIMIT = 24


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
