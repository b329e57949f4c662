"""Which row of a roster file is which known unit or person."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from domain.roster import given_code, own_code
from domain.roster_difference import UnitRef


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A row of the file that may mean somebody or something known."""

    row: int
    code: str | None
    name: str


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A known unit under its parent, or a known person in their home unit."""

    id: int
    code: str | None
    name: str
    place: UnitRef | None


PlaceOf = Callable[[int, Mapping[int, int]], UnitRef | None]


def ids_by_code(candidates: Iterable[Candidate]) -> dict[str, int]:
    """Own codes, and the codes that exports lend, which stay good once there is an own one."""
    candidates = tuple(candidates)
    lent = {given_code(one.id): one.id for one in candidates}
    return lent | {one.code: one.id for one in candidates if one.code is not None}


class Matching:
    """By code first; else by name and place; else by a name that only one of each side has.

    A row with a code of its own is never matched by name alone: the code is there to be certain.
    """

    def __init__(
        self, claims: Collection[Claim], candidates: Collection[Candidate], place_of: PlaceOf
    ) -> None:
        self.known_id_of: dict[int, int] = {}
        self._place_of = place_of
        self._codes = ids_by_code(candidates)
        self._by_name: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            self._by_name[candidate.name].append(candidate)
        self._taken: set[int] = set()
        self._open_names = Counter(claim.name for claim in claims)

    def run(self, claims: Collection[Claim]) -> set[int]:
        """Match these rows, parents before children; return the rows that fit several."""
        late = {
            claim.row
            for claim in claims
            if claim.code in self._codes and not self.take(claim, self._codes[claim.code])
        }
        claims = [claim for claim in claims if claim.row not in late]
        while self._match_in_place(claims) or self._match_unique_names(claims):
            pass
        return late | {claim.row for claim in self._open(claims) if self._is_unclear(claim)}

    def take(self, claim: Claim, known_id: int) -> bool:
        """Whether the row means this one, and no row before it does."""
        if known_id in self._taken:
            return self.known_id_of.get(claim.row) == known_id
        self.known_id_of[claim.row] = known_id
        self._taken.add(known_id)
        self._open_names[claim.name] -= 1
        return True

    def _open(self, claims: Iterable[Claim]) -> list[Claim]:
        return [claim for claim in claims if claim.row not in self.known_id_of]

    def _namesakes(self, claim: Claim) -> list[Candidate]:
        """Known ones of this name still free; a row that brings a new code takes only codeless."""
        brings_code = own_code(claim.code) is not None
        return [
            one
            for one in self._by_name.get(claim.name, ())
            if one.id not in self._taken and not (brings_code and one.code is not None)
        ]

    def _in_place(self, claim: Claim) -> list[Candidate]:
        place = self._place_of(claim.row, self.known_id_of)
        return [one for one in self._namesakes(claim) if one.place == place]

    def _match_in_place(self, claims: Collection[Claim]) -> bool:
        still_open = self._open(claims)
        rivals = Counter(
            (claim.name, self._place_of(claim.row, self.known_id_of)) for claim in still_open
        )
        matched_before = len(self.known_id_of)
        for claim in still_open:
            place = self._place_of(claim.row, self.known_id_of)
            found = self._in_place(claim)
            if len(found) == 1 and rivals[claim.name, place] <= 1:
                self.take(claim, found[0].id)
        return len(self.known_id_of) > matched_before

    def _match_unique_names(self, claims: Collection[Claim]) -> bool:
        matched_before = len(self.known_id_of)
        for claim in self._open(claims):
            found = self._namesakes(claim)
            if own_code(claim.code) is None and len(found) == 1 == self._open_names[claim.name]:
                self.take(claim, found[0].id)
        return len(self.known_id_of) > matched_before

    def _is_unclear(self, claim: Claim) -> bool:
        if own_code(claim.code) is None:
            return bool(self._namesakes(claim))
        return bool(self._in_place(claim))
