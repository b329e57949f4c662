"""The roster: what it is, what a file would change, and what it has changed."""

from domain.roster_summary import ROWS_SHOWN, RosterSummary
from texts.approvals import alone
from texts.labels import confirm, discard, yes
from texts.languages import Language
from texts.presses import press
from texts.replies import Attachment, Button, Reply
from texts.roster_changes import changes, kept, left, roster_changes
from texts.roster_rows import left_aside, refused_row
from texts.words import Words, bold, lines, paragraphs

NOTES_SHOWN = 3


def explained(lang: Language) -> Reply:
    """What /roster does, with the two files to begin from."""
    words = paragraphs(
        bold(lang.say("Roster")),
        lang.say(
            "Send me the workbook (.xlsx) here. I first show what would change; nothing happens "
            "before you confirm."
        ),
        lang.say(
            "Begin with the template, or export the present roster, edit it and send it back."
        ),
    )
    template = Button(label=lang.label("Template"), data=press("roster_blank", 0))
    export = Button(label=lang.label("Export"), data=press("roster_export", 0))
    return Reply(words=words, buttons=((template, export),))


def template_file(lang: Language, content: bytes) -> Reply:
    """The empty roster."""
    file = Attachment(file_name=lang.label("roster-template.xlsx"), content=content)
    return Reply(words=lang.say("Fill it in and send it back to me."), attachment=file)


def export_file(lang: Language, content: bytes) -> Reply:
    """The present roster."""
    file = Attachment(file_name=lang.label("roster.xlsx"), content=content)
    words = lang.say("The roster as it is now. It holds names: keep it in good hands.")
    return Reply(words=words, attachment=file)


def preview(lang: Language, summary: RosterSummary, draft_id: int, version: int) -> Reply:
    """What would change, to be confirmed."""
    words = paragraphs(
        bold(lang.say("Roster: what would change")),
        *roster_changes(lang, summary),
        *_asides(lang, summary),
    )
    return Reply(words=words, buttons=_choice(lang, confirm(lang), "roster_ok", draft_id, version))


def details_caption(lang: Language, attachment: Attachment) -> Reply:
    """The file that goes before a preview too long for one message."""
    return Reply(words=lang.say("Every change, line by line."), attachment=attachment)


def ask_again(lang: Language, summary: RosterSummary, draft_id: int, version: int) -> Reply:
    """Many would leave: Confirm alone is not enough."""
    words = paragraphs(
        bold(
            lang.many(
                "{count} of {all} people would be marked as having left. Is that meant?",
                "{count} of {all} people would be marked as having left. Is that meant?",
                summary.left,
                all=summary.people_in_named_units,
            )
        ),
        left(lang, summary),
        lang.say("Their offices end and they hear nothing more from me."),
    )
    return Reply(words=words, buttons=_choice(lang, yes(lang), "roster_sure", draft_id, version))


def changed_meanwhile(lang: Language, summary: RosterSummary, draft_id: int, version: int) -> Reply:
    """Between the preview and Confirm somebody changed the roster."""
    shown = preview(lang, summary, draft_id, version)
    first = lang.say("The roster has changed since. Please look again; nothing was changed yet.")
    return Reply(words=paragraphs(first, shown.words), buttons=shown.buttons)


def applied(lang: Language, summary: RosterSummary, *, is_alone: bool = False) -> Reply:
    """Done, with the figures."""
    words = paragraphs(
        bold(lang.say("✅ Roster imported")),
        changes(lang, summary),
        kept(lang, summary),
        alone(lang) if is_alone else None,
        lang.say("People without a link yet find theirs with /reach."),
    )
    return Reply(words=words)


def nothing_changes(lang: Language, summary: RosterSummary) -> Reply:
    """The file says what is known already."""
    count = summary.unchanged
    words = paragraphs(
        lang.many(
            "Nothing changes: the {count} row taken says what I know already.",
            "Nothing changes: the {count} rows taken say what I know already.",
            count,
        ),
        *_asides(lang, summary),
    )
    return Reply(words=words)


def discarded(lang: Language) -> Reply:
    """The file is forgotten."""
    return Reply(words=lang.say("Discarded. Nothing was changed."))


def gone(lang: Language) -> str:
    """A button of a preview that is over."""
    return lang.label("This file was dealt with already. Send /roster to begin anew.")


def wants_a_file(lang: Language) -> Reply:
    """Words or a photo came where a workbook is waited for."""
    return Reply(
        words=lang.say(
            "I am waiting for the roster as an .xlsx file: attach it as a file, not as a photo or "
            "text. /cancel ends this."
        )
    )


def not_of_the_whole(lang: Language) -> Reply:
    """An administrator of a part asks for the whole."""
    return Reply(
        words=lang.say("Only an administrator of the top unit can change the whole organisation.")
    )


def _asides(lang: Language, summary: RosterSummary) -> list[Words]:
    """The refused rows and what was left aside, the first few of each."""
    refused = [refused_row(lang, one) for one in summary.refusals[:ROWS_SHOWN]]
    if len(summary.refusals) > ROWS_SHOWN:
        refused.append(
            lang.say("… and {count} more in the file", count=len(summary.refusals) - ROWS_SHOWN)
        )
    if refused:
        refused.insert(0, bold(lang.say("Refused, the others are taken")))
    notes = [left_aside(lang, one) for one in summary.notes[:NOTES_SHOWN]]
    return [each for each in (lines(*refused), lines(*notes)) if each]


def _choice(
    lang: Language, label: str, verb: str, draft_id: int, version: int
) -> tuple[tuple[Button, ...], ...]:
    go = Button(label=label, data=press(verb, draft_id, version))
    stop = Button(label=discard(lang), data=press("roster_drop", draft_id, version))
    return ((go, stop),)
