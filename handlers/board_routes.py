"""What can be pressed about the board."""

from handlers import board_pictures, settings, status
from handlers.registry import PressRoute

PRESSES: tuple[PressRoute, ...] = (
    status.show_board,
    board_pictures.send_board,
    board_pictures.send_turnout,
    settings.choose_monthly_board,
)
