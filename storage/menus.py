"""Which menu each private chat shows, and which it should."""

from typing import Any

from sqlalchemy import ColumnElement, case, exists, literal
from sqlmodel import Session, col, delete, func, or_, select

from domain.menu import MenuChange
from domain.office import HEARING_ORDER, OFFICER_ROLES, Role
from domain.permission import Policy
from storage.inserting import insert_new
from storage.tables.ladders import AwayRow
from storage.tables.organisation import AccountRow, MenuRow, OfficeRow, PersonRow


def _holds(roles: list[str]) -> ColumnElement[bool]:
    return exists().where(
        col(OfficeRow.person_id) == col(PersonRow.id),
        col(OfficeRow.ended_at).is_(None),
        col(OfficeRow.role).in_(roles),
    )


def _stands_in() -> ColumnElement[bool]:
    return exists().where(
        col(AwayRow.deputy_id) == col(PersonRow.id),
        col(AwayRow.state) == "running",
        col(OfficeRow.person_id) == col(AwayRow.person_id),
        col(OfficeRow.ended_at).is_(None),
        col(OfficeRow.role).in_([role.value for role in HEARING_ORDER]),
    )


_LEVEL: Any = case(
    (_holds([Role.ADMINISTRATOR.value]), Policy.ADMINISTRATOR.value),
    (_stands_in(), Policy.OFFICER.value),
    (_holds(sorted(role.value for role in OFFICER_ROLES)), Policy.OFFICER.value),
    else_=Policy.LINKED.value,
)


def find_drifted(session: Session, *, edition: str, limit: int) -> list[MenuChange]:
    """Chats of linked people that show another menu than they should.

    `edition` names the present commands and their words.
    """
    fingerprint = func.coalesce(PersonRow.language, "-") + literal(":") + _LEVEL
    fingerprint = fingerprint + literal(f":{edition}")
    rows = session.execute(
        select(AccountRow.telegram_user_id, PersonRow.language, _LEVEL, fingerprint)
        .select_from(AccountRow)
        .join(PersonRow, col(PersonRow.id) == col(AccountRow.person_id))
        .join(
            MenuRow,
            col(MenuRow.telegram_user_id) == col(AccountRow.telegram_user_id),
            isouter=True,
        )
        .where(
            col(PersonRow.left_at).is_(None),
            col(AccountRow.lost).is_(None),
            col(MenuRow.fingerprint).is_distinct_from(fingerprint),
        )
        .order_by(col(AccountRow.telegram_user_id))
        .limit(limit)
    )
    return [
        MenuChange(chat_id=chat_id, language=language, level=Policy(level), fingerprint=shown)
        for chat_id, language, level, shown in rows
    ]


def find_orphaned(session: Session, *, limit: int) -> list[MenuChange]:
    """Chats that still show a menu although nobody on the roster is behind them."""
    rows = session.exec(
        select(MenuRow.telegram_user_id)
        .join(
            AccountRow,
            col(AccountRow.telegram_user_id) == col(MenuRow.telegram_user_id),
            isouter=True,
        )
        .join(PersonRow, col(PersonRow.id) == col(AccountRow.person_id), isouter=True)
        .where(or_(col(PersonRow.id).is_(None), col(PersonRow.left_at).is_not(None)))
        .order_by(col(MenuRow.telegram_user_id))
        .limit(limit)
    )
    return [MenuChange(chat_id=chat_id) for chat_id in rows]


def remember(session: Session, change: MenuChange) -> None:
    """The chat shows it now, or nothing of its own any more."""
    session.execute(delete(MenuRow).where(col(MenuRow.telegram_user_id) == change.chat_id))
    if change.level is not None:
        row = {"telegram_user_id": change.chat_id, "fingerprint": change.fingerprint}
        insert_new(session, MenuRow, [row])
