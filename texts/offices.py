"""Offices by name, and where they are held."""

from domain.office import HeldOffice, Role
from texts.languages import Language
from texts.words import Words, name


def role_name(lang: Language, role: Role) -> str:
    """An office without its unit."""
    match role:
        case Role.HEAD:
            return lang.label("Head")
        case Role.SECRETARY:
            return lang.label("Secretary")
        case Role.COMMITTEE_MEMBER:
            return lang.label("Committee member")
        case Role.GROUP_LEADER:
            return lang.label("Group leader")
        case Role.MEMBER:
            return lang.label("Member")
        case Role.ADMINISTRATOR:
            return lang.label("Administrator")


def office(lang: Language, held: HeldOffice) -> Words:
    """An office with its unit, and whose it is while he is away."""
    if held.stands_in_for:
        return lang.say(
            "{unit}: {role}, for {name}",
            unit=name(held.unit_name),
            role=role_name(lang, held.role),
            name=name(held.stands_in_for),
        )
    return lang.say("{unit}: {role}", unit=name(held.unit_name), role=role_name(lang, held.role))
