"""Which words of a ready plan are asked for, and which of them now."""

from typing import Any

from domain.draft import Draft
from domain.preset import Preset, PresetKind


def find_words_asked(facts: dict[str, Any], preset: Preset) -> tuple[PresetKind, ...]:
    """The words that are asked for: optional ones only where there is something to choose."""
    return tuple(
        kind for kind in preset.kinds if not kind.is_optional or facts["order"][kind.matches.value]
    )


def find_asked(draft: Draft, preset: Preset) -> PresetKind | None:
    """The word that is asked for now; None when all are answered."""
    asked = find_words_asked(draft.facts, preset)
    step: int = draft.facts["step"]
    return asked[step] if step < len(asked) else None
