"""One obligation in full, with everything that its reader can do about it."""

from datetime import timedelta

from domain.easing import MOST_TOMORROWS
from domain.item import Item, SilentPage
from domain.obligation import Obligation
from domain.problem import Problem
from domain.ruling import Target
from texts import labels
from texts.languages import Language
from texts.obligations import action_buttons, duty_and_period, owner_in_unit, standing, title
from texts.outlooks import next_reminder, who_is_told
from texts.presses import page_buttons, press, rows
from texts.problems import problem_words
from texts.replies import Button, Reply
from texts.terms import election_set
from texts.words import Words, bold, lines, name, paragraphs


def item(lang: Language, found: Item) -> Reply:
    """What is owed, what comes next, and the buttons for it."""
    owed = found.obligation
    return Reply(
        words=paragraphs(
            lines(
                bold(title(lang, owed)), standing(lang, owed, found.today), _extended(lang, owed)
            ),
            _answered(lang, found),
            election_set(lang, found.election, found.today) if found.election else None,
            _next(lang, found),
            _problem(lang, found.problem),
        ),
        buttons=rows(*_own_rows(lang, found), *_rulers_rows(lang, found), _term_row(lang, found)),
    )


def _extended(lang: Language, owed: Obligation) -> Words | None:
    if owed.extended_from is None:
        return None
    return lang.say("🕓 extended, was due {day}", day=owed.extended_from)


def _answered(lang: Language, found: Item) -> Words | None:
    if not (found.is_own and found.is_in_hand) or found.easing.quiet_until is None:
        return None
    sooner = found.outlook.reminded_on
    if sooner is not None and sooner < found.easing.quiet_until:
        # Put off till tomorrow as well: the next line says when.
        return lang.say("👌 In hand")
    return lang.say(
        "👌 In hand: I remind you again from {day} on.",
        day=lang.day(found.easing.quiet_until, now_year=found.today.year),
    )


def _next(lang: Language, found: Item) -> Words | None:
    said = [
        next_reminder(lang, found.outlook, found.today) if found.is_own else None,
        who_is_told(lang, found.outlook, found.today),
    ]
    return lines(*said) if any(said) else None


def _problem(lang: Language, problem: Problem | None) -> Words | None:
    if problem is None:
        return None
    seen = lang.say("👀 seen by {name}", name=name(problem.seen_by)) if problem.seen_by else None
    return lines(problem_words(lang, problem), seen)


def _own_rows(lang: Language, found: Item) -> tuple[tuple[Button, ...], ...]:
    owed = found.obligation
    if not found.is_own:
        return ()
    doing = action_buttons(lang, owed)
    answers = []
    if found.may_answer and not found.is_in_hand:
        answers.append(
            Button(label=f"👌 {labels.in_hand(lang)}", data=press("in_hand", owed.id, owed.version))
        )
    if found.tomorrow is not None:
        is_tomorrow = found.tomorrow == found.today + timedelta(days=1)
        label = lang.label("Tomorrow") if is_tomorrow else lang.label("Next working day")
        answers.append(
            Button(label=f"⏭ {label}", data=press("tomorrow", owed.id, found.easing.tomorrows))
        )
    trouble = Button(label=lang.label("⚠ Problem"), data=press("problem", owed.id, owed.version))
    return (
        *(doing[at : at + 2] for at in range(0, len(doing), 2)),
        tuple(answers),
        (trouble,) if found.may_tell else (),
    )


def _rulers_rows(lang: Language, found: Item) -> tuple[tuple[Button, ...], ...]:
    if not found.may_rule:
        return ()
    owed = found.obligation
    nudging = f"{owed.unit.id}-{owed.duty_id}"
    return (
        (Button(label=f"📣 {labels.nudge(lang)}", data=press("nudge", nudging)),),
        ruling_buttons(lang, Target(obligation_id=owed.id), owed.version),
    )


def _term_row(lang: Language, found: Item) -> tuple[Button, ...]:
    """The other answers to the end of a term are on the sheet of the body."""
    owed = found.obligation
    if not (owed.is_about_a_term and owed.is_owed):
        return ()
    return (Button(label=lang.label("🗳 Term and answers"), data=press("term", owed.unit.id)),)


def ruling_buttons(lang: Language, target: Target, version: int) -> tuple[Button, ...]:
    """More time, or not owed."""
    return (
        Button(label=f"🕓 {labels.extend(lang)}", data=press("extend", target.key, version)),
        Button(label=f"🕊 {labels.excuse(lang)}", data=press("waive", target.key, version)),
    )


def taken_in_hand(lang: Language) -> str:
    """Said at the top of the screen."""
    return lang.label("👌 I leave you in peace until the next stage. The last day stays.")


def put_off(lang: Language, found: Item) -> str:
    """Until when, and how often that is still possible."""
    left = MOST_TOMORROWS - found.easing.tomorrows
    if left:
        return lang.label("⏭ I say it again on the next working day. Possible once more.")
    return lang.label("⏭ I say it again on the next working day. That was the last time.")


def stands(lang: Language) -> str:
    """Nothing was changed."""
    return lang.label("Nothing was changed; this is how it stands.")


def silent_units(lang: Language, page: SilentPage) -> Reply:
    """The units that are silent on a duty, a button for each and three for all."""
    if not page.items:
        return Reply(words=lang.say("✅ None of these units is silent any more."))
    heading = lang.say(
        "{title}: {count}",
        title=duty_and_period(lang, page.items[0]),
        count=lang.many("{count} unit is silent", "{count} units are silent", page.total),
    )
    entries = [
        lang.say(
            "{number}. {unit}: {standing}",
            number=number,
            unit=owner_in_unit(lang, one),
            standing=standing(lang, one, page.today),
        )
        for number, one in enumerate(page.items, start=1)
    ]
    single = [
        Button(label=f"{number} {labels.more(lang)}", data=press("item", one.id))
        for number, one in enumerate(page.items, start=1)
    ]
    every = Target(duty_id=page.duty_id)
    nudging = Button(
        label=lang.label("📣 Nudge all {count}", count=page.total),
        data=press("nudge_below", page.duty_id),
    )
    return Reply(
        words=paragraphs(bold(heading), lines(*entries)),
        buttons=rows(
            *(tuple(single[at : at + 3]) for at in range(0, len(single), 3)),
            page_buttons("below", page.page, page.pages, subject_id=page.duty_id),
            (nudging,),
            ruling_buttons(lang, every, page.total) if page.may_rule else (),
        ),
    )
