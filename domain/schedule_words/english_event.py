"""What something may hang on in English: the meeting, the end of the term, the start."""

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.meaning import Event

_ENDING = (
    "is about to expire",
    "expires",
    "expire",
    "ends",
    "is over",
    "is up",
    "runs out",
    "finishes",
    "comes to an end",
    "ending",
    "expiry",
    "expiration",
    "expiring",
)
_STARTING = ("starts", "begins", "commences", "starting", "beginning", "opens")
_HELD = ("meeting", "deadline", "activity", "event", "election", "session", "training", "exam")
_MEETINGS = (
    "annual general meeting",
    *(f"{kind} meeting" for kind in ("general", "annual", "board", "branch", "committee", "staff")),
    *("agm", "egm", "congress", "conference", "assembly", "convention"),
)
_EVENTS = {
    "due date": "deadline",
    "it is due": "deadline",
    "term of office": "term",
    "term expiry": "term_end",
    "term end": "term_end",
    "expiry of term": "term_end",
    "expiry": "term_end",
    "expiration": "term_end",
    **dict.fromkeys(("school year", "school term", "school", "semester"), "school"),
    "term": "term",
    "approval": "approval",
    "receipt of the notice": "notice",
    "receiving the notice": "notice",
    "receipt": "notice",
    "notice": "notice",
    "notification": "notice",
    "inspection": "inspection",
    "contract": "contract",
    "probation period": "probation",
    "probation": "probation",
    "holidays": "holiday",
    "holiday": "holiday",
    **{name: name for name in _HELD},
    **dict.fromkeys(_MEETINGS, "meeting"),
}
_LASTING = frozenset({"term", "school", "holiday", "contract", "probation"})
_EDGES = {"start": "event_start", "beginning": "event_start", "end": "event_end"}


@whole
def read_event(cursor: Cursor) -> Event | None:
    """The term ends, expiry of the term, the meeting, the start of school."""
    cursor.eat("each", "every", "the", "a", "their", "our", "its", "current", "of the")
    edge = cursor.eat("end of", "expiry of", "expiration of", "start of", "beginning of")
    cursor.eat("the current", "the", "a")
    word = cursor.eat(*_EVENTS)
    if word is None:
        return _read_edge(cursor) if edge is None else None
    name = _EVENTS[word]
    ends = cursor.eat(*_ENDING, "end") is not None or (edge or "")[:2] in ("en", "ex")
    starts = cursor.eat(*_STARTING, "start") is not None or (edge or "")[:2] in ("st", "be")
    if name not in _LASTING and not ends and not starts:
        return Event(name=name)
    if name == "deadline" or ends == starts:
        return None
    return Event(name=f"{name}_{'end' if ends else 'start'}")


def _read_edge(cursor: Cursor) -> Event | None:
    """The start, of what the line is about; the start of April is a date."""
    word = cursor.eat(*_EDGES) if cursor.peek(-1).text == "the" else None
    return Event(name=_EDGES[word]) if word and not cursor.sees("of") else None
