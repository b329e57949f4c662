"""What can be pressed about the board."""

from handlers import board_pictures, period_status, settings, status
from handlers.registry import PressRoute

PRESSES: tuple[PressRoute, ...] = (
    status.show_board,
    period_status.show_board,
    period_status.choose_duty,
    period_status.choose_kind,
    period_status.show_records,
    period_status.show_record,
    board_pictures.send_board,
    board_pictures.send_turnout,
    settings.choose_monthly_board,
)
