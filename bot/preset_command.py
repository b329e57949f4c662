"""`install-preset NAME`: install a ready plan for the organisation's own kinds."""

import sys
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from actions.plans import AlreadyInstalled, Author, Installed, Unmatched, install, present_kinds
from domain.place import Place
from domain.preset import Chosen, Preset, likely_kinds
from papers.preset_files import find_preset, ready_presets
from storage.engine import Database
from texts import preset_command as texts
from texts.languages import Code, Language
from texts.words import Words

FINE, FOUND_A_PROBLEM = 0, 1


def install_preset(
    database: Database,
    place: Place,
    language: Code,
    name: str,
    *,
    kinds: Mapping[str, list[str]],
    now: datetime,
) -> int:
    """Install a plan; `kinds` say what its abstract kinds mean, else the likely words decide.

    Prints what was chosen. Returns 1 when there is no such plan or when a kind matches nothing.
    """
    lang = Language(code=language)
    preset = find_preset(name)
    if preset is None:
        _print(texts.no_such_plan(lang, name, [one.code for one in ready_presets()]))
        return FOUND_A_PROBLEM
    with Session(database.writer, expire_on_commit=False) as session:
        present = present_kinds(session)
        strange = _strange(preset, kinds, present)
        if strange:
            _print(*(texts.no_such_kind(lang, one, present) for one in strange))
            return FOUND_A_PROBLEM
        chosen = {
            kind.role: kinds.get(kind.role) or likely_kinds(kind, present) for kind in preset.kinds
        }
        outcome = install(
            session,
            preset,
            chosen,
            author=Author(person_id=None, way="command"),
            now=now,
            today=place.today(now),
        )
        session.commit()
    return _report(lang, preset, chosen, present, outcome)


def _strange(preset: Preset, kinds: Mapping[str, list[str]], present: tuple[str, ...]) -> list[str]:
    """What the flags name and nobody knows: an abstract kind, or one of the organisation's."""
    roles = {kind.role for kind in preset.kinds}
    given = [*kinds, *(kind for named in kinds.values() for kind in named)]
    return [one for one in given if one not in roles and one not in present]


def _report(
    lang: Language,
    preset: Preset,
    chosen: Chosen,
    present: tuple[str, ...],
    outcome: Installed | AlreadyInstalled | Unmatched,
) -> int:
    match outcome:
        case Unmatched(asked=asked):
            _print(texts.unmatched(lang, asked, present))
            return FOUND_A_PROBLEM
        case AlreadyInstalled():
            _print(texts.already_installed(lang))
        case Installed(duties=duties):
            for kind in preset.kinds:
                _print(texts.chosen_kinds(lang, kind, list(chosen[kind.role])))
            _print(texts.installed(lang, duties))
    return FINE


def _print(*said: Words) -> None:
    for words in said:
        sys.stdout.write(f"{words.plain()}\n")
