"""Who owes a duty, in words."""

from collections.abc import Sequence

from domain.audience import Audience, NamedOwner, OwnerKind
from domain.tie import TieKind
from texts.languages import Language
from texts.offices import role_name
from texts.words import Words, joined, name, our_own


def audience(lang: Language, asked: Audience) -> Words:
    """Units by kind, people by office and tag, or ties; with how many are excepted."""
    said = [words for words in (_people(lang, asked), _places(lang, asked)) if words]
    if not said:
        return lang.say("nobody")
    excepted = len(asked.except_units) + len(asked.except_people)
    whole = joined(" · ", said)
    if not excepted:
        return whole
    return lang.say("{owners}, except {count}", owners=whole, count=excepted)


def _people(lang: Language, asked: Audience) -> Words | None:
    said = [our_own(tie_name(lang, kind)) for kind in asked.links]
    said += [our_own(role_name(lang, role)) for role in asked.roles]
    said += [name(tag) for tag in asked.tags]
    if asked.people:
        count = len(asked.people)
        said.append(lang.many("{count} person by name", "{count} people by name", count))
    return lang.list_of(said) if said else None


def _places(lang: Language, asked: Audience) -> Words | None:
    said = [name(kind) for kind in asked.kinds]
    if asked.units:
        count = len(asked.units)
        said.append(lang.many("{count} unit by name", "{count} units by name", count))
    return lang.list_of(said) if said else None


def kinds(lang: Language, named: Sequence[str]) -> Words:
    """The organisation's own words for kinds of units."""
    return lang.list_of([name(kind) for kind in named]) if named else lang.say("nobody")


def tie_name(lang: Language, kind: TieKind) -> str:
    """What one is to the other."""
    match kind:
        case TieKind.OVERSEE:
            return lang.label("oversees")
        case TieKind.CONTACT:
            return lang.label("keeps in touch with")
        case TieKind.GUIDE:
            return lang.label("guides")
        case TieKind.PAIR:
            return lang.label("is paired with")
        case TieKind.AREA:
            return lang.label("leads the area of")


def count_owners(lang: Language, kind: OwnerKind, count: int) -> Words:
    """How many units, people or ties."""
    match kind:
        case OwnerKind.UNIT:
            return lang.many("{count} unit", "{count} units", count)
        case OwnerKind.PERSON:
            return lang.many("{count} person", "{count} people", count)
        case OwnerKind.TIE:
            return lang.many("{count} tie", "{count} ties", count)


def named_owner(lang: Language, owner: NamedOwner) -> Words:
    """One owner; a person with the other side of the tie."""
    one = name(owner.person or owner.unit.name)
    if not owner.towards:
        return one
    return lang.say("{owner} → {other}", owner=one, other=name(owner.towards))
