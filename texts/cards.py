"""The words of every queued message."""

from domain.activity_change import ActivityChangedCard
from domain.approval import ApprovalCard
from domain.away import AwayCard
from domain.card import Card
from domain.check_in import CheckedInCard, CheckInOpenCard, InvitationCard, LiveCountCard
from domain.digest import DigestCard
from domain.guest import GuestAnswerCard, GuestCard
from domain.handover import HandoverCard
from domain.link import LinkedCard
from domain.nudge import NudgeCard
from domain.problem import ProblemCard
from domain.report_sheet import ReviewCard, VerdictCard
from domain.ruling import RulingCard
from texts.activities import live_count
from texts.activity_changes import changed_card
from texts.approvals import approval_card, approval_ended
from texts.aways import away_card
from texts.check_ins import check_in_open, invitation, own_card
from texts.digests import digest
from texts.guests import guest_answer, guest_card
from texts.handovers import handover
from texts.languages import Language
from texts.links import linked_card
from texts.nudges import nudge_card
from texts.problems import problem_card
from texts.replies import Reply
from texts.reviews import review, verdict
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
        ):
            return _about_activity(lang, card)
        case GuestCard() | GuestAnswerCard():
            return _about_guest(lang, card)
        case ReviewCard():
            return review(lang, card)
        case VerdictCard():
            return verdict(lang, card)
        case NudgeCard():
            return nudge_card(lang, card)
        case ApprovalCard():
            return approval_ended(lang, card) if card.is_ending else approval_card(lang, card)
        case RulingCard() | ProblemCard() | AwayCard() | HandoverCard():
            return _between_officers(lang, card)


def _about_activity(
    lang: Language,
    card: InvitationCard | CheckInOpenCard | CheckedInCard | LiveCountCard | ActivityChangedCard,
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
        case CheckedInCard():
            return own_card(lang, card.attendance)


def _about_guest(lang: Language, card: GuestCard | GuestAnswerCard) -> Reply:
    if isinstance(card, GuestCard):
        return guest_card(lang, card)
    return guest_answer(lang, card)


def _between_officers(
    lang: Language, card: RulingCard | ProblemCard | AwayCard | HandoverCard
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
