"""Faults that the stand-in commits on request, so that a bot can be tried against them."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "429",
    "500",
    "502_html",
    "drop_before",
    "drop_after",
    "hang",
    "hang_after",
    "slow",
    "refuse",
]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One fault: at the next `times` calls of `method` (`*` is any), or only into `chat_id`.

    `drop_after` and `hang_after` carry the call out and lose the answer; the others do nothing.
    `delay` (seconds) belongs to `slow`.
    """

    method: str
    kind: Kind
    times: int = 1
    retry_after: int = 1
    delay: float = 0.0
    chat_id: int | None = None


class Faults:
    def __init__(self) -> None:
        self._waiting: list[tuple[Fault, int]] = []

    def add(self, fault: Fault) -> None:
        if fault.kind not in KINDS:
            raise ValueError(f"unknown kind of fault: {fault.kind}")
        self._waiting.append((fault, fault.times))

    def clear(self) -> None:
        self._waiting.clear()

    def waiting(self) -> list[tuple[Fault, int]]:
        """The faults not yet committed, each with how often it is still to come."""
        return list(self._waiting)

    def take(self, method: str, chat_id: str) -> Fault | None:
        """The fault for this call, if one is due."""
        for position, (fault, left) in enumerate(self._waiting):
            if fault.method.lower() not in ("*", method.lower()):
                continue
            if fault.chat_id is not None and str(fault.chat_id) != chat_id:
                continue
            if left > 1:
                self._waiting[position] = (fault, left - 1)
            else:
                del self._waiting[position]
            return fault
        return None
