"""Commands that do one thing with the database and end."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.clock import SystemClock
from bot.database import open_ready
from bot.exits import CannotRunError, Exit
from bot.settings import Settings
from domain.place import Place


def carry_out(command: str, asked: argparse.Namespace, settings: Settings) -> int:
    """Carry out `admin-link`, `import-roster` or `install-preset`; returns the exit code."""
    now = SystemClock()()
    database = open_ready(settings.database(), now=now)
    place = Place(zone=settings.zone)
    try:
        match command:
            case "import-roster":
                from bot.roster_command import import_roster

                path = Path(asked.file)
                return import_roster(database, place, settings.language, path, apply=asked.apply)
            case "install-preset":
                from bot.preset_command import install_preset

                kinds = _read_kinds(asked.kind)
                return install_preset(
                    database, place, settings.language, asked.name, kinds=kinds, now=now
                )
            case _:
                from bot.first_admin import make_anew

                sys.stdout.write(make_anew(database, settings))
                return Exit.FINE
    finally:
        database.close()


def _read_kinds(pairs: Sequence[str]) -> Mapping[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for pair in pairs:
        role, sign, kind = pair.partition("=")
        if not (role.strip() and sign and kind.strip()):
            sentence = f"--kind {pair!r} cannot be used: write it like school=学校."
            raise CannotRunError(sentence, Exit.SETTINGS)
        kinds.setdefault(role.strip(), []).append(kind.strip())
    return kinds
