"""The set-up as a file: what it is, what another file would change, what was changed by whom."""

from domain.configuration import ConfigurationPreview, VersionLine, VersionPage
from texts.approvals import alone
from texts.config_changes import difference_words
from texts.labels import confirm, discard, undo
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Attachment, Button, Reply
from texts.words import Words, bold, fitted, lines, name, our_own, paragraphs


def explained(lang: Language) -> Reply:
    """What /config does."""
    words = paragraphs(
        bold(lang.say("Configuration")),
        lang.say(
            "All plans, duties and settings in one YAML file. Export it, edit it, send it back "
            "here: I first show what would change, and nothing happens before you confirm."
        ),
        lang.say(
            "What the file leaves out stays as it is; a duty left out of a plan that the file "
            "names is paused."
        ),
    )
    export = Button(label=lang.label("Export"), data=press("config_export", 0))
    schema = Button(label=lang.label("Schema for editors"), data=press("config_schema", 0))
    past = Button(label=lang.label("History"), data=press("config_page", 0, 1))
    rules = Button(label=lang.label("Rules of check-in"), data=press("config_rules", 0))
    return Reply(words=words, buttons=((export, past), (rules, schema)))


def export_file(lang: Language, content: bytes) -> Reply:
    """The present set-up."""
    file = Attachment(file_name="muduo-config.yaml", content=content)
    words = lang.say("The configuration as it is now. Units and people stand there by their IDs.")
    return Reply(words=words, attachment=file)


def schema_file(lang: Language, content: bytes) -> Reply:
    """What editors check the file against."""
    file = Attachment(file_name="config-schema.json", content=content)
    return Reply(
        words=lang.say("Keep this beside the file: editors then check what you write."),
        attachment=file,
    )


def preview(lang: Language, shown: ConfigurationPreview) -> Reply:
    """What would change, to be confirmed."""
    heading = (
        lang.say("Configuration: what Undo would change")
        if shown.cause == "undone"
        else lang.say("Configuration: what would change")
    )
    words = paragraphs(
        bold(heading),
        difference_words(lang, shown.difference, shown.reach),
        _about_open(lang, shown),
    )
    go = Button(label=confirm(lang), data=press("config_ok", shown.draft_id, shown.version))
    stop = Button(label=discard(lang), data=press("config_drop", shown.draft_id, shown.version))
    return Reply(words=fitted(words), buttons=rows(_open_button(lang, shown), (stop, go)))


def _about_open(lang: Language, shown: ConfigurationPreview) -> Words | None:
    if not shown.open_items:
        return None
    if shown.includes_open:
        return lang.many(
            "From today, also for the {count} open item.",
            "From today, also for the {count} open items.",
            shown.open_items,
        )
    return lang.many(
        "From the next period; the {count} open item keeps its rule.",
        "From the next period; the {count} open items keep their rule.",
        shown.open_items,
    )


def _open_button(lang: Language, shown: ConfigurationPreview) -> tuple[Button, ...]:
    if not shown.open_items:
        return ()
    mark = "☑" if shown.includes_open else "☐"
    label = lang.label("{mark} also {count} open", mark=mark, count=shown.open_items)
    return (Button(label=label, data=press("config_open", shown.draft_id, shown.version)),)


def changed_meanwhile(lang: Language, shown: ConfigurationPreview) -> Reply:
    """Between the preview and Confirm somebody changed the set-up."""
    anew = preview(lang, shown)
    first = lang.say("The set-up has changed since. Please look again; nothing was changed yet.")
    return Reply(words=fitted(paragraphs(first, anew.words)), buttons=anew.buttons)


def applied(lang: Language, version_id: int, *, is_alone: bool = False) -> Reply:
    """Done, with a way back."""
    back = Button(label=undo(lang), data=press("config_undo", version_id))
    past = Button(label=lang.label("History"), data=press("config_page", 0, 1))
    done = lang.say("✅ The configuration is in effect.")
    return Reply(words=paragraphs(done, alone(lang) if is_alone else None), buttons=((back, past),))


def nothing_changes(lang: Language) -> Reply:
    """The file says what holds already."""
    return Reply(words=lang.say("Everything is so already. Nothing was changed."))


def discarded(lang: Language) -> Reply:
    """Given up."""
    return Reply(words=lang.say("Discarded. Nothing was changed."))


def wants_a_file(lang: Language) -> Reply:
    """Words came where a file is waited for."""
    return Reply(words=lang.say("Please send the configuration as a .yaml file, or /cancel."))


def gone(lang: Language) -> str:
    """A button of a question that is over."""
    return lang.label("This question is over. Send /config to begin anew.")


def history(lang: Language, page: VersionPage) -> Reply:
    """Who changed what, the newest first, with Undo for each."""
    if not page.lines:
        return Reply(words=lang.say("Nothing was changed yet."))
    buttons = tuple(
        Button(label=lang.label("↩ {number}", number=one.id), data=press("config_undo", one.id))
        for one in page.lines
    )
    pairs = tuple(buttons[at : at + 4] for at in range(0, len(buttons), 4))
    words = paragraphs(
        bold(lang.say("History of the configuration")),
        lines(*(_version(lang, one) for one in page.lines)),
    )
    turning = page_buttons("config_page", page.page, page.pages)
    return Reply(words=words, buttons=rows(*pairs, turning))


def _version(lang: Language, one: VersionLine) -> Words:
    counts = [
        lang.say("+{count}", count=one.added) if one.added else None,
        lang.say("✏️ {count}", count=one.changed) if one.changed else None,
        lang.say("⚙️") if one.settings else None,
        lang.say("📅 {count}", count=one.calendars) if one.calendars else None,
    ]
    return lang.say(
        "{number}. {moment} · {cause} · {author} {counts}",
        number=one.id,
        moment=our_own(lang.moment(one.made_at)),
        cause=_cause(lang, one.cause),
        author=name(one.author),
        counts=lang.list_of([one for one in counts if one]) if any(counts) else our_own(""),
    )


def _cause(lang: Language, cause: str) -> Words:
    match cause:
        case "imported":
            return lang.say("file")
        case "installed":
            return lang.say("plan")
        case "undone":
            return lang.say("undo")
        case "paused":
            return lang.say("pause")
        case "resumed":
            return lang.say("resumption")
        case _:
            return lang.say("change")
