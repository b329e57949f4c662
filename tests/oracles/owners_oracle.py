"""Who owes a duty, found by asking every unit, person and tie one by one."""

from dataclasses import dataclass

from sqlmodel import Session, select

from domain.audience import Audience
from storage.tables.organisation import OfficeRow, PersonRow, TagRow, TieRow, UnitRow


@dataclass(frozen=True, kw_only=True)
class Everything:
    """The whole roster, and whom the duty asks for."""

    asked: Audience
    units: dict[int | None, UnitRow]
    people: dict[int | None, PersonRow]
    offices: list[OfficeRow]
    tags: set[tuple[int, str]]
    ties: list[TieRow]

    def is_place(self, unit_id: int | None) -> bool:
        asked, unit = self.asked, self.units[unit_id]
        is_named = unit.kind in asked.kinds or unit.id in asked.units
        is_chosen = is_named or not (asked.kinds or asked.units)
        return is_chosen and unit.id not in asked.except_units

    def has_tag(self, person_id: int | None) -> bool:
        wanted = self.asked.tags
        return not wanted or any((person_id, tag) in self.tags for tag in wanted)

    def has_office(self, person_id: int | None) -> bool:
        held = [one.role for one in self.offices if one.person_id == person_id]
        return not self.asked.roles or any(role in self.asked.roles for role in held)

    def tied(self) -> set[str]:
        asked = self.asked
        return {
            f"t{one.id}"
            for one in self.ties
            if one.kind in asked.links
            and self.is_place(one.second_unit_id)
            and self.has_tag(one.first_person_id)
            and self.has_office(one.first_person_id)
            and self.people[one.first_person_id].unit_id not in asked.except_units
            and one.first_person_id not in asked.except_people
        }

    def persons(self) -> set[str]:
        found = set(self.asked.people)
        if self.asked.roles:
            found |= {
                one.person_id
                for one in self.offices
                if one.role in self.asked.roles
                and self.is_place(one.unit_id)
                and self.has_tag(one.person_id)
            }
        elif self.asked.tags:
            found |= {
                one or 0
                for one, person in self.people.items()
                if self.has_tag(one) and self.is_place(person.unit_id)
            }
        return {f"p{one}" for one in found if one not in self.asked.except_people}


def owners_by_loops(session: Session, asked: Audience) -> set[str]:
    """The keys of everybody who owes it."""
    known = Everything(
        asked=asked,
        units={row.id: row for row in session.exec(select(UnitRow))},
        people={row.id: row for row in session.exec(select(PersonRow))},
        offices=list(session.exec(select(OfficeRow))),
        tags={(row.person_id, row.tag) for row in session.exec(select(TagRow))},
        ties=list(session.exec(select(TieRow))),
    )
    if asked.links:
        return known.tied()
    if asked.roles or asked.tags or asked.people:
        return known.persons()
    return {f"u{unit_id}" for unit_id in known.units if known.is_place(unit_id)}
