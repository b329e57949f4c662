"""How an action runs for somebody: who he is and what he may is settled inside its transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar

from sqlmodel import Session

from domain.permission import Actor, Policy, allows
from storage import accounts, inbox

P = ParamSpec("P")
T = TypeVar("T")

# What an action works on. The doors hand it through and never look inside.
Memory: TypeAlias = Session
Work: TypeAlias = Callable[[Session], T]

_READS: set[Callable[..., Any]] = set()


def reads(action: Callable[P, T]) -> Callable[P, T]:
    """Mark an action that only asks: it runs on a reader and never waits for the writer."""
    _READS.add(action)
    return action


def is_read(action: Callable[..., Any]) -> bool:
    """Whether the action was marked as one that only asks."""
    return action in _READS


class NotEntitledError(Exception):
    """The policy of the handler does not let this actor in. It says nothing about any object."""

    def __init__(self, policy: Policy, actor: Actor) -> None:
        super().__init__(f"{policy} is needed")
        self.policy = policy
        self.actor = actor


class AlreadyHandledError(Exception):
    """The update was settled before; its effect must not happen a second time."""


class Runner(Protocol):
    """Opens the transaction in a worker thread, commits or rolls back."""

    async def read(self, work: Work[T]) -> T:
        """Run work that only asks."""
        ...

    async def write(self, work: Work[T]) -> T:
        """Run work that changes something."""
        ...


class Copies(Protocol):
    """Our own copies of files, by their checksums. It blocks: asyncio calls it in a thread."""

    def keep(self, content: bytes, *, now: datetime) -> str:
        """Keep a copy and return its mark."""
        ...

    def fetch(self, mark: str) -> bytes | None:
        """The copy, where it is there and whole."""
        ...


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who asked, under which policy, by which update."""

    telegram_user_id: int
    policy: Policy
    update_id: int


def for_person(
    asked: Asked, now: datetime, action: Callable[Concatenate[Session, Actor, P], T]
) -> Callable[Concatenate[Session, P], T]:
    """Wrap an action: resolve the actor, check the policy, and settle the update if it writes."""

    def work(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> T:
        actor = accounts.find_actor(session, asked.telegram_user_id)
        if not allows(asked.policy, actor):
            raise NotEntitledError(asked.policy, actor)
        outcome = action(session, actor, *args, **kwargs)
        if not is_read(action) and not inbox.settle(session, [asked.update_id], now=now):
            raise AlreadyHandledError(f"update {asked.update_id} was settled before")
        return outcome

    return work
