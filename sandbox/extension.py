"""What the owner of a bot adds to the control interface: views and verbs of the bot itself."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.answers import Json

View = Callable[[Mapping[str, str]], Awaitable[Any]]
Verb = Callable[[Json], Awaitable[Any]]


@dataclass(frozen=True, kw_only=True)
class Extension:
    """Named as the page asks for them: it shows only what is there.

    A mistake of the caller raises LookupError or ValueError with a sentence. Verbs and moves of
    the clock never run at the same time.
    """

    views: Mapping[str, View] = field(default_factory=dict)
    verbs: Mapping[str, Verb] = field(default_factory=dict)

    @property
    def abilities(self) -> list[str]:
        return sorted({*self.views, *self.verbs})


NOTHING_MORE = Extension()


def joined(*parts: Extension) -> Extension:
    """Everything that the parts can do; their names must differ."""
    names = [name for part in parts for name in part.abilities]
    if len(names) != len(set(names)):
        raise ValueError(f"named twice: {sorted(names)}")
    return Extension(
        views={name: view for part in parts for name, view in part.views.items()},
        verbs={name: verb for part in parts for name, verb in part.verbs.items()},
    )
