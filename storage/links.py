"""Personal one-time links, and the payloads that opened nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, func, or_, select, update

from domain.link import Link, Purpose
from storage.tables.organisation import GuessRow, LinkRow


@dataclass(frozen=True, kw_only=True)
class NewLink:
    """A link about to be kept; of its secret only the hash is known here."""

    secret_hash: str
    purpose: Purpose
    expires_at: datetime
    person_id: int | None = None
    made_by: int | None = None


def _as_link(row: LinkRow) -> Link:
    return Link(
        id=row.id or 0,
        purpose=Purpose(row.purpose),
        person_id=row.person_id,
        made_by=row.made_by,
        made_at=row.made_at,
        expires_at=row.expires_at,
        opened_by=row.opened_by,
        used_at=row.used_at,
    )


def make(session: Session, link: NewLink, *, now: datetime) -> int:
    """Keep a new link; every older one for the same end is over."""
    session.execute(
        update(LinkRow)
        .where(
            col(LinkRow.purpose) == link.purpose.value,
            col(LinkRow.person_id).is_not_distinct_from(link.person_id),
            col(LinkRow.used_at).is_(None),
            col(LinkRow.expires_at) > now,
        )
        .values(expires_at=now)
    )
    row = LinkRow(
        secret_hash=link.secret_hash,
        purpose=link.purpose.value,
        person_id=link.person_id,
        made_by=link.made_by,
        made_at=now,
        expires_at=link.expires_at,
    )
    session.add(row)
    session.flush()
    return row.id or 0


def find_many(session: Session, link_ids: Sequence[int]) -> dict[int, Link]:
    """Links by id."""
    rows = session.exec(select(LinkRow).where(col(LinkRow.id).in_(set(link_ids))))
    return {link.id: link for link in map(_as_link, rows)}


def find(session: Session, link_id: int) -> Link | None:
    """One link."""
    return find_many(session, [link_id]).get(link_id)


def find_by_hash(session: Session, secret_hash: str) -> Link | None:
    """The link with this secret."""
    row = session.exec(select(LinkRow).where(col(LinkRow.secret_hash) == secret_hash)).first()
    return _as_link(row) if row else None


def find_of_person(session: Session, person_id: int) -> list[Link]:
    """Every link that was made for somebody, the newest first."""
    rows = session.exec(
        select(LinkRow).where(col(LinkRow.person_id) == person_id).order_by(col(LinkRow.id).desc())
    )
    return [_as_link(row) for row in rows]


def bind(session: Session, link_id: int, telegram_user_id: int) -> bool:
    """Give the link to the account that opens it first; False when another one has it."""
    done = session.execute(
        update(LinkRow)
        .where(
            col(LinkRow.id) == link_id,
            col(LinkRow.used_at).is_(None),
            or_(
                col(LinkRow.opened_by).is_(None),
                col(LinkRow.opened_by) == telegram_user_id,
            ),
        )
        .values(opened_by=telegram_user_id)
    )
    return bool(getattr(done, "rowcount", 0))


def use(session: Session, link: Link, *, person_id: int, now: datetime) -> bool:
    """Use it up; False when somebody was faster."""
    done = session.execute(
        update(LinkRow)
        .where(col(LinkRow.id) == link.id, col(LinkRow.used_at).is_(None))
        .values(used_at=now, person_id=person_id)
    )
    return bool(getattr(done, "rowcount", 0))


def close(session: Session, link_id: int, *, now: datetime) -> bool:
    """End an unused link before its time; False when it was over already."""
    done = session.execute(
        update(LinkRow)
        .where(
            col(LinkRow.id) == link_id,
            col(LinkRow.used_at).is_(None),
            col(LinkRow.expires_at) > now,
        )
        .values(expires_at=now)
    )
    return bool(getattr(done, "rowcount", 0))


def note_guess(
    session: Session, telegram_user_id: int, *, now: datetime, forget_before: datetime
) -> None:
    """Count a payload that opened nothing, and forget those of long ago."""
    session.execute(delete(GuessRow).where(col(GuessRow.at) < forget_before))
    session.add(GuessRow(telegram_user_id=telegram_user_id, at=now))


def count_guesses(session: Session, telegram_user_id: int, *, since: datetime) -> int:
    """How many payloads of this account opened nothing since then."""
    return session.exec(
        select(func.count()).where(
            col(GuessRow.telegram_user_id) == telegram_user_id, col(GuessRow.at) >= since
        )
    ).one()
