"""Dialogues in progress: one open for a person, any number parked."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select, update

from domain.draft import Draft
from storage.tables.process import DraftRow


def _as_draft(row: DraftRow) -> Draft:
    return Draft(
        id=row.id or 0,
        person_id=row.person_id,
        kind=row.kind,
        subject_id=row.subject_id,
        version=row.version,
        facts=dict(row.facts),
    )


def find_open(session: Session, person_id: int) -> Draft | None:
    """The dialogue that the person's next words belong to."""
    row = session.exec(
        select(DraftRow).where(col(DraftRow.person_id) == person_id, col(DraftRow.state) == "open")
    ).first()
    return _as_draft(row) if row else None


def find(session: Session, draft_id: int, *, person_id: int) -> Draft | None:
    """A dialogue of this person that is open or parked."""
    row = session.exec(
        select(DraftRow).where(
            col(DraftRow.id) == draft_id,
            col(DraftRow.person_id) == person_id,
            col(DraftRow.state).in_(("open", "parked")),
        )
    ).first()
    return _as_draft(row) if row else None


def find_of(session: Session, person_id: int, kind: str, *, subject_id: int) -> Draft | None:
    """The dialogue of this person about a subject that is open or parked, the latest one."""
    row = session.exec(
        select(DraftRow)
        .where(
            col(DraftRow.person_id) == person_id,
            col(DraftRow.kind) == kind,
            col(DraftRow.subject_id) == subject_id,
            col(DraftRow.state).in_(("open", "parked")),
        )
        .order_by(col(DraftRow.id).desc())
    ).first()
    return _as_draft(row) if row else None


def find_subject(session: Session, draft_id: int, *, person_id: int) -> int | None:
    """What a dialogue of this person is or was about, closed ones included."""
    return session.exec(
        select(DraftRow.subject_id).where(
            col(DraftRow.id) == draft_id, col(DraftRow.person_id) == person_id
        )
    ).first()


def begin(
    session: Session,
    person_id: int,
    kind: str,
    *,
    now: datetime,
    subject_id: int | None = None,
    facts: dict[str, Any] | None = None,
) -> Draft:
    """Open a dialogue; the one that was open is parked, and an older one of its kind discarded."""
    end_all(session, person_id, kind=kind, subject_id=subject_id, state="discarded", now=now)
    park(session, person_id, now=now)
    row = DraftRow(
        person_id=person_id,
        kind=kind,
        subject_id=subject_id,
        facts=facts or {},
        begun_at=now,
        changed_at=now,
    )
    session.add(row)
    session.flush()
    return _as_draft(row)


def park(session: Session, person_id: int, *, now: datetime) -> None:
    """Set the open dialogue aside; nothing of it is lost."""
    session.execute(
        update(DraftRow)
        .where(col(DraftRow.person_id) == person_id, col(DraftRow.state) == "open")
        .values(state="parked", changed_at=now)
    )


def resume(session: Session, draft_id: int, *, person_id: int, now: datetime) -> Draft | None:
    """Go on with a dialogue, the open one is parked for it; None when it is over."""
    if find(session, draft_id, person_id=person_id) is None:
        return None
    park(session, person_id, now=now)
    session.execute(
        update(DraftRow)
        .where(col(DraftRow.id) == draft_id, col(DraftRow.state) == "parked")
        .values(state="open", changed_at=now)
    )
    return find(session, draft_id, person_id=person_id)


def find_unfinished(session: Session, person_id: int) -> list[Draft]:
    """The open dialogue and the parked ones, the latest first; at most ten."""
    rows = session.exec(
        select(DraftRow)
        .where(col(DraftRow.person_id) == person_id, col(DraftRow.state).in_(("open", "parked")))
        .order_by(col(DraftRow.changed_at).desc(), col(DraftRow.id).desc())
        .limit(10)
    )
    return [_as_draft(row) for row in rows]


def keep(session: Session, draft: Draft, facts: dict[str, Any], *, now: datetime) -> bool:
    """Keep what was said by now; False when somebody changed it in between."""
    done = session.execute(
        update(DraftRow)
        .where(col(DraftRow.id) == draft.id, col(DraftRow.version) == draft.version)
        .values(facts=facts, version=draft.version + 1, changed_at=now)
    )
    return bool(getattr(done, "rowcount", 0))


def end(session: Session, draft_id: int, *, state: str, now: datetime) -> bool:
    """Close a dialogue as confirmed or discarded; False when it was closed already."""
    done = session.execute(
        update(DraftRow)
        .where(col(DraftRow.id) == draft_id, col(DraftRow.state).in_(("open", "parked")))
        .values(state=state, changed_at=now)
    )
    return bool(getattr(done, "rowcount", 0))


def end_all(
    session: Session,
    person_id: int,
    *,
    kind: str,
    subject_id: int | None,
    state: str,
    now: datetime,
) -> None:
    """Close every dialogue of a kind about a subject."""
    session.execute(
        update(DraftRow)
        .where(
            col(DraftRow.person_id) == person_id,
            col(DraftRow.kind) == kind,
            col(DraftRow.subject_id).is_not_distinct_from(subject_id),
            col(DraftRow.state).in_(("open", "parked")),
        )
        .values(state=state, changed_at=now)
    )


def reopen(session: Session, draft_id: int, *, person_id: int, since: datetime) -> bool:
    """Take back a dialogue that was dropped after `since`; False when there is none such."""
    found = session.exec(
        select(DraftRow.id).where(
            col(DraftRow.id) == draft_id,
            col(DraftRow.person_id) == person_id,
            col(DraftRow.state) == "discarded",
            col(DraftRow.changed_at) >= since,
        )
    ).first()
    if found is None:
        return False
    session.execute(
        update(DraftRow)
        .where(col(DraftRow.person_id) == person_id, col(DraftRow.state) == "open")
        .values(state="parked")
    )
    session.execute(update(DraftRow).where(col(DraftRow.id) == draft_id).values(state="open"))
    return True
