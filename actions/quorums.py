"""Whether enough of those with a vote are at an activity that asks for it."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from domain.activity import Activity
from domain.quorum import Quorum, Share
from storage import check_in_changes, presence_rules


def quorums_of(session: Session, found: Sequence[Activity]) -> Mapping[int, Quorum]:
    """How each activity that asks for a quorum stands, in one query whatever their number."""
    asking = {one.id: one.quorum for one in found if one.quorum is not Share.NONE}
    if not asking:
        return {}
    voteless = presence_rules.load(session).without_vote
    votes = check_in_changes.count_votes(session, list(asking), without_vote=voteless)
    return {
        activity_id: Quorum(share=share, due=votes[activity_id][0], present=votes[activity_id][1])
        for activity_id, share in asking.items()
    }
