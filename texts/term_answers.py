"""The dialogue about the end of a term: what is asked, what was understood, what is refused."""

from domain.term import MOST_YEARS, Term
from domain.term_answer import AnswerKind, AnswerStep, TermAnswer
from texts import labels
from texts.languages import Language
from texts.offices import role_name
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.terms import approval, length_of, long_extension, term_now
from texts.words import Words, bold, lines, name, paragraphs

NAME_ON_BUTTON = 20


def answer(lang: Language, asked: TermAnswer) -> Reply:
    """What is asked next, or what was understood, to be confirmed."""
    match asked.step:
        case AnswerStep.DAY:
            return _ask_day(lang, asked)
        case AnswerStep.YEARS:
            return _ask_years(lang, asked)
        case AnswerStep.TURNOUT:
            return Reply(
                words=_turnout_question(lang),
                asks=True,
                placeholder=lang.label("Due, present"),
            )
        case AnswerStep.APPROVAL:
            return Reply(
                words=approval_question(lang, asked),
                asks=True,
                placeholder=lang.label("Who approved, and when"),
            )
        case AnswerStep.HOLDER:
            return _ask_holder(lang, asked)
        case AnswerStep.NO_QUORUM:
            return _no_quorum(lang, asked)
        case AnswerStep.CONFIRM:
            return _read_back(lang, asked)


def _ask_day(lang: Language, asked: TermAnswer) -> Reply:
    match asked.kind:
        case AnswerKind.PLANNED:
            question = lang.say(
                "On which day is the election? For example: {forms}", forms=coming_forms(lang)
            )
            hint = lang.label("Day of the election")
        case AnswerKind.EXTENDED:
            question = lang.say(
                "Extended until which day, approved by whom and when? For example: {forms}",
                forms=lang.label("2027-12-31, approved by the district committee on 3 May"),
            )
            hint = lang.label("Until when, by whom")
        case _:
            question = lang.say(
                "On which day was the election held? For example: {forms}",
                forms=past_forms(lang),
            )
            hint = lang.label("Day of the election")
    return Reply(
        words=paragraphs(term_now(lang, asked.term, asked.today), question),
        asks=True,
        placeholder=hint,
    )


def past_forms(lang: Language) -> str:
    """How a day that is over may be written."""
    return lang.label("today, 2026-11-20 or Nov 20")


def coming_forms(lang: Language) -> str:
    """How a day that is to come may be written."""
    return lang.label("15 March, 2027-03-15 or next Friday")


def _ask_years(lang: Language, asked: TermAnswer) -> Reply:
    return Reply(
        words=lang.say(
            "How many years does a term of {unit} last? For example: 3",
            unit=name(asked.term.unit.name),
        ),
        asks=True,
        placeholder=lang.label("Years, 1 to {most}", most=MOST_YEARS),
    )


def _turnout_question(lang: Language) -> Words:
    return lang.say("How many with a vote were due, and how many of them came? For example: 20, 17")


def approval_question(lang: Language, asked: TermAnswer) -> Words:
    """Who approved, and when; where one is known, the other alone."""
    if asked.approved_by:
        return lang.say(
            "On which day did {body} approve it? For example: {forms}",
            body=name(asked.approved_by),
            forms=past_forms(lang),
        )
    return lang.say(
        "Who approved the extension, and on which day? For example: {forms}",
        forms=lang.label("the district committee on 3 May"),
    )


def _ask_holder(lang: Language, asked: TermAnswer) -> Reply:
    if not asked.holders:
        words = lang.say(
            "Nobody holds an office there that you could end; the level above or /roster can."
        )
        return Reply(words=words, buttons=((_discard(lang, asked),),))
    buttons = [
        (
            Button(
                label=name(one.name, NAME_ON_BUTTON).plain(),
                data=press("term_holder", f"{asked.draft_id}-{one.office_id}"),
            ),
        )
        for one in asked.holders
    ]
    question = lang.say("Who has left the office?")
    return Reply(
        words=paragraphs(term_now(lang, asked.term, asked.today), question),
        buttons=rows(*buttons, (_discard(lang, asked),)),
    )


