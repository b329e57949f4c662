"""Make pictures in a process of its own: the board, and attendance sheets."""

from domain.attendance_picture import AttendancePicture
from domain.board_picture import BoardPicture, TurnoutPicture
from papers.worker import run_guarded
from texts.languages import Code

DRAWING_SECONDS = 60
# Most of it is room that the library of numbers sets aside and never uses.
DRAWING_MEGABYTES = 2_000


def make_board(picture: BoardPicture, code: Code) -> bytes:
    """A PNG, drawn beside the bot; raises WorkerError."""
    return run_guarded(
        _draw_board, picture, code, seconds=DRAWING_SECONDS, megabytes=DRAWING_MEGABYTES
    )


def make_turnout(picture: TurnoutPicture, code: Code) -> bytes:
    """The same for attendance."""
    return run_guarded(
        _draw_turnout, picture, code, seconds=DRAWING_SECONDS, megabytes=DRAWING_MEGABYTES
    )


def make_attendance(picture: AttendancePicture, code: Code) -> bytes:
    """The same for the sheet of one activity."""
    return run_guarded(
        _draw_attendance, picture, code, seconds=DRAWING_SECONDS, megabytes=DRAWING_MEGABYTES
    )


def _draw_board(picture: BoardPicture, code: Code) -> bytes:
    from papers.board_drawing import draw_board  # Late: in the worker process alone.

    return draw_board(picture, code)


def _draw_turnout(picture: TurnoutPicture, code: Code) -> bytes:
    from papers.turnout_drawing import draw_turnout  # Late: in the worker process alone.

    return draw_turnout(picture, code)


def _draw_attendance(picture: AttendancePicture, code: Code) -> bytes:
    from papers.attendance_drawing import draw_attendance  # Late: in the worker process alone.

    return draw_attendance(picture, code)
