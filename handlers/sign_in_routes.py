"""What can be pressed about the daily sign-in."""

from handlers import sign_in_lists, sign_ins
from handlers.registry import PressRoute

PRESSES: tuple[PressRoute, ...] = (
    sign_ins.sign,
    sign_ins.take_back,
    sign_in_lists.turn_offices,
    sign_in_lists.show_day,
    sign_in_lists.show_names,
    sign_in_lists.show_hours,
    sign_in_lists.ask_end,
    sign_in_lists.end,
    sign_in_lists.begin,
    sign_in_lists.show_one,
    sign_in_lists.ask_why,
    sign_in_lists.correct,
    sign_in_lists.send_sheet,
)
