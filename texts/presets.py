"""Ready plans: which there are, what their words mean here, and what would follow."""

from collections.abc import Sequence

from domain.duty_entry import DutyEntry
from domain.plan_view import KindChoice, KindQuestion, PlanLine, PlanPreview
from domain.preset import Matched, PresetKind
from texts.approvals import alone
from texts.audiences import count_owners
from texts.config_changes import reach_words
from texts.duty_rules import rule
from texts.labels import confirm, discard, undo
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, fitted, lines, name, our_own, paragraphs

KINDS_SHOWN = 40


def kind_question(lang: Language, question: KindQuestion) -> Reply:
    """Which of your words is meant?"""
    words = paragraphs(bold(_question(lang, question)), _help(lang, question.asked))
    toggles = [
        Button(
            label=_toggle(choice),
            data=press("preset_kind", f"{question.draft_id}-{at}", question.version),
        )
        for at, choice in enumerate(question.choices[:KINDS_SHOWN])
    ]
    two = tuple(tuple(toggles[at : at + 2]) for at in range(0, len(toggles), 2))
    return Reply(words=words, buttons=(*two, _steps(lang, question)))


def _question(lang: Language, question: KindQuestion) -> Words:
    asked = role_name(lang, question.asked)
    if question.asked.matches is Matched.TAG:
        return lang.say(
            "{number}/{of} Which of your tags mean “{kind}”?",
            number=question.number,
            of=question.of,
            kind=asked,
        )
    return lang.say(
        "{number}/{of} Which of your kinds are meant by “{kind}”?",
        number=question.number,
        of=question.of,
        kind=asked,
    )


def _help(lang: Language, asked: PresetKind) -> Words:
    if asked.matches is Matched.TAG:
        first = lang.say("Press to choose or to take back; the figure counts your people.")
    else:
        first = lang.say("Press to choose or to take back; the figure counts your units.")
    if not asked.is_optional:
        return first
    return lines(first, lang.say("If there are none, go on: their duties are left out."))


def _toggle(choice: KindChoice) -> str:
    mark = "☑" if choice.is_chosen else "☐"
    return f"{mark} {name(choice.name, 12).plain()} {choice.count}"


def _steps(lang: Language, question: KindQuestion) -> tuple[Button, ...]:
    draft_id, version = question.draft_id, question.version
    stop = Button(label=discard(lang), data=press("preset_drop", draft_id, version))
    go_on = Button(label=lang.label("Next ›"), data=press("preset_next", draft_id, version))
    if question.number <= 1:
        return stop, go_on
    back = Button(label=lang.label("‹ Back"), data=press("preset_back", draft_id, version))
    return stop, back, go_on


def plan_preview(lang: Language, preview: PlanPreview) -> Reply:
    """A page of duties with owners and next date, each to be taken or left out."""
    title = name(lang.choose(zh=preview.name.zh, en=preview.name.en))
    heading = lang.say(
        "{plan}: {taken} of {total} duties would be installed",
        plan=title,
        taken=preview.taken,
        total=preview.total,
    )
    words = paragraphs(
        bold(heading),
        *(_duty(lang, line) for line in preview.lines),
        _unmatched(lang, preview),
        lines(reach_words(lang, preview.reach), _budget(lang, preview)),
        lang.say("Press a number to leave a duty out or to take it."),
    )
    draft_id, version = preview.draft_id, preview.version
    numbers = tuple(
        Button(
            label=f"{'☑' if line.is_taken else '☐'} {line.number}",
            data=press("preset_duty", f"{draft_id}-{line.number}", version),
        )
        for line in preview.lines
    )
    go = Button(label=confirm(lang), data=press("preset_ok", draft_id, version))
    back = Button(label=lang.label("‹ Back"), data=press("preset_back", draft_id, version))
    stop = Button(label=discard(lang), data=press("preset_drop", draft_id, version))
    turning = page_buttons("preset_page", preview.page, preview.pages, subject_id=draft_id)
    return Reply(words=fitted(words), buttons=rows(numbers, turning, (go,), (back, stop)))


