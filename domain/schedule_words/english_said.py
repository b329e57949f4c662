"""All that an English sentence said, noted part by part."""

from dataclasses import dataclass, field, fields
from enum import Enum, auto

from domain.schedule_words.english_limits import Left
from domain.schedule_words.english_offset import Distance
from domain.schedule_words.english_piece import Piece
from domain.schedule_words.english_quota import Times
from domain.schedule_words.meaning import Amount, Event
from domain.working_day import Shift


class Due(Enum):
    """How a deadline was said: by Friday, before Friday, due this week."""

    BY = auto()
    BEFORE = auto()
    WITHIN = auto()


@dataclass(kw_only=True)
class Said:
    """The note pad for one sentence.

    `base` is the place in the calendar, `others` are places named before it, `since` and
    `until` what follows "from" and "until", `to` what follows a mere "to"; `distance` counts
    from `event`, from `target` or from now.
    """

    base: Piece = field(default_factory=Piece)
    others: tuple[Piece, ...] = ()
    due: Due | None = None
    event: Event | None = None
    distance: Distance | None = None
    target: Piece | None = None
    since: Piece | None = None
    until: Piece | None = None
    to: Piece | None = None
    lasting: Amount | None = None
    times: Times | None = None
    left: Left | None = None
    shift: Shift | None = None
    vague: str = ""

    def is_only(self, *names: str) -> bool:
        """Whether nothing else was said: whoever makes a meaning must not lose a part."""
        return all(
            one.name in names or getattr(self, one.name) == getattr(_NOTHING, one.name)
            for one in fields(self)
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing about time was understood."""
        return self == _NOTHING


_NOTHING = Said()
