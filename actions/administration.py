"""Who may change what concerns the whole organisation."""

from sqlmodel import Session

from domain.permission import Actor, may_administer
from storage import accounts, units


def administers_all(session: Session, actor: Actor) -> bool:
    """An administrator of the top unit; one of a part may not change the whole."""
    root = units.find_root(session)
    return root is not None and may_administer(actor, root.path)


def still_administers_all(session: Session, person_id: int) -> bool:
    """The same of somebody who does not act at this moment."""
    offices = accounts.find_offices(session, person_id)
    return administers_all(session, Actor(telegram_user_id=0, offices=offices))
