"""A kind of report in words: what it is called and what it asks for."""

from collections.abc import Sequence

from domain.act import Act
from domain.report_form import ReportForm, Section
from texts.languages import Language
from texts.words import Words, lines, name


def form_lines(lang: Language, acts: Sequence[Act]) -> Words | None:
    """Which kinds of report a duty asks for, and whether the head confirms."""
    said = [
        line
        for act in acts
        for line in (
            None if act.report.form.is_free else _form(lang, act.report.form),
            lang.say("Counts once the head of the unit has confirmed it")
            if act.report.by_head
            else None,
        )
        if line is not None
    ]
    return lines(*said) if said else None


def _form(lang: Language, form: ReportForm) -> Words:
    return lang.say(
        "Kind of report: {form} ({sections})",
        form=form_name(lang, form),
        sections=lang.list_of([section_name(lang, one) for one in form.sections]),
    )


def form_name(lang: Language, form: ReportForm) -> Words:
    """What the kind is called."""
    return name(lang.choose(zh=form.name.zh, en=form.name.en))


def section_name(lang: Language, section: Section) -> Words:
    """What a section is called."""
    return name(lang.choose(zh=section.name.zh, en=section.name.en))
