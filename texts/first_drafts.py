"""The first draft that the record writes, and what is behind its figures."""

from domain.record_figure import Entry, RecordedFigure
from domain.report_form import Section
from domain.report_sheet import EntriesPage, FirstDraftCard
from texts.languages import Language
from texts.obligations import standing, title
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.report_forms import section_name
from texts.words import Words, bold, lines, name, our_own, paragraphs


def first_draft(lang: Language, card: FirstDraftCard) -> Reply:
    """The figures of the period so far, and the way on."""
    sheet = card.sheet
    obligation = sheet.obligation
    head = lines(bold(title(lang, obligation)), standing(lang, obligation, sheet.today))
    if not card.is_open:
        return Reply(
            words=paragraphs(head, lang.say("The draft has been started: /report shows it."))
        )
    figures = [_figure(lang, section, one) for section, one in card.figures]
    go_on = lang.say(
        "I have begun a draft with the figures of the record so far. Read it, correct it, and add "
        "the words."
    )
    data = press("hand", obligation.id, obligation.version)
    return Reply(
        words=paragraphs(head, go_on, lines(*figures)),
        buttons=((Button(label=lang.label("Read the draft"), data=data),),),
    )


def _figure(lang: Language, section: Section, one: RecordedFigure) -> Words:
    said = name(one.value) if one.value is not None else our_own("—")
    return lang.say("{section}: {answer}", section=section_name(lang, section), answer=said)


def entries(lang: Language, found: EntriesPage) -> Reply:
    """What a figure is made of, line by line."""
    value = name(found.figure.value) if found.figure.value is not None else our_own("—")
    heading = lang.say(
        "{section}: the record says {record}",
        section=section_name(lang, found.section),
        record=value,
    )
    said = [_entry(lang, one, found.sheet.today.year) for one in found.entries]
    none = None if said else lang.say("The record has nothing of this in the period.")
    report = found.sheet.report
    report_id = report.id if report else 0
    subject = f"{report_id}-{found.number}"
    back = Button(label=lang.label("‹ Back"), data=press("report_at", report_id, found.number))
    return Reply(
        words=paragraphs(bold(heading), lines(*said) if said else none),
        buttons=rows(
            page_buttons("report_entries", found.page, found.pages, subject_id=subject), (back,)
        ),
    )


def _entry(lang: Language, one: Entry, year: int) -> Words:
    day, unit = lang.day(one.day, now_year=year), name(one.unit)
    titled = name(lang.choose(zh=one.title.zh, en=one.title.en))
    line = lang.say("{day} · {unit} · {title}", day=day, unit=unit, title=titled)
    if one.total is not None:
        count, total = one.count or 0, one.total
        return lang.say("{entry}: {count} of {total}", entry=line, count=count, total=total)
    if one.count is not None:
        return lang.say("{entry}: {count}", entry=line, count=one.count)
    return line
