"""Write down whom a roster file brings, changes and leaves out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast, literal
from sqlmodel import Session, col, delete, select, update

from domain.roster import GIVEN_CODE_MARK, given_code
from domain.roster_difference import KnownPerson, PersonChange, UnitRef
from storage import homes, office_cards
from storage.inserting import insert_many, update_many
from storage.roster_units import BORROWED, id_of
from storage.tables.organisation import OfficeRow, PersonRow, TagRow, TimeGoneRow


class PeopleWriting:
    """One import's worth of people, in a handful of statements whatever their number."""

    def __init__(self, session: Session, units: Mapping[UnitRef, int], *, now: datetime) -> None:
        self._session = session
        self._units = units
        self._now = now

    def write(self, changes: Sequence[PersonChange]) -> dict[int, int]:
        """Create, take back and change people; returns the ids by row of the file."""
        ids = self._find_returning(changes)
        ids |= {one.row: one.known_id for one in changes if one.known_id is not None}
        there = [
            {"id": ids[one.row], "code": one.values.code or given_code(ids[one.row])}
            | self._values(one)
            for one in changes
            if one.row in ids
        ]
        homes.note(self._session, there, now=self._now)
        update_many(self._session, PersonRow, there)
        self._clear_tags(list(ids.values()))
        ids |= self._create([one for one in changes if one.row not in ids])
        self._write_offices(changes, ids)
        self._write_tags(changes, ids)
        return ids

    def end(self, people: Sequence[KnownPerson]) -> None:
        """They have left: their offices end, their accounts open nothing any more."""
        left = [{"id": person.id, "left_at": self._now} for person in people]
        update_many(self._session, PersonRow, left)
        gone = {person.id for person in people}
        self._end_offices(list(self._running(gone).values()))

    def _find_returning(self, changes: Sequence[PersonChange]) -> dict[int, int]:
        """Somebody who had left and is named again is the same person, account and all.

        The same name must come with the same code, or without one into the same unit.
        """
        rows = self._session.exec(
            select(
                col(PersonRow.id), col(PersonRow.code), col(PersonRow.name), col(PersonRow.unit_id)
            )
            .where(col(PersonRow.left_at).is_not(None))
            .order_by(col(PersonRow.id))
        ).all()
        by_code = {(code, name): person_id or 0 for person_id, code, name, _ in rows}
        by_unit = {(unit_id, name): person_id or 0 for person_id, _, name, unit_id in rows}
        returning: dict[int, int] = {}
        for one in changes:
            code, name = one.values.code, one.values.name
            unit_id = id_of(one.values.unit, self._units)
            found = by_code.get((code, name)) if code else by_unit.get((unit_id, name))
            if one.known_id is None and found and found not in returning.values():
                returning[one.row] = found
        self._free_codes({code: person_id or 0 for person_id, code, _, _ in rows}, changes)
        self._note_time_gone({*returning.values()})
        return returning

    def _note_time_gone(self, returning: Collection[int]) -> None:
        """Nobody is absent from what took place while he did not belong to it."""
        rows = self._session.exec(
            select(PersonRow.id, PersonRow.left_at).where(col(PersonRow.id).in_(returning))
        )
        gone = [
            {"person_id": person_id, "left_at": left_at, "back_at": self._now}
            for person_id, left_at in rows
            if left_at is not None
        ]
        insert_many(self._session, TimeGoneRow, gone)

    def _free_codes(self, held: Mapping[str, int], changes: Sequence[PersonChange]) -> None:
        """A code that somebody left behind may be given to another; his own he gets back."""
        codes = {one.values.code for one in changes if one.values.code is not None}
        freed = [
            {"id": person_id, "code": given_code(person_id)}
            for code, person_id in held.items()
            if code in codes
        ]
        update_many(self._session, PersonRow, freed)

    def _create(self, changes: Sequence[PersonChange]) -> dict[int, int]:
        if not changes:
            return {}
        codes = {one.row: one.values.code or f"{BORROWED}{one.row}" for one in changes}
        rows = [{"code": codes[one.row]} | self._values(one) for one in changes]
        insert_many(self._session, PersonRow, rows)
        found = self._session.exec(select(col(PersonRow.code), col(PersonRow.id))).all()
        id_of_code = {code: person_id or 0 for code, person_id in found}
        given = literal(GIVEN_CODE_MARK) + cast(col(PersonRow.id), String)
        self._session.execute(
            update(PersonRow).where(col(PersonRow.code).startswith(BORROWED)).values(code=given)
        )
        return {row: id_of_code[code] for row, code in codes.items()}

    def _values(self, change: PersonChange) -> dict[str, Any]:
        return {
            "name": change.values.name,
            "unit_id": id_of(change.values.unit, self._units),
            "language": change.values.language,
            "home_since": self._now,
            "left_at": None,
        }

    def _write_offices(self, changes: Sequence[PersonChange], ids: Mapping[int, int]) -> None:
        wanted = {
            (ids[one.row], id_of(office.unit, self._units), office.role.value): None
            for one in changes
            for office in one.values.offices
        }
        running = self._running(set(ids.values()))
        self._end_offices([office_id for key, office_id in running.items() if key not in wanted])
        begun = [
            {"person_id": person_id, "unit_id": unit_id, "role": role, "began_at": self._now}
            for person_id, unit_id, role in wanted
            if (person_id, unit_id, role) not in running
        ]
        insert_many(self._session, OfficeRow, begun)

    def _running(self, person_ids: Collection[int]) -> dict[tuple[int, int, str], int]:
        rows = self._session.exec(
            select(
                col(OfficeRow.id),
                col(OfficeRow.person_id),
                col(OfficeRow.unit_id),
                col(OfficeRow.role),
            ).where(col(OfficeRow.ended_at).is_(None))
        )
        return {
            (person_id, unit_id, role): office_id or 0
            for office_id, person_id, unit_id, role in rows
            if person_id in person_ids
        }

    def _end_offices(self, office_ids: Sequence[int]) -> None:
        ended = [{"id": office_id, "ended_at": self._now} for office_id in office_ids]
        holders = select(OfficeRow.person_id).where(col(OfficeRow.id).in_(office_ids))
        if office_ids:
            office_cards.look_again(self._session, self._session.exec(holders).all(), now=self._now)
        update_many(self._session, OfficeRow, ended)

    def _clear_tags(self, person_ids: Sequence[int]) -> None:
        self._session.execute(delete(TagRow).where(col(TagRow.person_id).in_(person_ids)))

    def _write_tags(self, changes: Sequence[PersonChange], ids: Mapping[int, int]) -> None:
        tags = [
            {"person_id": ids[one.row], "tag": tag}
            for one in changes
            for tag in dict.fromkeys(one.values.tags)
        ]
        insert_many(self._session, TagRow, tags)