def _duty(lang: Language, line: PlanLine) -> Words:
    duty = line.view.duty
    mark = "☑" if line.is_taken else "☐"
    title = bold(name(lang.choose(zh=duty.name.zh, en=duty.name.en)))
    first = lang.say(
        "{mark} {number}. {duty} · {owners}",
        mark=mark,
        number=line.number,
        duty=title,
        owners=_owners(lang, line),
    )
    return lines(first, rule(lang, duty), _when(lang, line), _twin(lang, line))


def _twin(lang: Language, line: PlanLine) -> Words | None:
    """Two duties of one name remind twice: that is for the administrator to want."""
    if line.twin_of is None:
        return None
    plan = name(lang.choose(zh=line.twin_of.zh, en=line.twin_of.en))
    if line.is_taken:
        return lang.say(
            "⚠️ A duty of this name is there already, from the plan “{plan}”: both will remind.",
            plan=plan,
        )
    return lang.say(
        "⚠️ A duty of this name is there already, from the plan “{plan}”, so it is left out.",
        plan=plan,
    )


def _unmatched(lang: Language, preview: PlanPreview) -> Words | None:
    """Only on the last page, where one looks for what is missing."""
    if not preview.unmatched or preview.page < preview.pages:
        return None
    said = [
        lang.say(
            "{duty} (for {words})",
            duty=name(lang.choose(zh=one.name.zh, en=one.name.en)),
            words=lang.list_of([name(lang.choose(zh=each.zh, en=each.en)) for each in one.words]),
        )
        for one in preview.unmatched
    ]
    return lang.say(
        "Not offered, since nothing of yours was chosen for it: {duties}",
        duties=lang.list_of(said),
    )


def _owners(lang: Language, line: PlanLine) -> Words:
    if not line.view.owners:
        return lang.say("⚠️ nobody")
    return count_owners(lang, line.view.duty.audience.owner, line.view.owners)


def _when(lang: Language, line: PlanLine) -> Words | None:
    if line.view.duty.is_paused:
        return lang.say("⏸ installed paused")
    due = next((one for one in line.view.dates if one.is_due), None)
    if due is None:
        return None
    day = our_own(lang.day(due.day, now_year=line.view.today.year))
    if due.is_provisional:
        return lang.say("⏰ {day}: due (provisional)", day=day)
    return lang.say("⏰ {day}: due", day=day)


def _budget(lang: Language, preview: PlanPreview) -> Words:
    return lang.say(
        "The busiest person gets about {usual} messages a month, at most {most}.",
        usual=our_own(lang.number(preview.budget.per_month)),
        most=preview.budget.at_most,
    )


def role_name(lang: Language, kind: PresetKind) -> Words:
    """An abstract word in the reader's language."""
    return name(lang.choose(zh=kind.name.zh, en=kind.name.en))


def unmatched(lang: Language, kind: PresetKind) -> str:
    """Nothing is chosen."""
    return lang.label(
        "Choose at least one kind for “{kind}”: else nobody would owe anything.",
        kind=role_name(lang, kind),
    )


def nobody_owes(lang: Language) -> str:
    """A duty without owners."""
    return lang.label("Nobody would owe this, so it cannot be taken.")


def nothing_taken(lang: Language) -> str:
    """Every duty was left out."""
    return lang.label("Take at least one duty, or discard.")


def installed(
    lang: Language, taken: Sequence[DutyEntry], version_id: int, *, is_alone: bool = False
) -> Reply:
    """The plan runs; what came paused waits to be resumed."""
    paused = sum(one.is_paused for one in taken)
    words = lines(
        lang.many(
            "✅ Installed: {count} duty runs from today. See /duty.",
            "✅ Installed: {count} duties run from today. See /duty.",
            len(taken) - paused,
        ),
        lang.many(
            "{count} stays paused until you resume it in /duty.",
            "{count} stay paused until you resume them in /duty.",
            paused,
        )
        if paused
        else None,
        alone(lang) if is_alone else None,
    )
    back = Button(label=undo(lang), data=press("config_undo", version_id))
    return Reply(words=words, buttons=((back,),))


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
