"""The words of every queued message."""

from domain.activity_change import ActivityChangedCard
from domain.approval import ApprovalCard
from domain.away import AwayCard
from domain.board_picture import BoardPictureCard
from domain.card import Card
from domain.check_in import (
    CheckedInCard,
    CheckInOpenCard,
    CutOffCard,
    InvitationCard,
    LiveCountCard,
    MovedCard,
)
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
from texts.activity_cards import cut_off, live_count
from texts.activity_changes import changed_card
from texts.approvals import approval_card, approval_ended
from texts.aways import away_card
from texts.board_pictures import board_card
from texts.check_ins import check_in_open, invitation, moved_card, own_card
from texts.day_offs import day_off_question
from texts.digests import digest
from texts.first_drafts import first_draft
from texts.guests import guest_answer, guest_card
from texts.handovers import handover
from texts.holding import held_question
from texts.languages import Language
from texts.leaves import leave_card
from texts.links import linked_card
from texts.nudges import nudge_card
from texts.problems import problem_card
from texts.replies import Reply
from texts.report_files import late_file
from texts.reports import report_sheet
from texts.reviews import confirmation, review, verdict
from texts.rulings import ruling_card


def render(lang: Language, card: Card) -> Reply:
    """What a card says."""
    match card:
        case DigestCard():
            return digest(lang, card)
        case LinkedCard():
            return linked_card(lang, card)
        case (
            InvitationCard()
            | CheckInOpenCard()
            | CheckedInCard()
            | LiveCountCard()
            | ActivityChangedCard()
            | CutOffCard()
        ):
            return _about_activity(lang, card)
        case (
            GuestCard()
            | GuestAnswerCard()
            | HeldQuestionCard()
            | MovedCard()
            | LeaveCard()
            | DayOffCard()
        ):
            return _of_activity(lang, card)
        case FirstDraftCard() | DraftCard() | FileRefusedCard():
            return _about_draft(lang, card)
        case ReviewCard() | VerdictCard() | ConfirmationCard():
            return _about_report(lang, card)
        case NudgeCard():
            return nudge_card(lang, card)
        case ApprovalCard():
            return approval_ended(lang, card) if card.is_ending else approval_card(lang, card)
        case RulingCard() | ProblemCard() | AwayCard() | HandoverCard() | BoardPictureCard():
            return _between_officers(lang, card)


def _about_activity(
    lang: Language,
    card: InvitationCard
    | CheckInOpenCard
    | CheckedInCard
    | LiveCountCard
    | ActivityChangedCard
    | CutOffCard,
) -> Reply:
    match card:
        case InvitationCard():
            return invitation(lang, card)
        case CheckInOpenCard():
            return check_in_open(lang, card)
        case LiveCountCard():
            return live_count(lang, card)
        case ActivityChangedCard():
            return changed_card(lang, card)
        case CutOffCard():
            return cut_off(lang, card)
        case CheckedInCard():
            return own_card(lang, card.attendance)


def _of_activity(
    lang: Language,
    card: GuestCard | GuestAnswerCard | HeldQuestionCard | MovedCard | LeaveCard | DayOffCard,
) -> Reply:
    match card:
        case GuestCard():
            return guest_card(lang, card)
        case GuestAnswerCard():
            return guest_answer(lang, card)
        case HeldQuestionCard():
            return held_question(lang, card)
        case MovedCard():
            return moved_card(lang, card)
        case LeaveCard():
            return leave_card(lang, card)
        case DayOffCard():
            return day_off_question(lang, card)


def _about_draft(lang: Language, card: FirstDraftCard | DraftCard | FileRefusedCard) -> Reply:
    match card:
        case FirstDraftCard():
            return first_draft(lang, card)
        case DraftCard():
            return report_sheet(lang, card.sheet)
        case FileRefusedCard():
            return late_file(lang, card)


def _about_report(lang: Language, card: ReviewCard | VerdictCard | ConfirmationCard) -> Reply:
    match card:
        case ReviewCard():
            return review(lang, card)
        case VerdictCard():
            return verdict(lang, card)
        case ConfirmationCard():
            return confirmation(lang, card)


def _between_officers(
    lang: Language,
    card: RulingCard | ProblemCard | AwayCard | HandoverCard | BoardPictureCard,
) -> Reply:
    match card:
        case RulingCard():
            return ruling_card(lang, card)
        case ProblemCard():
            return problem_card(lang, card)
        case AwayCard():
            return away_card(lang, card)
        case HandoverCard():
            return handover(lang, card.handover)
        case BoardPictureCard():
            return board_card(lang, card)
