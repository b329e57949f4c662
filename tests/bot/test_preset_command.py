"""`install-preset` says what it chose, installs once, and refuses what would match nothing."""

from collections.abc import Mapping
from datetime import datetime

import pytest
from sqlmodel import Session

from bot.preset_command import install_preset
from domain.place import Place
from storage import duties
from storage.engine import Database
from tests.harness.scenes import add_unit, small_school_committee
from tests.harness.world import SHANGHAI, at

PLACE = Place(zone=SHANGHAI)
NOW: datetime = at("2026-11-02 09:00")


@pytest.fixture
def organisation(database: Database) -> Database:
    with Session(database.writer) as session:
        small_school_committee(session, NOW)
        add_unit(session, "白桦书院", "书院")
        session.commit()
    return database


def install(
    database: Database,
    kinds: Mapping[str, list[str]] | None = None,
    *,
    name: str = "education-starter",
) -> int:
    return install_preset(database, PLACE, "en", name, kinds=kinds or {}, now=NOW)


def owners(database: Database) -> list[tuple[str, ...]]:
    with Session(database.reader) as session:
        return [duty.audience.kinds for duty in duties.find_all(session)]


def test_likely_words_are_used_and_printed(
    organisation: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert install(organisation) == 0
    assert "school: 学校" in capsys.readouterr().out
    assert owners(organisation) == [("学校",), ("支部",), ("委员会", "支部")]
    assert install(organisation) == 0
    assert "installed already" in capsys.readouterr().out
    assert len(owners(organisation)) == 3


def test_given_kinds_win(organisation: Database) -> None:
    assert install(organisation, {"school": ["书院", "学校"]}) == 0
    assert owners(organisation)[0] == ("书院", "学校")


@pytest.mark.parametrize(
    ("kinds", "says"),
    [({"school": ["大学"]}, "大学"), ({"college": ["学校"]}, "college")],
)
def test_unknown_kinds_are_refused_with_those_that_exist(
    organisation: Database,
    capsys: pytest.CaptureFixture[str],
    kinds: dict[str, list[str]],
    says: str,
) -> None:
    assert install(organisation, kinds) == 1
    printed = capsys.readouterr().out
    assert says in printed
    assert "学校" in printed
    assert owners(organisation) == []


def test_an_organisation_without_such_units_and_an_unknown_plan_are_refused(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert install(database) == 1
    assert "--kind school=" in capsys.readouterr().out
    assert install(database, name="no-such-plan") == 1
    assert "education-starter" in capsys.readouterr().out
