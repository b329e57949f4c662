"""The list of what an election asks for: one message that is edited in place."""

from domain.term_answer import AnswerKind
from domain.term_sheet import ElectionLine, ElectionList
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

LABEL_LIMIT = 20


def election_list(lang: Language, found: ElectionList) -> Reply:
    """Every step with its day, and who has ticked it; a button ticks or takes the tick away."""
    unit = found.term.unit
    heading = bold(lang.say("Election list: {unit}", unit=name(unit.name)))
    if not found.lines:
        words = lang.say(
            "The plan lists no steps for this election. An administrator can add them."
        )
        return Reply(words=paragraphs(heading, words), buttons=((_back(lang, unit.id),),))
    buttons = [_tick(lang, found, line, at) for at, line in enumerate(found.lines, start=1)]
    return Reply(
        words=paragraphs(
            heading,
            _day(lang, found),
            lines(*(_line(lang, found, line, at) for at, line in enumerate(found.lines, start=1))),
        ),
        buttons=rows(
            *(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)),
            (_set_day(lang, found), _back(lang, unit.id)),
        ),
    )


def _day(lang: Language, found: ElectionList) -> Words:
    day = found.term.election_on
    if day is None:
        return lang.say("No day is set yet; the steps get their days with it.")
    return lang.say("🗳 election on {day}", day=lang.day(day, now_year=found.today.year))


def _line(lang: Language, found: ElectionList, line: ElectionLine, number: int) -> Words:
    step = name(lang.choose(zh=line.step.name.zh, en=line.step.name.en))
    if line.ticked is not None and line.ticked_on is not None:
        return lang.say(
            "{number}. ✅ {step}: {person}, {day}",
            number=number,
            step=step,
            person=name(line.ticked.by),
            day=lang.day(line.ticked_on, now_year=found.today.year),
        )
    if line.due_on is None:
        return lang.say("{number}. ⬜ {step}: {when}", number=number, step=step,
                        when=_counted(lang, line.step.days))  # fmt: skip
    late = line.due_on < found.today
    return lang.say(
        "{number}. {mark} {step}: by {day}",
        number=number,
        mark="⚠️" if late else "⬜",
        step=step,
        day=lang.day(line.due_on, now_year=found.today.year),
    )


def _counted(lang: Language, days: int) -> Words:
    if not days:
        return lang.say("on the day of the election")
    if days < 0:
        return lang.many("{count} day before it", "{count} days before it", -days)
    return lang.many("within {count} day after it", "within {count} days after it", days)


def _tick(lang: Language, found: ElectionList, line: ElectionLine, number: int) -> Button:
    step = lang.choose(zh=line.step.name.zh, en=line.step.name.en)
    mark = "↩️" if line.ticked else "✅"
    return Button(
        label=name(f"{number} {mark} {step}", LABEL_LIMIT).plain(),
        data=press("term_tick", f"{found.term.unit.id}-{line.step.code}", 0 if line.ticked else 1),
    )


def _set_day(lang: Language, found: ElectionList) -> Button:
    is_set = found.term.election_on is not None
    label = lang.label("Move the election") if is_set else lang.label("Election on …")
    data = press("term_say", f"{found.term.unit.id}-{AnswerKind.PLANNED.value}")
    return Button(label=label, data=data)


def _back(lang: Language, unit_id: int) -> Button:
    return Button(label=lang.label("The term"), data=press("term", unit_id))


def ticked(lang: Language, *, is_done: bool) -> str:
    """Said at the top of the screen."""
    return lang.label("Ticked.") if is_done else lang.label("The tick is gone.")
