"""A node of the organisation's tree."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Unit:
    """`path` is `/1/4/9/`: the ids from the root down to the unit itself."""

    id: int
    name: str
    kind: str
    path: str
    parent_id: int | None = None

    @property
    def ancestor_ids(self) -> tuple[int, ...]:
        """From the parent up to the root."""
        return tuple(reversed([int(part) for part in self.path.split("/") if part][:-1]))


def is_within(path: str, above: str) -> bool:
    """Whether a unit lies in the subtree of another, itself included."""
    return path.startswith(above)
