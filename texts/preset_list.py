"""Ready plans: which there are, and how much of each is installed."""

from collections.abc import Mapping, Sequence

from domain.preset import Preset
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs, value


def preset_list(
    lang: Language,
    presets: Sequence[Preset],
    installed: Mapping[str, int],
    *,
    unknown: str = "",
) -> Reply:
    """The plans that come with the bot; first that there is none of an unknown name."""
    entries = []
    buttons = []
    for number, preset in enumerate(presets, start=1):
        there, whole = installed.get(preset.code, 0), len(preset.duties)
        entries.append(
            lines(
                _plan_line(lang, number, preset, there),
                lang.say("{about}", about=lang.choose(zh=preset.about.zh, en=preset.about.en)),
            )
        )
        if there < whole:
            label = lang.label("Install {number}", number=number)
            buttons.append(Button(label=label, data=press("preset", preset.code)))
    pairs = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    first = lang.say("There is no plan “{plan}”.", plan=value(unknown)) if unknown else None
    words = paragraphs(first, bold(lang.say("Ready plans")), *entries)
    return Reply(words=words, buttons=pairs)


def _plan_line(lang: Language, number: int, preset: Preset, there: int) -> Words:
    title = bold(name(lang.choose(zh=preset.name.zh, en=preset.name.en)))
    whole = len(preset.duties)
    if not there:
        return lang.many(
            "{number}. {plan}: {count} duty",
            "{number}. {plan}: {count} duties",
            whole,
            number=number,
            plan=title,
        )
    if there < whole:
        return lang.say(
            "{number}. {plan} ✅ {there} of {whole} installed",
            number=number,
            plan=title,
            there=there,
            whole=whole,
        )
    return lang.say("{number}. {plan} ✅ installed", number=number, plan=title)
