"""The dialogue that plans an activity: questions, the plan as understood, and what is wrong."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.activity import Activity
from domain.activity_plan import Asked, PlanPreview, Question
from domain.activity_proposal import write_wall
from domain.activity_words import about_whom
from domain.cadence import OnDates
from domain.circle import Circle
from domain.unit import Unit
from texts.activity_details import besides, detail_lines, faults, lasting
from texts.activity_moments import ask_when
from texts.circles import circle_line, circle_words
from texts.labels import confirm, discard
from texts.languages import Language
from texts.presses import press, rows
from texts.recurrences import on_dates
from texts.replies import Button, Reply
from texts.words import Words, bold, code, lines, name, our_own, paragraphs

MOST_CHOICES = 8
LABEL_LIMIT = 16


def ask(lang: Language, asked: Asked) -> Reply:
    """The next question; the keyboard opens for the answer, or there is one to press."""
    match asked.question:
        case Question.WHEN:
            buttons = _answers(lang, asked)
            when = ask_when(lang, asked.duty_name, asked.doubt)
            return replace(when, buttons=buttons, asks=False) if buttons else when
        case Question.TITLE:
            return Reply(
                words=lang.say("What is the activity called?"),
                asks=True,
                placeholder=lang.label("Title"),
            )
        case Question.PLACE:
            where = lang.say("Where does it take place? Send “-” for no place.")
            return Reply(words=where, asks=True, placeholder=lang.label("Place"))


def _answers(lang: Language, asked: Asked) -> tuple[tuple[Button, ...], ...]:
    """What may be pressed instead of writing when."""
    proposed: tuple[Button, ...] = ()
    if asked.proposed is not None:
        moment = lang.moment(asked.proposed)
        data = press("plan_when", f"{asked.draft_id}-{write_wall(asked.proposed)}")
        proposed = (Button(label=moment, data=data),)
    same = Button(label=lang.label("🔁 As last time"), data=press("plan_same", asked.draft_id))
    return rows(proposed, (same,) if asked.has_last else ())


def in_the_past(lang: Language, at: datetime) -> Reply:
    """The moment has passed; nothing is made of it."""
    moment = lang.moment(at, with_year=True)
    return Reply(
        words=lang.say(
            "{moment} has already passed. Write a moment to come, with the year if it is not "
            "this one.",
            moment=moment,
        )
    )


def nothing_to_plan(lang: Language) -> str:
    """The dialogue is closed, or the obligation is done or not the reader's."""
    return lang.label("Nothing is left to plan here. Send /activity to see what is planned.")


def closed(lang: Language) -> Reply:
    """The same, as a message of its own."""
    return Reply(words=our_own(nothing_to_plan(lang)))


def nobody_expected(lang: Language, unit: Unit, circle: Circle) -> Reply:
    """An activity without people is not made."""
    if not circle.is_everybody:
        nobody = lang.say(
            "In {unit} there is nobody to invite for “{people}”. Write another line “For: …”.",
            unit=name(unit.name),
            people=circle_words(lang, circle),
        )
        return Reply(words=nobody)
    return Reply(
        words=lang.say(
            "Nobody is on the roster of {unit}, so there is nobody to invite.", unit=name(unit.name)
        )
    )


def discarded(lang: Language) -> Reply:
    """The plan is thrown away."""
    return Reply(words=lang.say("Discarded. Nothing was made."))


def preview(lang: Language, plan: PlanPreview) -> Reply:
    """The plan as understood; nothing is made before Confirm."""
    words = paragraphs(
        bold(lang.say("Is this right?")),
        lines(
            lang.say("📌 {title}", title=_title(lang, plan)),
            *_when(lang, plan),
            lasting(lang, plan.details),
            lang.say("📍 {place}", place=name(plan.place)) if plan.place else None,
            detail_lines(lang, plan.details),
            _expected(lang, plan),
            circle_line(lang, plan.circle),
            besides(lang, plan.also, plan.observers),
            _counts_for(lang, plan),
        ),
        faults(lang, plan.faults),
        _hint(lang, plan),
    )
    choices = [(button,) for button in _choices(lang, plan)]
    return Reply(words=words, buttons=rows(*choices, _closing(lang, plan)))


