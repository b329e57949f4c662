"""Whom an activity is for, resolved against the roster."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, func, select

from domain.circle import EVERYBODY, Circle
from domain.office import Role
from storage.owners import has_tag, holds
from storage.tables.organisation import OfficeRow, PersonRow, TagRow, UnitRow


def belongs(path: str, circle: Circle) -> ColumnElement[bool]:
    """A condition on a person: the circle of this subtree takes him in; he has not left."""
    lies: ColumnElement[bool] = col(UnitRow.path) == path
    if not circle.own_unit_only:
        lies = col(UnitRow.path).startswith(path, autoescape=True)
    inside = select(col(UnitRow.id)).where(lies)
    stays: ColumnElement[bool] = col(PersonRow.left_at).is_(None)
    if circle.tags:
        stays = and_(stays, has_tag(circle.tags))
    if not circle.roles:
        return and_(stays, col(PersonRow.unit_id).in_(inside))
    holders = select(col(OfficeRow.person_id)).where(
        holds(circle.roles), col(OfficeRow.unit_id).in_(inside)
    )
    return and_(stays, col(PersonRow.id).in_(holders))


def count(
    session: Session,
    path: str,
    circle: Circle,
    *,
    also: Collection[int] = (),
    besides: Collection[int] = (),
) -> int:
    """How many a circle takes in together with `also`, without those who only look on."""
    named = col(PersonRow.left_at).is_(None) & col(PersonRow.id).in_(set(also))
    return session.exec(
        select(func.count())
        .select_from(PersonRow)
        .where(or_(belongs(path, circle), named), col(PersonRow.id).not_in(set(besides)))
    ).one()


def count_offices(session: Session, path: str) -> dict[Role, int]:
    """How many people hold each office in a subtree; an office of nobody is left out."""
    rows = session.exec(
        select(OfficeRow.role, func.count(func.distinct(col(OfficeRow.person_id))))
        .join(PersonRow, col(PersonRow.id) == col(OfficeRow.person_id))
        .join(UnitRow, col(UnitRow.id) == col(OfficeRow.unit_id))
        .where(
            col(UnitRow.path).startswith(path, autoescape=True),
            col(OfficeRow.ended_at).is_(None),
            col(PersonRow.left_at).is_(None),
        )
        .group_by(col(OfficeRow.role))
    )
    return {Role(role): people for role, people in rows}


def count_tags(session: Session, path: str) -> dict[str, int]:
    """How many people of a subtree carry each tag, the most frequent first."""
    rows = session.exec(
        select(TagRow.tag, func.count())
        .where(col(TagRow.person_id).in_(select(col(PersonRow.id)).where(belongs(path, EVERYBODY))))
        .group_by(col(TagRow.tag))
        .order_by(func.count().desc(), col(TagRow.tag))
    )
    return dict(rows.all())
