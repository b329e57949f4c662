"""Ready plans: which there are, what their words mean here, and what would follow."""

from collections.abc import Collection, Sequence

from domain.duty_view import KindChoice, KindQuestion, PlanPreview
from domain.preset import Preset, PresetKind
from texts.duties import owners
from texts.duty_rules import message_budget, next_dates, rule
from texts.labels import confirm, discard
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, fitted, lines, name, paragraphs

KINDS_SHOWN = 40


def preset_list(lang: Language, presets: Sequence[Preset], installed: Collection[str]) -> Reply:
    """The plans that come with the bot."""
    entries = []
    buttons = []
    for number, preset in enumerate(presets, start=1):
        title = lang.choose(zh=preset.name.zh, en=preset.name.en)
        about = lang.choose(zh=preset.about.zh, en=preset.about.en)
        done = preset.code in installed
        entries.append(
            lines(
                lang.say("{number}. {plan} ✅ installed", number=number, plan=name(title))
                if done
                else lang.say("{number}. {plan}", number=number, plan=name(title)),
                lang.say("{about}", about=about),
            )
        )
        if not done:
            label = lang.label("Install {number}", number=number)
            buttons.append((Button(label=label, data=press("preset", preset.code)),))
    return Reply(words=paragraphs(bold(lang.say("Ready plans")), *entries), buttons=tuple(buttons))


def kind_question(lang: Language, question: KindQuestion) -> Reply:
    """Which of your kinds is meant?"""
    asked = role_name(lang, question.asked)
    words = paragraphs(
        bold(
            lang.say(
                "{number}/{of} Which of your kinds are meant by “{kind}”?",
                number=question.number,
                of=question.of,
                kind=asked,
            )
        ),
        lang.say("Press to choose or to take back; the figure counts your units."),
    )
    toggles = [
        Button(
            label=_toggle(choice),
            data=press("preset_kind", f"{question.draft_id}-{at}", question.version),
        )
        for at, choice in enumerate(question.choices[:KINDS_SHOWN])
    ]
    two = tuple(tuple(toggles[at : at + 2]) for at in range(0, len(toggles), 2))
    return Reply(words=words, buttons=(*two, _steps(lang, question)))


def _toggle(choice: KindChoice) -> str:
    mark = "☑" if choice.is_chosen else "☐"
    return f"{mark} {name(choice.name, 12).plain()} {choice.units}"


def _steps(lang: Language, question: KindQuestion) -> tuple[Button, ...]:
    draft_id, version = question.draft_id, question.version
    stop = Button(label=discard(lang), data=press("preset_drop", draft_id, version))
    go_on = Button(label=lang.label("Next ›"), data=press("preset_next", draft_id, version))
    if question.number <= 1:
        return stop, go_on
    back = Button(label=lang.label("‹ Back"), data=press("preset_back", draft_id, version))
    return stop, back, go_on


def plan_preview(lang: Language, preview: PlanPreview) -> Reply:
    """Every duty with its owners, next dates and messages, to be confirmed."""
    title = lang.choose(zh=preview.name.zh, en=preview.name.en)
    entries = [
        lines(
            bold(name(lang.choose(zh=view.duty.name.zh, en=view.duty.name.en))),
            rule(lang, view.duty),
            owners(lang, view),
            next_dates(lang, view.dates, view.today.year),
            message_budget(lang, view),
        )
        for view in preview.duties
    ]
    draft_id, version = preview.draft_id, preview.version
    go = Button(label=confirm(lang), data=press("preset_ok", draft_id, version))
    back = Button(label=lang.label("‹ Back"), data=press("preset_back", draft_id, version))
    stop = Button(label=discard(lang), data=press("preset_drop", draft_id, version))
    heading = bold(lang.say("{plan}: what would run from today", plan=name(title)))
    return Reply(words=fitted(paragraphs(heading, *entries)), buttons=((go,), (back, stop)))


def role_name(lang: Language, kind: PresetKind) -> Words:
    """An abstract kind in the reader's language."""
    return name(lang.choose(zh=kind.name.zh, en=kind.name.en))


def unmatched(lang: Language, kind: PresetKind) -> str:
    """Nothing is chosen."""
    return lang.label(
        "Choose at least one kind for “{kind}”: else nobody would owe anything.",
        kind=role_name(lang, kind),
    )


def installed(lang: Language, duties: int) -> Reply:
    """The plan runs."""
    return Reply(
        words=lang.many(
            "✅ Installed: {count} duty runs from today. See /duty.",
            "✅ Installed: {count} duties run from today. See /duty.",
            duties,
        )
    )


def already_installed(lang: Language) -> Reply:
    """Twice changes nothing."""
    return Reply(words=lang.say("This plan is installed already. See /duty."))


def discarded(lang: Language) -> Reply:
    """Given up."""
    return Reply(words=lang.say("Discarded. Nothing was installed."))


def gone(lang: Language) -> str:
    """A button of a question that is over."""
    return lang.label("This question is over. Send /preset to begin anew.")


def press_the_buttons(lang: Language) -> Reply:
    """Words came where a press is waited for."""
    return Reply(words=lang.say("Please use the buttons of the question above, or /cancel."))
