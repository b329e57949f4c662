"""What a roster file changes: the figures, who leaves, and who stays whatever it says."""

from domain.roster import Role
from domain.roster_difference import OfficeTurn
from domain.roster_summary import NAMES_SHOWN, RosterSummary
from texts.languages import Language
from texts.roster_rows import role_name
from texts.words import Words, lines, name


def roster_changes(lang: Language, summary: RosterSummary) -> tuple[Words | None, ...]:
    """What is decided upon, a paragraph each."""
    return (
        changes(lang, summary),
        rights(lang, summary),
        left(lang, summary),
        kept(lang, summary),
    )


def rights(lang: Language, summary: RosterSummary) -> Words | None:
    """Who takes or leaves an office that carries rights; administrators by themselves."""
    gained = [turn for turn in summary.turns if turn.is_gain]
    appointed = [turn for turn in gained if turn.role is Role.ADMINISTRATOR]
    others = [turn for turn in gained if turn.role is not Role.ADMINISTRATOR]
    lost = [turn for turn in summary.turns if not turn.is_gain]
    said = []
    if appointed:
        names = _turned(lang, appointed)
        said.append(lang.say("🔑 Would become administrator: {names}", names=names))
    if others:
        said.append(lang.say("Would take office: {names}", names=_turned(lang, others)))
    if lost:
        said.append(lang.say("Would leave office: {names}", names=_turned(lang, lost)))
    return lines(*said) if said else None


def _turned(lang: Language, turns: list[OfficeTurn]) -> Words:
    names = [
        lang.say(
            "{name} ({role}, {unit})",
            name=name(turn.person),
            role=role_name(lang, turn.role),
            unit=name(turn.unit),
        )
        for turn in turns[:NAMES_SHOWN]
    ]
    if len(turns) > len(names):
        names.append(lang.say("{count} more", count=len(turns) - len(names)))
    return lang.list_of(names)


def changes(lang: Language, summary: RosterSummary) -> Words:
    """The figures, those that are not zero."""
    figures = [
        (summary.new_units, lang.many("+{count} unit", "+{count} units", summary.new_units)),
        (
            summary.changed_units,
            lang.many(
                "{count} unit changed ({moved} moved)",
                "{count} units changed ({moved} moved)",
                summary.changed_units,
                moved=summary.moved_units,
            ),
        ),
        (summary.new_people, lang.many("+{count} person", "+{count} people", summary.new_people)),
        (
            summary.changed_people,
            lang.many(
                "{count} person changed ({moved} moved)",
                "{count} people changed ({moved} moved)",
                summary.changed_people,
                moved=summary.moved_people,
            ),
        ),
        (summary.left, lang.many("{count} left", "{count} left", summary.left)),
    ]
    refused = len(summary.refusals)
    if refused:
        figures.append((refused, lang.many("{count} row refused", "{count} rows refused", refused)))
    said = [words for count, words in figures if count]
    return lines(*said) if said else lang.say("Nothing changes.")


def left(lang: Language, summary: RosterSummary) -> Words | None:
    """The first few of those who leave."""
    if not summary.left_names:
        return None
    names = [name(each) for each in summary.left_names]
    if summary.left > len(names):
        names.append(lang.say("{count} more", count=summary.left - len(names)))
    return lang.say("Left: {names}", names=lang.list_of(names))


def kept(lang: Language, summary: RosterSummary) -> Words | None:
    """Administrators that the file leaves out."""
    if not summary.kept_administrators:
        return None
    names = lang.list_of([name(each) for each in summary.kept_administrators])
    return lang.say("Administrators stay, whatever the file says: {names}", names=names)
