"""What fulfils a duty is named anew: what is known of the acts that it had stays with them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.act import Act, ActKind


def take_over(said: Sequence[Act], known: Sequence[Act]) -> tuple[Act, ...]:
    """The acts that were said, each with what was known of it.

    One of the same name stays as it was, with its code and what was counted of it, and stands
    there once, though it is said in both languages. Another name is another act, which is handed
    in or voted on like the one of its kind that it stands for.
    """
    by_name = {name.casefold(): one for one in known for name in (one.name.zh, one.name.en) if name}
    kept = [by_name.get(one.name.zh.casefold()) for one in said]
    left = [one for one in known if one not in kept]
    free = _free_codes(known)
    made: list[Act] = []
    for new, old in zip(said, kept, strict=True):
        if old is not None:
            if old not in made:
                made.append(old)
            continue
        like = next((one for one in left if one.kind is new.kind), None)
        if like is not None:
            left.remove(like)
            new = replace(new, election=like.election, report=like.report)
        made.append(replace(new, code=next(free)))
    return tuple(made)


def of_kind(kind: ActKind, known: Sequence[Act]) -> tuple[Act, ...]:
    """The one act of this kind that was known; none where there was another number of them."""
    alike = tuple(one for one in known if one.kind is kind)
    return alike if len(alike) == 1 else ()


def _free_codes(known: Sequence[Act]) -> Iterator[str]:
    taken = {one.code for one in known}
    number = 0
    while True:
        number += 1
        if (code := f"act-{number}") not in taken:
            yield code
