"""Where units stand in the tree, written as `/1/4/9/`."""

from collections.abc import Mapping

from domain.roster_lookup import parents_first


def unit_paths(parent_of: Mapping[int, int | None]) -> dict[int, str]:
    """The path of every unit, from who is above whom."""
    paths: dict[int, str] = {}
    for unit_id in parents_first(parent_of):
        above = parent_of[unit_id]
        paths[unit_id] = f"{'/' if above is None else paths[above]}{unit_id}/"
    return paths


def ids_on(path: str) -> list[int]:
    """The units on a path, from the top down to the unit itself."""
    return [int(part) for part in path.split("/") if part]
