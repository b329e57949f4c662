"""Marking by list: what was matched, what is in doubt, what is nobody's name."""

from collections.abc import Sequence

from domain.activity import Activity
from domain.name_list import Candidate, ListPreview
from texts.activities import title_of
from texts.labels import confirm
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

SHOWN = 30
LABEL_LIMIT = 20


def ask_names(lang: Language, activity: Activity) -> Reply:
    """The next words or file are the names."""
    words = paragraphs(
        bold(title_of(lang, activity)),
        lang.say(
            "Send the names of those who are here: one to a line, or a sheet (.xlsx, .csv, .txt). "
            "Unit or ID behind a name tells namesakes apart."
        ),
        lang.say("/cancel ends this."),
    )
    return Reply(words=words, asks=True, placeholder=lang.label("Names"))


def not_readable(lang: Language) -> Reply:
    """The file holds no names that can be read."""
    return Reply(words=lang.say("I cannot read names in this file. Please paste them instead."))


def preview(lang: Language, shown: ListPreview) -> Reply:
    """Nothing is marked before Confirm; who is meant by a name of several is asked first."""
    activity, names, unknown = shown.activity, shown.names, shown.unknown
    line, choices = shown.asked or (None, ())
    words = paragraphs(
        bold(title_of(lang, activity)),
        lines(
            lang.many("✅ {count} to be marked", "✅ {count} to be marked", len(names)),
            _listed(lang, names),
        ),
        lang.many("{count} is here already", "{count} are here already", shown.already)
        if shown.already
        else None,
        lines(
            lang.many(
                "❓ {count} name that I do not know:",
                "❓ {count} names that I do not know:",
                len(unknown),
            ),
            _listed(lang, unknown),
        )
        if unknown
        else None,
        lang.say("Who is meant by “{line}”?", line=name(line)) if line else None,
        _told_apart(lang, choices),
    )
    if line:
        labels = _labels(choices)
        buttons = [
            _choice(shown, label, one.person_id) for label, one in zip(labels, choices, strict=True)
        ]
        turning = page_buttons("list_page", shown.page, shown.pages, subject_id=shown.draft_id)
        nobody = _choice(shown, lang.label("None of them"), 0)
        return Reply(words=words, buttons=rows(*((one,) for one in buttons), turning, (nobody,)))
    back = Button(label=lang.label("‹ Back"), data=press("activity", activity.id))
    go = Button(label=confirm(lang), data=press("list_ok", shown.draft_id, shown.version))
    return Reply(words=words, buttons=((back, go) if names else (back,),))


def _plain_labels(choices: Sequence[Candidate]) -> list[str]:
    return [name(f"{one.name} · {one.unit}", LABEL_LIMIT).plain() for one in choices]


def _are_alike(choices: Sequence[Candidate]) -> bool:
    return len(set(_plain_labels(choices))) < len(choices)


def _labels(choices: Sequence[Candidate]) -> list[str]:
    """What tells them apart on a button: the unit, else the number of the line above."""
    plain = _plain_labels(choices)
    if not _are_alike(choices):
        return plain
    return [f"{number}. {label}"[:LABEL_LIMIT] for number, label in enumerate(plain, start=1)]


def _told_apart(lang: Language, choices: Sequence[Candidate]) -> Words | None:
    """Namesakes of one unit in full, with what only the roster tells of them."""
    if not _are_alike(choices):
        return None
    return lines(
        *(
            lang.say(
                "{number}. {person} · {unit} · {code}",
                number=number,
                person=name(one.name),
                unit=name(one.unit),
                code=name(one.code),
            )
            for number, one in enumerate(choices, start=1)
        )
    )


def _choice(shown: ListPreview, label: str, person_id: int) -> Button:
    return Button(
        label=name(label, LABEL_LIMIT).plain(),
        data=press("list_pick", f"{shown.draft_id}-{person_id}", shown.version),
    )


def _listed(lang: Language, names: tuple[str, ...]) -> Words | None:
    if not names:
        return None
    shown = lang.list_of([name(one) for one in names[:SHOWN]])
    if len(names) > SHOWN:
        return lang.say("{names} and others", names=shown)
    return shown


def marked(lang: Language, count: int) -> str:
    """They are here."""
    return lang.label("Marked: {count}", count=count)
