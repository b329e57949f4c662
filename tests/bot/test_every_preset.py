"""Every ready plan is installed whole, by the command, where the organisation has what it needs."""

from datetime import datetime

import pytest
from sqlmodel import Session

from actions import openings
from bot.preset_command import install_preset
from domain.cadence import NoCadence
from domain.configuration import ConfigurationReading, compare
from domain.place import Place
from domain.preset import Preset
from papers.config_files import read_config, write_config
from papers.preset_files import ready_presets
from storage import configurations, duties
from storage.engine import Database
from tests.harness.every_kind import every_kind
from tests.harness.world import SHANGHAI, at

PLACE = Place(zone=SHANGHAI)
NOW: datetime = at("2026-11-02 09:00")


@pytest.fixture
def organisation(database: Database) -> Database:
    with Session(database.writer) as session:
        every_kind(session, NOW)
        session.commit()
    return database


@pytest.mark.parametrize("preset", ready_presets(), ids=lambda preset: preset.code)
def test_every_plan_is_installed_and_opens_what_it_asks_for(
    organisation: Database, preset: Preset
) -> None:
    assert install_preset(organisation, PLACE, "zh", preset.code, kinds={}, now=NOW) == 0
    with Session(organisation.writer) as session:
        kept = {duty.code: duty for duty in duties.find_all(session)}
        wanted = {f"{preset.code}.{one.code}": one for one in preset.duties}
        assert kept.keys() == wanted.keys()
        for code, one in wanted.items():
            assert kept[code].is_paused == one.is_paused
            assert isinstance(kept[code].cadence, NoCadence) == isinstance(one.cadence, NoCadence)
        while openings.open_due(session, now=NOW, place=PLACE):
            pass
        session.commit()


def test_what_two_plans_share_by_name_is_installed_once_and_said(
    organisation: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    for code in ("education-starter", "education-full"):
        assert install_preset(organisation, PLACE, "en", code, kinds={}, now=NOW) == 0
    said = capsys.readouterr().out
    assert "a duty of this name is there from the plan “Starter for education”" in said
    with Session(organisation.reader) as session:
        names = [duty.name.en for duty in duties.find_all(session)]
    assert names.count("Staff political study") == 1


def test_everything_that_is_installed_goes_through_the_file_unchanged(
    organisation: Database,
) -> None:
    for preset in ready_presets():
        install_preset(organisation, PLACE, "en", preset.code, kinds={}, now=NOW)
    with Session(organisation.reader) as session:
        known = configurations.load(session, configurations.load_codes(session))
    found = read_config(write_config(known))
    assert isinstance(found, ConfigurationReading)
    assert found.configuration == known
    assert compare(known, found.configuration).is_empty
