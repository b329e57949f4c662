"""Match a list of names, pasted or from a sheet, with the people it may mean."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from domain.activity import Activity

MOST_LINES = 1000
LINE_LIMIT = 120
# Namesakes to choose from at once; Telegram takes a hundred buttons, and a reader ten.
CHOICES_SHOWN = 8
_PARTING = re.compile(r"[\n\r；;、]+")
_NUMBERED = re.compile(r"^[ \t]*(?:\d{1,4}\s*[.)）、．:：]|[-*•·☑✅])[ \t]*", re.MULTILINE)
_TOKENS = re.compile(r"[\s,，/|()（）]+")
_HEADINGS = frozenset(
    {"姓名", "名字", "序号", "编号", "单位", "组织", "部门", "支部", "职务", "备注", "签名", "签到"}
    | {"name", "names", "no", "no.", "unit", "id", "code"}
)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody whom a line may mean; by unit and code namesakes are told apart."""

    person_id: int
    name: str
    unit: str
    code: str


@dataclass(frozen=True, kw_only=True)
class NameList:
    """What became of the lines: one person each, several possible ones, or nobody."""

    found: tuple[int, ...] = ()
    asked: tuple[tuple[str, tuple[int, ...]], ...] = ()
    unknown: tuple[str, ...] = ()

    def to_facts(self) -> dict[str, Any]:
        """As a dialogue keeps it."""
        return {
            "found": list(self.found),
            "asked": [[line, list(ids)] for line, ids in self.asked],
            "unknown": list(self.unknown),
        }

    def answered(self, person_id: int | None) -> "NameList":
        """The first line that was in doubt means that person, or (None) nobody."""
        (_, ids), *rest = self.asked
        found = self.found
        if person_id is not None and person_id in ids and person_id not in found:
            found = (*found, person_id)
        left = ((line, tuple(one for one in ids if one not in found)) for line, ids in rest)
        asked = tuple((line, ids) for line, ids in left if ids)
        return NameList(found=found, asked=asked, unknown=self.unknown)


def list_from_facts(facts: Mapping[str, Any]) -> NameList:
    """What a dialogue has kept."""
    return NameList(
        found=tuple(facts["found"]),
        asked=tuple((line, tuple(ids)) for line, ids in facts["asked"]),
        unknown=tuple(facts["unknown"]),
    )


def split_lines(text: str) -> list[str]:
    """One name to a line, or names parted by 、 or ;. Numbers and ticks before them are dropped."""
    parts = (part.strip() for part in _PARTING.split(_NUMBERED.sub("", text)))
    return [part[:LINE_LIMIT] for part in parts if part][:MOST_LINES]


def match_names(lines: Iterable[str], candidates: Sequence[Candidate]) -> NameList:
    """Whom each line means. A line that means two is asked about, never guessed.

    As often as it stands there: the second of two equal lines is the other namesake.
    """
    by_name, by_code = _by(candidates, "name"), _by(candidates, "code")
    found: dict[int, None] = {}
    asked: list[tuple[str, tuple[int, ...]]] = []
    unknown: list[str] = []
    for line, times in Counter(lines).items():
        tokens = [_plain(token) for token in _TOKENS.split(line) if token]
        if not tokens or all(token in _HEADINGS for token in tokens):
            continue
        meant = _meant(line, tokens, by_name, by_code)
        if not meant:
            unknown.append(line)
        elif len(meant) == 1:
            found[meant[0].person_id] = None
        else:
            asked += [(line, tuple(one.person_id for one in meant))] * min(times, len(meant))
    return NameList(found=tuple(found), asked=tuple(asked), unknown=tuple(unknown))


_Known = Mapping[str, list[Candidate]]


def _by(candidates: Sequence[Candidate], what: Literal["name", "code"]) -> _Known:
    """Laid out once: a thousand lines may be matched with ten thousand people."""
    known: dict[str, list[Candidate]] = {}
    for one in candidates:
        known.setdefault(_plain(getattr(one, what)), []).append(one)
    return known


def _meant(line: str, tokens: Sequence[str], by_name: _Known, by_code: _Known) -> list[Candidate]:
    whole = by_name.get(_plain(line))
    named = whole or [one for name in _names_in(tokens) for one in by_name.get(name, ())]
    coded = [one for token in dict.fromkeys(tokens) for one in by_code.get(token, ())]
    if coded and (not named or {*coded} & {*named}):
        return coded
    if len(named) < 2:
        return named
    narrowed = [one for one in named if _says_unit(one, line, tokens)]
    return narrowed if len(narrowed) == 1 else named


def _names_in(tokens: Sequence[str]) -> dict[str, None]:
    """Every stretch of up to three words that could be a name: 王 渡, Ann Marie Lee."""
    stretches = (
        "".join(tokens[begin:end])
        for begin in range(len(tokens))
        for end in range(begin + 1, min(begin + 3, len(tokens)) + 1)
    )
    return dict.fromkeys(stretches)


def _says_unit(one: Candidate, line: str, tokens: Sequence[str]) -> bool:
    unit = _plain(one.unit)
    rest = [token for token in tokens if token not in _plain(one.name)]
    return unit in _plain(line) or any(len(token) > 1 and token in unit for token in rest)


def _plain(text: str) -> str:
    """Without blanks, widths and cases."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True, kw_only=True)
class ListPreview:
    """What would be marked. `asked` is the first line in doubt, with a page of whom it may mean."""

    activity: Activity
    draft_id: int
    version: int
    names: tuple[str, ...]
    already: int
    unknown: tuple[str, ...]
    asked: tuple[str, tuple[Candidate, ...]] | None = None
    page: int = 1
    pages: int = 1
