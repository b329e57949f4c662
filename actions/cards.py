"""Which action loads the card of which kind of message."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from actions import (
    activity_news,
    approval_cards,
    away_cards,
    day_off_questions,
    digests,
    first_drafts,
    guest_cards,
    handover_packets,
    held_questions,
    invitation_cards,
    leave_cards,
    link_cards,
    live_counts,
    monthly_boards,
    nudges,
    outages,
    problems,
    report_cards,
    review_cards,
    ruling_cards,
)
from domain.card import Card
from domain.delivery import Delivery, Kind
from domain.place import Place


class Loader(Protocol):
    """Loads the cards of several messages at once; a message with nothing to say has none."""

    def __call__(
        self, session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
    ) -> Mapping[int, Card]:
        """Cards by the id of the delivery."""
        ...


LOADERS: dict[Kind, Loader] = {
    Kind.DIGEST: digests.load_cards,
    Kind.LINKED: link_cards.load_cards,
    Kind.INVITATION: invitation_cards.load_invitations,
    Kind.CHECK_IN_OPEN: invitation_cards.load_openings,
    Kind.REVIEW: review_cards.load_reviews,
    Kind.VERDICT: review_cards.load_verdicts,
    Kind.NUDGE: nudges.load_cards,
    Kind.APPROVAL: approval_cards.load_cards,
    Kind.APPROVAL_ENDED: approval_cards.load_endings,
    Kind.RULING: ruling_cards.load_cards,
    Kind.PROBLEM: problems.load_cards,
    Kind.AWAY: away_cards.load_cards,
    Kind.CHECKED_IN: invitation_cards.load_answers,
    Kind.LIVE_COUNT: live_counts.load_cards,
    Kind.HANDOVER: handover_packets.load_cards,
    Kind.GUEST: guest_cards.load_cards,
    Kind.GUEST_ANSWER: guest_cards.load_answers,
    Kind.ACTIVITY_CHANGED: activity_news.load_cards,
    Kind.BOARD: monthly_boards.load_cards,
    Kind.HELD_QUESTION: held_questions.load_cards,
    Kind.MOVED: invitation_cards.load_moved,
    Kind.LEAVE: leave_cards.load_cards,
    Kind.CUT_OFF: outages.load_cards,
    Kind.LEAVE_ANSWER: invitation_cards.load_answers,
    Kind.CONFIRMATION: review_cards.load_confirmations,
    Kind.FIRST_DRAFT: first_drafts.load_cards,
    Kind.ALBUM: report_cards.load_drafts,
    Kind.FILE_REFUSED: report_cards.load_refused_files,
    Kind.TAKEN_OFF: invitation_cards.load_answers,
    Kind.DAY_OFF: day_off_questions.load_cards,
}


def load(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, Card]:
    """The card of each message that still has something to say."""
    by_kind: dict[Kind, list[Delivery]] = {}
    for delivery in claimed:
        by_kind.setdefault(delivery.kind, []).append(delivery)
    cards: dict[int, Card] = {}
    for kind, some in by_kind.items():
        cards.update(LOADERS[kind](session, some, now=now, place=place))
    return cards
