"""The offices that sign in, where somebody answers for several."""

from dataclasses import dataclass, replace

from domain.unit import Unit

OFFICES_SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class Offices:
    """Several offices to choose from, a page of them. `is_staff`: the reader signs in himself."""

    units: tuple[Unit, ...]
    is_staff: bool = False
    page: int = 1
    pages: int = 1

    def turned(self, page: int) -> "Offices":
        """One page of them."""
        pages = max(1, -(-len(self.units) // OFFICES_SHOWN))
        here = min(max(page, 1), pages)
        units = self.units[(here - 1) * OFFICES_SHOWN : here * OFFICES_SHOWN]
        return replace(self, units=units, page=here, pages=pages)
