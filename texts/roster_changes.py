"""What a roster file changes: the figures, who leaves, and who stays whatever it says."""

from domain.roster_summary import RosterSummary
from texts.languages import Language
from texts.words import Words, lines, name


def roster_changes(lang: Language, summary: RosterSummary) -> tuple[Words | None, ...]:
    """What is decided upon, a paragraph each."""
    return (changes(lang, summary), left(lang, summary), kept(lang, summary))


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
