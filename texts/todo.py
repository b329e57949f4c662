"""The list of what is open for one person."""

from domain.obligation import Obligation
from domain.todo import (
    ExpectedActivity,
    TodoItem,
    TodoPage,
    Unfinished,
    WaitingReviews,
    is_any_time,
)
from texts.drafts import dialogue
from texts.languages import Language
from texts.obligations import item_rows, standing, title
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs


def todo_list(lang: Language, todo: TodoPage) -> Reply:
    """A page of open items with a button for each."""
    if not todo.items:
        return Reply(words=lang.say("Nothing is open for you. 🎉"))
    found = [row for n, item in enumerate(todo.items, start=1) for row in _rows(lang, item, n)]
    return Reply(
        words=paragraphs(_heading(lang, todo), *_entries(lang, todo)),
        buttons=rows(
            *found,
            page_buttons("todo", todo.page, todo.pages),
        ),
    )


def _heading(lang: Language, todo: TodoPage) -> Words:
    if not todo.total:
        return lang.say("Nothing is open for you. 🎉")
    return bold(lang.many("{count} open item", "{count} open items", todo.total))


def _entries(lang: Language, todo: TodoPage) -> list[Words]:
    """The lines; before the first one without an end it is said that these never press."""
    entries: list[Words] = []
    for number, item in enumerate(todo.items, start=1):
        if is_any_time(item) and (number == 1 or not is_any_time(todo.items[number - 2])):
            entries.append(bold(lang.say("Whenever it suits")))
        entries.append(_entry(lang, todo, item, number))
    return entries


def _entry(lang: Language, todo: TodoPage, item: TodoItem, number: int) -> Words:
    first = lang.say("{number}. {title}", number=number, title=_title(lang, item))
    match item:
        case Obligation():
            return lines(first, standing(lang, item, todo.today))
        case ExpectedActivity():
            moment = lang.moment(item.starts_at, now_year=todo.today.year)
            return lines(
                first, lang.say("📅 {moment} · {place}", moment=moment, place=name(item.place))
            )
        case WaitingReviews() | Unfinished():
            return first


def _title(lang: Language, item: TodoItem) -> Words:
    match item:
        case Obligation():
            return title(lang, item)
        case ExpectedActivity():
            return name(item.title)
        case WaitingReviews():
            return lang.many(
                "{count} report waits for your review",
                "{count} reports wait for your review",
                item.count,
            )
        case Unfinished():
            return lang.say("Not finished: {dialogue}", dialogue=dialogue(lang, item.kind))


def _rows(lang: Language, item: TodoItem, number: int) -> tuple[tuple[Button, ...], ...]:
    match item:
        case Obligation():
            return item_rows(lang, item, number)
        case ExpectedActivity():
            label, data = lang.label("Answer"), press("attend", item.id, item.version)
        case WaitingReviews():
            label, data = lang.label("Review"), press("review_next", 0)
        case Unfinished():
            label, data = lang.label("Continue"), press("resume", item.id, item.version)
    return ((Button(label=f"{number} {label}", data=data),),)
