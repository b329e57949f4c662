"""`import-roster` says what would change, and changes it only when told to."""

from pathlib import Path
from typing import Literal

import pytest
from sqlmodel import Session

from bot.roster_command import import_roster
from domain.place import Place
from storage import rosters
from storage.engine import Database
from tests.harness.roster_files import roster_file
from tests.harness.world import SHANGHAI

PLACE = Place(zone=SHANGHAI)
UNITS = [(None, "江畔教育局", "委员会", None), (None, "青石小学", "学校", "江畔教育局")]
PEOPLE = [(None, "孙禾", "青石小学", "书记")]


def names(database: Database) -> list[str]:
    with Session(database.reader) as session:
        return [person.name for person in rosters.load_known(session).people]


@pytest.mark.parametrize(("language", "says"), [("zh", "新增2个组织"), ("en", "+2 units")])
def test_without_apply_it_only_says_what_would_change(
    database: Database,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    language: Literal["zh", "en"],
    says: str,
) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(roster_file(UNITS, PEOPLE))
    assert import_roster(database, PLACE, language, path, apply=False) == 0
    printed = capsys.readouterr().out
    assert says in printed
    assert "孙禾" in printed
    assert "--apply" in printed
    assert names(database) == []


def test_with_apply_an_empty_database_gets_its_root_and_people(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(roster_file(UNITS, PEOPLE))
    assert import_roster(database, PLACE, "en", path, apply=True) == 0
    assert names(database) == ["孙禾"]
    capsys.readouterr()
    assert import_roster(database, PLACE, "en", path, apply=True) == 0
    assert "Nothing changes." in capsys.readouterr().out


def test_a_refused_row_or_file_ends_with_one(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(roster_file(UNITS, [*PEOPLE, (None, "赵麦", "没有的学校")]))
    assert import_roster(database, PLACE, "zh", path, apply=True) == 1
    assert "人员表第3行" in capsys.readouterr().out
    assert names(database) == ["孙禾"]
    path.write_bytes(b"%PDF-1.7\n\x00")
    assert import_roster(database, PLACE, "zh", path, apply=True) == 1
    assert import_roster(database, PLACE, "zh", tmp_path / "missing.xlsx", apply=True) == 1
    assert "missing.xlsx" in capsys.readouterr().err
