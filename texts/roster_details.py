"""Every change that a roster file would make, line by line: for a file, or for a terminal."""

from collections.abc import Iterator, Sequence

from domain.roster import RosterOffice, RowRefusal
from domain.roster_difference import FieldChange, FieldValue, RosterDifference
from texts.cleaning import WORD_JOINER
from texts.languages import Language
from texts.replies import Attachment
from texts.roster_rows import column_name, refused_row, role_name
from texts.words import NOTHING, Words, lines, name, our_own


def details_file(
    lang: Language, difference: RosterDifference, refusals: Sequence[RowRefusal]
) -> Attachment:
    """All lines as a text file. The mark at its beginning tells old editors that it is UTF-8."""
    content = unlinked(lines(*details(lang, difference, refusals)))
    return Attachment(
        file_name=lang.label("roster-changes.txt"), content=content.encode("utf-8-sig")
    )


def unlinked(words: Words) -> str:
    """Text for files and terminals, where nothing need be kept from turning into a link."""
    return words.plain().replace(WORD_JOINER, "")


def details(
    lang: Language, difference: RosterDifference, refusals: Sequence[RowRefusal]
) -> list[Words]:
    """What would change, unit by unit and person by person, and what is refused."""
    return [
        *_unit_lines(lang, difference),
        *_person_lines(lang, difference),
        *(lang.say("⛔ {row}", row=refused_row(lang, one)) for one in refusals),
    ]


def _unit_lines(lang: Language, difference: RosterDifference) -> Iterator[Words]:
    for unit in difference.new_units:
        yield lang.say("+ unit {name}", name=name(unit.values.name))
    for unit in difference.changed_units:
        yield lang.say(
            "~ unit {name}: {changes}",
            name=name(unit.values.name),
            changes=_changes(lang, unit.fields),
        )


def _person_lines(lang: Language, difference: RosterDifference) -> Iterator[Words]:
    for person in difference.new_people:
        yield lang.say("+ {name}", name=name(person.values.name))
    for person in difference.changed_people:
        yield lang.say(
            "~ {name}: {changes}",
            name=name(person.values.name),
            changes=_changes(lang, person.fields),
        )
    for gone in difference.left:
        yield lang.say("- {name} left", name=name(gone.name))
    for kept in difference.kept_administrators:
        yield lang.say("! {name} stays administrator", name=name(kept.name))


def _changes(lang: Language, fields: Sequence[FieldChange]) -> Words:
    return lang.list_of([_change(lang, one) for one in fields])


def _change(lang: Language, change: FieldChange) -> Words:
    return lang.say(
        "{column} {before} → {after}",
        column=column_name(lang, change.column),
        before=_said(lang, change.before),
        after=_said(lang, change.after),
    )


def _said(lang: Language, value: FieldValue) -> Words:
    match value:
        case None:
            return our_own(NOTHING)
        case tuple():
            said = [
                _office(lang, one) if isinstance(one, RosterOffice) else name(one) for one in value
            ]
            return lang.list_of(said) if said else our_own(NOTHING)
        case str():
            return name(value)
        case int():
            return lang.many("{count} month", "{count} months", value)
        case _:
            return our_own(lang.day(value, with_year=True))


def _office(lang: Language, office: RosterOffice) -> Words:
    role = role_name(lang, office.role)
    return (
        role
        if office.unit is None
        else lang.say("{role} ({unit})", role=role, unit=name(office.unit))
    )