def _no_quorum(lang: Language, asked: TermAnswer) -> Reply:
    """Too few came: nothing is recorded as held, a new day may be set."""
    turnout, quorum = asked.turnout, asked.rule.quorum
    if turnout is None or quorum is None:
        raise ValueError("somebody must have been counted")
    again = press("term_say", f"{asked.term.unit.id}-{AnswerKind.PLANNED.value}")
    return Reply(
        words=lang.say(
            "⚠️ Not valid, so not recorded: {present} of {due} came, and more than {share} "
            "({least} or more) must be there.",
            present=turnout.present,
            due=turnout.due,
            share=str(quorum),
            least=quorum.least(turnout.due),
        ),
        buttons=(
            (
                Button(label=lang.label("Hold again on …"), data=again),
                _discard(lang, asked),
            ),
        ),
    )


def _read_back(lang: Language, asked: TermAnswer) -> Reply:
    confirm = press("election_yes", asked.draft_id, asked.version)
    return Reply(
        words=paragraphs(bold(name(asked.term.unit.name)), _understood(lang, asked)),
        buttons=((Button(label=labels.confirm(lang), data=confirm), _discard(lang, asked)),),
    )


def _understood(lang: Language, asked: TermAnswer) -> Words:
    day = lang.day(asked.day, with_year=True) if asked.day else "—"
    match asked.kind:
        case AnswerKind.PLANNED:
            late = lang.say("⚠️ That is after the term's end; going beyond it needs an approval.")
            return lines(
                lang.say("Election on {day}", day=day),
                late if asked.is_after_the_end else None,
                lang.say("Until then I only remind of the steps before it, and on the day after."),
            )
        case AnswerKind.EXTENDED:
            until = asked.day or asked.today
            return lines(
                lang.say("Extended until {day}", day=day),
                approval(lang, asked.approved_by, asked.approved_on),
                long_extension(lang, asked.term, until),
            )
        case AnswerKind.VACATED:
            return _leaving(lang, asked)
        case AnswerKind.HELD:
            return _held(lang, asked, asked.next_term)


def _leaving(lang: Language, asked: TermAnswer) -> Words:
    holder = asked.holder
    if holder is None:
        raise ValueError("somebody must be named")
    is_last = len(asked.holders) == 1
    nobody = lang.say("🪑 If nobody else holds an office there, the level above is told weekly.")
    return lines(
        lang.say(
            "{person} leaves the office: {office}. Rights and menus end with it.",
            person=name(holder.name),
            office=role_name(lang, holder.role),
        ),
        nobody if is_last else None,
    )


def _held(lang: Language, asked: TermAnswer, following: Term) -> Words:
    held_on, ends_on, turnout = following.began_on, following.ends_on, asked.turnout
    return lines(
        lang.say("Election held on {day}", day=lang.day(held_on, with_year=True))
        if held_on
        else None,
        lang.say("{present} of {due} came", present=turnout.present, due=turnout.due)
        if turnout
        else None,
        lang.say("The new term ends on {day}", day=lang.day(ends_on, with_year=True))
        if ends_on
        else None,
        lang.say("{length} long", length=length_of(lang, following.months))
        if following.months
        else None,
    )


def _discard(lang: Language, asked: TermAnswer) -> Button:
    data = press("election_no", asked.draft_id, asked.version)
    return Button(label=labels.discard(lang), data=data)


def recorded(lang: Language, kind: AnswerKind) -> str:
    """It is written down."""
    match kind:
        case AnswerKind.HELD:
            return lang.label("Recorded. The reminders have stopped.")
        case AnswerKind.PLANNED:
            return lang.label("Recorded. I remind you of the steps before that day.")
        case AnswerKind.EXTENDED:
            return lang.label("Recorded. The reminders count from the new day.")
        case AnswerKind.VACATED:
            return lang.label("Recorded. The office is vacant.")


def taken_back(lang: Language, kind: AnswerKind = AnswerKind.HELD) -> str:
    """The record is gone."""
    if kind is AnswerKind.HELD:
        return lang.label("Taken back. The former term runs on.")
    return lang.label("Taken back. It is as it was before.")


def taken_back_unseen(lang: Language) -> Reply:
    """For somebody who had given up his own office: it is his again."""
    return Reply(words=lang.say("Taken back. It is as it was before. See /terms"))
