"""What a queued message says, loaded afresh at the moment it is sent."""

from dataclasses import dataclass

from domain.activity_change import ActivityChangedCard
from domain.approval import ApprovalCard
from domain.away import AwayCard
from domain.board_picture import BoardPictureCard
from domain.check_in import (
    CheckedInCard,
    CheckInOpenCard,
    CutOffCard,
    InvitationCard,
    LiveCountCard,
    MovedCard,
)
from domain.delivery import Delivery
from domain.digest import DigestCard
from domain.guest import GuestAnswerCard, GuestCard
from domain.handover import HandoverCard
from domain.holding import HeldQuestionCard
from domain.leave import LeaveCard
from domain.link import LinkedCard
from domain.nudge import NudgeCard
from domain.problem import ProblemCard
from domain.report_sheet import (
    ConfirmationCard,
    DraftCard,
    FileRefusedCard,
    FirstDraftCard,
    ReviewCard,
    VerdictCard,
)
from domain.ruling import RulingCard
from domain.series_day import DayOffCard

Card = (
    DigestCard
    | LinkedCard
    | InvitationCard
    | CheckInOpenCard
    | ReviewCard
    | VerdictCard
    | NudgeCard
    | ApprovalCard
    | RulingCard
    | ProblemCard
    | AwayCard
    | CheckedInCard
    | LiveCountCard
    | HandoverCard
    | GuestCard
    | GuestAnswerCard
    | ActivityChangedCard
    | BoardPictureCard
    | HeldQuestionCard
    | MovedCard
    | LeaveCard
    | CutOffCard
    | DraftCard
    | FirstDraftCard
    | ConfirmationCard
    | FileRefusedCard
    | DayOffCard
)


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A claimed message with its card and the person that it goes to."""

    delivery: Delivery
    chat_id: int
    language: str | None
    card: Card
