"""An activity that asks for proof, and what its wall shows at an instant."""

from datetime import datetime

from sqlmodel import Session, col, select

from domain.code import Shown, show
from sandbox.chats import Message
from storage import codes
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import PersonRow
from tests.harness.activities import School, open_more
from tests.harness.world import World

STUDY = 1
CHOICES = {"zh": {"code": "签到码", "wall": "大屏"}, "en": {"code": "Code", "wall": "Wall"}}


async def plan_with(school: School, proof: str, language: str = "zh") -> Message:
    """Plan the study of Friday at three, to be checked in to with a code; the secretary's card."""
    card = await school.plan(language)
    await open_more(school.world, school.lin, card)
    await school.world.press(school.lin, f"⚪ {CHOICES[language][proof]}", message=card)
    return card


def shown(world: World, at: datetime | None = None, *, activity: int = STUDY) -> Shown:
    """The codes of an instant, now unless another one is named."""
    secret = world.look(lambda session: codes.find_secret(session, activity))
    assert secret is not None
    return show(secret, activity, at=at or world.clock())


def record_of(world: World, name: str) -> tuple[str, datetime | None, str | None, int | None]:
    """How somebody stands: the state, the instant that counts, the way, and who recorded it."""

    def read(session: Session) -> tuple[str, datetime | None, str | None, int | None]:
        row = session.exec(
            select(ExpectedRow)
            .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
            .where(col(PersonRow.name) == name)
        ).one()
        return row.state, row.recorded_at, row.way, row.recorded_by

    return world.look(read)
