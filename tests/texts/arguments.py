"""Makes arguments for any text function from its type hints, with hostile or with short words."""

import types
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import partial
from typing import Any, Literal, NewType, Union, cast, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from hypothesis import reject
from hypothesis import strategies as st

from tests.texts.hostile import HUGE, PIECES, hostile_strings
from tests.texts.lean_values import FIXED_DATES, OF_TEXTS
from texts.languages import Language
from texts.words import Words, name

# Types whose values only their own module knows how to make: type -> strategy.
KNOWN: dict[object, st.SearchStrategy[Any]] = {**FIXED_DATES}

HOSTILE = st.sampled_from(PIECES) | st.sampled_from(hostile_strings()) | st.sampled_from(HUGE)
SHORT = st.just("K")

_ZONE = ZoneInfo("Asia/Shanghai")
_TOKENS = st.sampled_from(["7", "2026-11", "2026-Q4", "a1b2c3", "teachers"])
# What a name promises about a value that its type does not tell.
_BY_NAME: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (int, "year"): st.integers(2020, 2035),
    (int, "month"): st.integers(1, 12),
    (int, "day"): st.integers(1, 28),
    (int, "weekday"): st.integers(0, 6),
    (int, "hour"): st.integers(0, 23),
    (int, "minute"): st.integers(0, 59),
    (int, "id"): st.integers(1, 2**52),
    (int, "percent"): st.integers(0, 100),
    (str, "id"): _TOKENS,
    (str, "key"): _TOKENS,
    (str, "code"): _TOKENS,
    (str, "token"): _TOKENS,
    (str, "url"): st.just("https://t.me/muduo_bot?start=a1b2c3"),
    (str, "zone"): st.just("Asia/Shanghai"),
}


def _plain_kinds() -> dict[object, st.SearchStrategy[Any]]:
    days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
    clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))
    return {
        int: st.integers(0, 2_000),
        bool: st.booleans(),
        float: st.floats(0, 1),
        bytes: st.binary(max_size=20),
        date: days,
        time: clocks,
        datetime: st.builds(partial(datetime.combine, tzinfo=_ZONE), days, clocks),
        timedelta: st.timedeltas(timedelta(0), timedelta(days=400)),
        ZoneInfo: st.just(_ZONE),
        None: st.none(),
        type(None): st.none(),
    }


@dataclass(kw_only=True)
class Arguments:
    """Strategies for values whose every text is drawn from `texts`."""

    texts: st.SearchStrategy[str]
    language: Language
    _open: list[type] = field(default_factory=list)

    def calls(self, function: Callable[..., object]) -> st.SearchStrategy[object]:
        """Return what the function says for all kinds of arguments."""
        hints = {key: hint for key, hint in get_type_hints(function).items() if key != "return"}
        return st.fixed_dictionaries(
            {key: self.of(hint, called=key) for key, hint in hints.items()}
        ).map(lambda values: _call(function, values))

    def of(self, hint: Any, *, called: str = "") -> st.SearchStrategy[Any]:
        """Return values of a type; `called` is the name of the field or parameter."""
        if hint in KNOWN:
            return KNOWN[hint]
        if hint in OF_TEXTS:
            return OF_TEXTS[hint](self.texts)
        if hint in (int, str):
            return self._by_name(hint, called)
        if get_origin(hint) is not None:
            return self._generic(hint, called)
        return self._simple(hint, called)

    def _by_name(self, kind: type, called: str) -> st.SearchStrategy[Any]:
        promised = _BY_NAME.get((kind, called.rpartition("_")[2]))
        if promised is not None:
            return promised
        return self.texts if kind is str else _plain_kinds()[kind]

    def _generic(self, hint: Any, called: str) -> st.SearchStrategy[Any]:
        origin, inner = get_origin(hint), get_args(hint)
        if origin is Literal:
            return st.sampled_from(inner)
        if origin in (Union, types.UnionType):
            shallow = [kind for kind in inner if not self._is_deep(kind)]
            return st.one_of(*(self.of(kind, called=called) for kind in shallow))
        if origin is tuple and inner[-1:] != (Ellipsis,):
            return st.tuples(*(self.of(kind, called=called) for kind in inner))
        if issubclass(origin, Mapping):
            keys, values = (self.of(kind, called=called) for kind in inner)
            return st.dictionaries(keys, values, max_size=4)
        if self._is_deep(inner[0]):
            return st.just(_collection(origin)(()))
        many = st.lists(self.of(inner[0], called=called.removesuffix("s")), max_size=4)
        return many.map(_collection(origin))

    def _is_deep(self, kind: Any) -> bool:
        """Say whether a value of this type already stands twice around the present one."""
        return self._open.count(kind) > 1

    def _simple(self, hint: Any, called: str) -> st.SearchStrategy[Any]:
        if hint is Language:
            return st.just(self.language)
        if hint is Words:
            return self.texts.map(name)
        if isinstance(hint, NewType):
            return self.of(hint.__supertype__, called=called)
        if hint in (plain := _plain_kinds()):
            return plain[hint]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return st.sampled_from(hint)
        if isinstance(hint, type) and is_dataclass(hint):
            return self._dataclass(hint)
        raise TypeError(f"Nobody knows how to make a {hint!r}: add it to KNOWN in {__name__}.")

    def _dataclass(self, kind: type) -> st.SearchStrategy[Any]:
        hints = get_type_hints(kind)
        self._open.append(kind)
        given = {
            each.name: self.of(hints[each.name], called=each.name)
            for each in fields(cast("Any", kind))
            if each.init
        }
        self._open.pop()
        return st.fixed_dictionaries(given).map(lambda values: _valid(kind, values))


def _call(function: Callable[..., object], values: dict[str, Any]) -> object:
    """Return what is said; a positional-only parameter is given by its place."""
    count = function.__code__.co_posonlyargcount
    names = list(values)
    return function(*(values[n] for n in names[:count]), **{n: values[n] for n in names[count:]})


def _valid(kind: type, values: dict[str, Any]) -> object:
    """Return the value, or tell hypothesis to draw another where the type refuses it."""
    try:
        return kind(**values)
    except ValueError:
        reject()


def _collection(origin: type) -> Callable[[Iterable[Hashable]], object]:
    if origin in (set, frozenset):
        return frozenset
    if origin is list:
        return list
    if issubclass(origin, Iterable) and origin is not tuple and not issubclass(tuple, origin):
        raise TypeError(f"Nobody knows how to make a {origin!r}: add it to KNOWN in {__name__}.")
    return cast("Callable[[Iterable[Hashable]], Sequence[object]]", tuple)
