"""Which group belongs to which unit, and the links that bind them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, func, select, update

from domain.activity import ActivityState
from domain.group import Group
from domain.unit import Unit
from storage.inserting import insert_new
from storage.tables.activities import ActivityRow
from storage.tables.groups import GroupCardRow, GroupLinkRow, GroupRow
from storage.tables.organisation import UnitRow
from storage.units import as_unit


@dataclass(frozen=True, kw_only=True)
class NewLink:
    """A link about to be kept; of its secret only the hash is known here."""

    secret_hash: str
    unit_id: int
    made_by: int
    expires_at: datetime


def make_link(session: Session, new: NewLink) -> None:
    """Keep a link; older ones of the same officer for the unit are over."""
    session.execute(
        delete(GroupLinkRow).where(
            col(GroupLinkRow.unit_id) == new.unit_id, col(GroupLinkRow.made_by) == new.made_by
        )
    )
    row = {
        "secret_hash": new.secret_hash,
        "unit_id": new.unit_id,
        "made_by": new.made_by,
        "expires_at": new.expires_at,
        "used_at": None,
    }
    insert_new(session, GroupLinkRow, [row])


def use_link(session: Session, secret_hash: str, *, by: int, now: datetime) -> int | None:
    """The unit of a link that its maker uses for the first time; None for any other."""
    done = session.execute(
        update(GroupLinkRow)
        .where(
            col(GroupLinkRow.secret_hash) == secret_hash,
            col(GroupLinkRow.made_by) == by,
            col(GroupLinkRow.used_at).is_(None),
            col(GroupLinkRow.expires_at) > now,
        )
        .values(used_at=now)
        .returning(col(GroupLinkRow.unit_id))
    )
    return done.scalar()


def bind(session: Session, group: Group, *, by: int) -> None:
    """The group is the unit's; what either was bound to before is so no longer."""
    _remove(session, col(GroupRow.unit_id) == group.unit.id)
    session.execute(delete(GroupRow).where(col(GroupRow.chat_id) == group.chat_id))
    row = {
        "unit_id": group.unit.id,
        "chat_id": group.chat_id,
        "title": group.title[:128],
        "language": group.language,
        "bound_by": by,
        "bound_at": group.bound_at,
    }
    insert_new(session, GroupRow, [row])
    _bring_back(session, group)


def _bring_back(session: Session, group: Group) -> None:
    """Messages that ended when the group was let go, of the same unit, are followed again."""
    own = select(ActivityRow.id).where(col(ActivityRow.unit_id) == group.unit.id)
    over = (
        col(GroupCardRow.chat_id) == group.chat_id,
        col(GroupCardRow.state) == "over",
        col(GroupCardRow.activity_id).in_(own),
    )
    session.execute(delete(GroupCardRow).where(*over, col(GroupCardRow.message_id).is_(None)))
    session.execute(
        update(GroupCardRow)
        .where(*over)
        .values(state="sent", look_at=group.bound_at)
        .execution_options(synchronize_session=False)
    )


def unbind(session: Session, group: Group) -> bool:
    """The group is nobody's; False when it is no longer bound as it was read."""
    is_this = (col(GroupRow.unit_id) == group.unit.id) & (col(GroupRow.bound_at) == group.bound_at)
    return _remove(session, is_this)


def forget(session: Session, chat_id: int) -> int | None:
    """The bot is not in the group any longer; whose group it was."""
    unit_id = session.exec(select(GroupRow.unit_id).where(col(GroupRow.chat_id) == chat_id)).first()
    if unit_id is not None:
        _remove(session, col(GroupRow.unit_id) == unit_id)
    return unit_id


def _remove(session: Session, which: object) -> bool:
    chats = select(GroupRow.chat_id).where(which)  # type: ignore[arg-type]  # One comparison.
    session.execute(
        update(GroupCardRow)
        .where(col(GroupCardRow.chat_id).in_(chats))
        .values(state="over")
        .execution_options(synchronize_session=False)
    )
    done = session.execute(delete(GroupRow).where(which))  # type: ignore[arg-type]  # The same.
    return bool(getattr(done, "rowcount", 0))


def follow(session: Session, chat_id: int, *, moved_to: int) -> bool:
    """The group lives on under another id; False when it is nobody's, or followed already."""
    done = session.execute(
        update(GroupRow).where(col(GroupRow.chat_id) == chat_id).values(chat_id=moved_to)
    )
    # Messages of the old group cannot be edited in the new one: what is ahead is told there anew.
    session.execute(delete(GroupCardRow).where(col(GroupCardRow.chat_id) == chat_id))
    return bool(getattr(done, "rowcount", 0))


def find(session: Session, chat_id: int) -> Group | None:
    """Whose group it is."""
    row = session.exec(
        select(GroupRow, UnitRow)
        .join(UnitRow, col(UnitRow.id) == col(GroupRow.unit_id))
        .where(col(GroupRow.chat_id) == chat_id)
    ).first()
    return _as_group(*row) if row else None


def find_of_units(session: Session, unit_ids: Collection[int]) -> dict[int, Group]:
    """The groups of units, by unit."""
    rows = session.exec(
        select(GroupRow, UnitRow)
        .join(UnitRow, col(UnitRow.id) == col(GroupRow.unit_id))
        .where(col(GroupRow.unit_id).in_(set(unit_ids)))
    )
    return {row.unit_id: _as_group(row, unit) for row, unit in rows}


def _as_group(row: GroupRow, unit: UnitRow) -> Group:
    return Group(
        unit=as_unit(unit),
        chat_id=row.chat_id,
        title=row.title,
        bound_at=row.bound_at,
        language=row.language,
    )


def count_planned(session: Session, unit: Unit, *, after: datetime) -> int:
    """How many activities a unit and those below it have before them."""
    return session.exec(
        select(func.count())
        .select_from(ActivityRow)
        .join(UnitRow, col(UnitRow.id) == col(ActivityRow.unit_id))
        .where(
            col(UnitRow.path).startswith(unit.path, autoescape=True),
            col(ActivityRow.state) == ActivityState.PLANNED.value,
            col(ActivityRow.starts_at) > after,
        )
    ).one()
