"""Every text function of every topic, in both languages, fed with hostile values."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.texts.arguments import HOSTILE, SHORT, Arguments
from tests.texts.soundness import assert_short, assert_sound
from texts.catalogues import OURS
from texts.languages import LANGUAGES, Language, language

Text = Callable[..., object]

CAREFUL = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    report_multiple_bugs=False,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[*HealthCheck],
)


def text_functions() -> Iterator[Text]:
    """Yield the public functions of this room that take a Language."""
    for source in sorted(OURS.sources.glob("[!_]*.py")):
        module = import_module(f"texts.{source.stem}")
        for called, function in inspect.getmembers(module, inspect.isfunction):
            if called.startswith("_") or function.__module__ != module.__name__:
                continue
            if _is_a_text(function):
                yield function


def sweep(function: Text, code: str) -> None:
    """Say it with hostile values, then with one-letter ones."""
    hostile = Arguments(texts=HOSTILE, language=language(code))
    short = Arguments(texts=SHORT, language=language(code))

    @CAREFUL
    @given(hostile.calls(function))
    def say_it_with_hostile_values(said: object) -> None:
        assert_sound(said)

    @CAREFUL
    @given(short.calls(function))
    def say_it_with_short_values(said: object) -> None:
        assert_sound(said)
        assert_short(said)

    say_it_with_hostile_values()
    say_it_with_short_values()


def _is_a_text(function: Text) -> bool:
    hints = get_type_hints(function)
    return any(hint is Language for called, hint in hints.items() if called != "return")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "function",
    text_functions(),
    ids=lambda function: f"{function.__module__}.{function.__name__}",
)
def test_telegram_can_carry_and_show_every_text(function: Text, code: str) -> None:
    sweep(function, code)