def _when(lang: Language, plan: PlanPreview) -> tuple[Words, ...]:
    """The moment, or the rule with its next dates."""
    if plan.cadence is None:
        moment = lang.moment(plan.starts_at, with_year=True)
        return (lang.say("🕒 {moment}", moment=moment),)
    dates = [our_own(lang.day(one, with_year=True)) for one in plan.upcoming]
    return (
        lang.say("🔁 {rule}", rule=on_dates(lang, plan.cadence)),
        lang.say("Next: {dates}", dates=lang.list_of(dates)),
        lang.say("Invitations go out a week before each."),
    )


def series_made(lang: Language, cadence: OnDates, title: str, first: Sequence[Activity]) -> Reply:
    """The series runs; its first activities can be opened."""
    entries = [
        lang.say("{number}. {moment}", number=number, moment=lang.moment(one.starts_at))
        for number, one in enumerate(first[:MOST_CHOICES], start=1)
    ]
    buttons = [
        Button(
            label=lang.label("{number} Open", number=number),
            data=press("activity", one.id, one.version),
        )
        for number, one in enumerate(first[:MOST_CHOICES], start=1)
    ]
    words = paragraphs(
        lines(bold(name(title)), lang.say("🔁 {rule}", rule=on_dates(lang, cadence))),
        lines(*entries) if entries else None,
        lang.say(
            "The next ones are made by themselves, five weeks ahead. Open one to change it, to "
            "leave it out, or to end the series."
        ),
    )
    chosen = [tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4)]
    return Reply(words=words, buttons=tuple(chosen))


def _title(lang: Language, plan: PlanPreview) -> Words:
    duty = plan.duty_name
    if duty is not None and plan.title in (duty.zh, duty.en):
        return name(lang.choose(zh=duty.zh, en=duty.en))
    return name(plan.title)


def _expected(lang: Language, plan: PlanPreview) -> Words | None:
    if plan.unit is None:
        return None
    return lang.many(
        "👥 {unit}: {count} person is expected",
        "👥 {unit}: {count} people are expected",
        plan.expected,
        unit=name(plan.unit.name),
        count=plan.expected,
    )


def _counts_for(lang: Language, plan: PlanPreview) -> Words | None:
    if plan.duty_name is None or plan.period_key is None:
        return None
    return lang.say(
        "✔️ Counts for: {duty} · {period}",
        duty=name(lang.choose(zh=plan.duty_name.zh, en=plan.duty_name.en)),
        period=lang.period_name(plan.period_key),
    )


def _hint(lang: Language, plan: PlanPreview) -> Words | None:
    if plan.unit is None:
        return lang.say("For which unit is it?")
    if about_whom(plan.faults):
        return lang.say(
            "Write once more whom it is for, such as {example} or {everybody}.",
            example=code(lang.label("For: committee members")),
            everybody=code(lang.label("For: everybody")),
        )
    if plan.owed:
        return lang.say("It counts for no duty yet. Press the duty if it should.")
    return None


def _choices(lang: Language, plan: PlanPreview) -> list[Button]:
    if plan.unit is None:
        return [
            Button(
                label=name(unit.name, LABEL_LIMIT).plain(),
                data=press("plan_unit", f"{plan.draft_id}-{unit.id}", plan.version),
            )
            for unit in plan.units[:MOST_CHOICES]
        ]
    return [
        Button(
            label="🔗 " + name(lang.choose(zh=duty.name.zh, en=duty.name.en), LABEL_LIMIT).plain(),
            data=press("plan_link", f"{plan.draft_id}-{duty.id}", plan.version),
        )
        for duty in plan.owed[:MOST_CHOICES]
    ]


def _closing(lang: Language, plan: PlanPreview) -> tuple[Button, ...]:
    drop = Button(label=discard(lang), data=press("plan_drop", plan.draft_id, plan.version))
    more = Button(label=lang.label("✏️ Details"), data=press("plan_more", plan.draft_id))
    if plan.unit is None or about_whom(plan.faults):
        return (more, drop)
    make = Button(label=confirm(lang), data=press("plan_make", plan.draft_id, plan.version))
    return (make, more, drop)
