"""What the page of a wall is sent: words in both languages, the code as squares, the counts."""

from datetime import datetime
from typing import Any

from domain.code import Shown
from domain.wall import WallBoard
from papers.qr_code import draw
from texts.languages import LANGUAGES, Language
from texts.wall import arrival_line, board_words, page_words

Json = dict[str, Any]


def words_of_page() -> Json:
    """What the page says by itself, by language."""
    return {code: page_words(Language(code=code)) for code in LANGUAGES}


def as_json(board: WallBoard, *, bot_username: str) -> Json:
    """The board; instants as milliseconds since 1970, `offset` as minutes that clocks are ahead."""
    offset = board.now.utcoffset()
    counts = board.counts
    return {
        "language": board.language,
        "now": _milliseconds(board.now),
        "offset": int(offset.total_seconds()) // 60 if offset else 0,
        "words": {code: _words(Language(code=code), board) for code in LANGUAGES},
        "counts": {
            "present": counts.present,
            "late": counts.late,
            "excused": counts.excused,
            "missing": counts.expected + counts.absent,
        },
        "code": _code(board.shown, bot_username) if board.shown and bot_username else None,
    }


def _words(lang: Language, board: WallBoard) -> Json:
    return {
        **board_words(lang, board),
        "arrivals": [arrival_line(lang, one) for one in board.arrivals],
    }


def _code(shown: Shown, bot_username: str) -> Json:
    drawn = draw(f"https://t.me/{bot_username}?start={shown.scan}")
    return {
        "size": len(drawn.rows),
        "path": drawn.path,
        "until": _milliseconds(shown.scan_until),
        "spoken": shown.spoken,
        "spoken_until": _milliseconds(shown.spoken_until),
    }


def _milliseconds(instant: datetime) -> int:
    return int(instant.timestamp() * 1000)
