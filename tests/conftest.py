"""Fixtures that every room's tests share."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage.engine import Database
from tests.harness.databases import KINDS, fresh_database
from tests.harness.world import World, at, open_world

# A slow machine proves nothing about the product.
settings.register_profile(
    "patient", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A fresh database, once SQLite and once PostgreSQL."""
    with fresh_database(request.param, tmp_path) as opened:
        yield opened


@pytest.fixture
async def world(database: Database) -> AsyncIterator[World]:
    """An empty world on the morning of Monday 2 November 2026, in Shanghai."""
    async with open_world(database, start=at("2026-11-02 07:00")) as opened:
        yield opened
