"""What can be pressed and said about an activity that is over."""

from handlers import activity_duties, holding
from handlers.registry import DraftRoute, PressRoute

PRESSES: tuple[PressRoute, ...] = (
    holding.hold,
    holding.ask_topic,
    holding.take_title,
    holding.hold_yes,
    holding.add_guests,
    holding.decline_guests,
    holding.move,
    holding.confirm_move,
    activity_duties.show,
    activity_duties.toggle,
)

DRAFTS: tuple[DraftRoute, ...] = (holding.hear, holding.hear_moment)
