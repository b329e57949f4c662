"""What a button sends back: `v1:verb:subject:version`, short and without personal data."""

import re
from dataclasses import dataclass

from texts.replies import Button

_PRESS = re.compile(r"v1:([a-z_]+):([A-Za-z0-9_-]+):(0|[1-9][0-9]{0,8})")


@dataclass(frozen=True, kw_only=True)
class Press:
    verb: str
    subject_id: str
    version: int = 0


def press(verb: str, subject_id: int | str, version: int = 0) -> str:
    """Return callback data; raises ValueError when it could not be read back."""
    written = f"v1:{verb}:{subject_id}:{version}"
    if _PRESS.fullmatch(written) is None or len(written) > 64:
        raise ValueError(f"{written!r} cannot be sent by a button.")
    return written


def parse_press(written: str) -> Press | None:
    """Return the press, or None for anything that we did not write."""
    found = _PRESS.fullmatch(written) if len(written) <= 64 else None
    if found is None:
        return None
    return Press(verb=found[1], subject_id=found[2], version=int(found[3]))


def page_buttons(
    verb: str, page: int, pages: int, *, subject_id: int | str = 0
) -> tuple[Button, ...]:
    """Return the row `‹ 2/5 ›`; pages count from 1 and travel as the press's version."""
    if pages <= 1:
        return ()
    here = min(max(page, 1), pages)
    turns = [("‹", here - 1), (f"{here}/{pages}", here), ("›", here + 1)]
    return tuple(
        Button(label=label, data=press(verb, subject_id, to))
        for label, to in turns
        if 1 <= to <= pages
    )


def rows(*given: tuple[Button, ...]) -> tuple[tuple[Button, ...], ...]:
    """Return the rows that hold a button."""
    return tuple(row for row in given if row)
