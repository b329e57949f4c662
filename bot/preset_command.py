"""`install-preset NAME`: install a ready plan for the organisation's own kinds."""

import sys
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from actions.config_comparing import INSTALLED
from actions.config_versions import Author
from actions.plans import (
    AlreadyInstalled,
    Installed,
    Present,
    Unmatched,
    install,
    present_words,
)
from domain.place import Place
from domain.preset import Chosen, Matched, Preset, likely_kinds
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
        present = present_words(session)
        strange = _strange(preset, kinds, present)
        if strange:
            known = list(present[Matched.KIND])
            _print(*(texts.no_such_kind(lang, one, known) for one in strange))
            return FOUND_A_PROBLEM
        chosen = {
            kind.role: kinds.get(kind.role) or likely_kinds(kind, present[kind.matches])
            for kind in preset.kinds
        }
        outcome = install(
            session,
            preset,
            chosen,
            author=Author(person_id=None, way="command", cause=INSTALLED),
            now=now,
            place=place,
        )
        session.commit()
    return _report(lang, preset, chosen, present, outcome)


def _strange(preset: Preset, kinds: Mapping[str, list[str]], present: Present) -> list[str]:
    """What the flags name and nobody knows: an abstract kind, or one of the organisation's."""
    roles = {kind.role for kind in preset.kinds}
    given = [*kinds, *(kind for named in kinds.values() for kind in named)]
    known = {*roles, *(word for words in present.values() for word in words)}
    return [one for one in given if one not in known]


def _report(
    lang: Language,
    preset: Preset,
    chosen: Chosen,
    present: Present,
    outcome: Installed | AlreadyInstalled | Unmatched,
) -> int:
    match outcome:
        case Unmatched(asked=asked):
            _print(texts.unmatched(lang, asked, list(present[asked.matches])))
            return FOUND_A_PROBLEM
        case AlreadyInstalled():
            _print(texts.already_installed(lang))
        case Installed(duties=duties, left_out=left_out, twins=twins):
            for kind in preset.kinds:
                _print(texts.chosen_kinds(lang, kind, list(chosen[kind.role])))
            _print(texts.installed(lang, duties))
            for entry in left_out:
                _print(texts.nobody_owes(lang, entry.name))
            for entry, plan in twins:
                _print(texts.there_already(lang, entry.name, plan))
    return FINE


def _print(*said: Words) -> None:
    for words in said:
        sys.stdout.write(f"{words.plain()}\n")
