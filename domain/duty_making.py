"""What an administrator sees while a duty is being made."""

from dataclasses import dataclass

from domain.dated_cadence import MovingFeast, Unfit
from domain.duty_draft import DutyDraft
from domain.duty_view import DutyView
from domain.office import Role
from domain.plan_view import KindChoice
from domain.schedule_words.reading import Ask, Refused
from domain.timeline import TimelineEntry

Trouble = Ask | Refused | MovingFeast | Unfit
ROLES = (Role.SECRETARY, Role.HEAD, Role.COMMITTEE_MEMBER, Role.GROUP_LEADER, Role.MEMBER)
MOST_KINDS = 10
MOST_TAGS = 6


@dataclass(frozen=True, kw_only=True)
class DutyInTheMaking:
    """A draft as it stands under its id and version, with what would follow from it.

    `trouble` is what the last words about when left open; `unknown` are words of the last message
    that belong to nothing. `view` is there once everything is known. `open_items` are open of the
    duty that is being changed, and would follow the change when that is asked for. Somebody who
    meant to change a duty may make it twice: `has_namesake` when another one has this name.
    """

    draft_id: int
    version: int
    draft: DutyDraft
    kinds: tuple[KindChoice, ...] = ()
    tags: tuple[str, ...] = ()
    view: DutyView | None = None
    timeline: tuple[TimelineEntry, ...] = ()
    open_items: int = 0
    trouble: Trouble | None = None
    unknown: tuple[str, ...] = ()
    has_namesake: bool = False

    @property
    def is_change(self) -> bool:
        """Whether a duty that exists is being changed."""
        return bool(self.draft.code)
