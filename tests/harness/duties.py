"""Duties of every sort for journeys."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from domain.act import Act, ActKind, Needs
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Cadence, Quota
from domain.duty import Duty
from domain.ladder import ReminderPolicy
from domain.period import PeriodKind
from storage import duties
from storage.tables.duties import ObligationRow
from storage.tables.organisation import PersonRow, TagRow
from tests.harness.scenes import keep_duty
from tests.harness.world import World

SINCE = date(2026, 11, 1)


def act(kind: ActKind, zh: str, en: str) -> Act:
    """One act, with its English name as its code."""
    return Act(kind=kind, code=en.lower().replace(" ", "_"), name=Bilingual(zh=zh, en=en))


CHECK = act(ActKind.TICK, "安全自查", "Safety check")
PLAN = act(ActKind.TICK, "部署", "Plan work")
INSPECT = act(ActKind.TICK, "检查", "Inspect")
HEAR = act(ActKind.TICK, "听取汇报", "Hear reports")
STUDY = act(ActKind.TICK, "专题研究", "Study topic")


def duty(
    audience: Audience,
    *acts: Act,
    needs: Needs = Needs.ANY,
    cadence: Cadence | None = None,
    exempt_months: Sequence[int] = (),
    policy: ReminderPolicy | None = None,
    since: date = SINCE,
) -> Duty:
    """A duty of this audience; monthly unless another cadence is given."""
    done = acts or (CHECK,)
    return Duty(
        id=0,
        code=f"duty-{done[0].code}-{audience.owner}",
        name=done[0].name if len(done) == 1 else Bilingual(zh="履职任务", en="Task of office"),
        source=Bilingual(zh="来源", en="Source"),
        audience=audience,
        acts=done,
        needs=needs,
        cadence=cadence or Quota(per=PeriodKind.MONTH),
        exempt_months=tuple(exempt_months),
        policy=policy or ReminderPolicy(),
        begins_on=since,
    )


def keep(world: World, made: Duty) -> int:
    """Set the duty up; returns its id."""
    return world.change(lambda s: keep_duty(s, made))


def tag(world: World, person_id: int, *tags: str) -> None:
    """Give somebody tags."""

    def work(session: Session) -> None:
        for one in tags:
            session.add(TagRow(person_id=person_id, tag=one))

    world.change(work)


def move(world: World, person_id: int, unit_id: int) -> None:
    """Somebody belongs to another unit, as an import says."""

    def work(session: Session) -> None:
        session.get_one(PersonRow, person_id).unit_id = unit_id
        duties.forget_openings(session)

    world.change(work)


def rows(world: World, duty_id: int) -> list[ObligationRow]:
    """Every obligation of a duty, the oldest first."""
    query = select(ObligationRow).where(col(ObligationRow.duty_id) == duty_id)
    return world.look(lambda s: list(s.exec(query.order_by(col(ObligationRow.id)))))


def states(world: World, duty_id: int) -> dict[tuple[str, str], str]:
    """How each obligation of a duty stands, by owner and period."""
    return {(row.owner_key, row.period_key): row.state for row in rows(world, duty_id)}
