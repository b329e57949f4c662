"""The list of what is open for one person."""

from domain.todo import TodoPage
from texts.languages import Language
from texts.obligations import action_button, standing, title
from texts.presses import page_buttons
from texts.replies import Reply
from texts.words import Words, bold, lines, paragraphs


def todo_list(lang: Language, todo: TodoPage) -> Reply:
    """A page of open items with a button for each."""
    if not todo.items:
        return Reply(words=lang.say("Nothing is open for you. 🎉"))
    heading = bold(
        lang.many("{count} open item", "{count} open items", todo.total, count=todo.total)
    )
    entries: list[Words] = []
    buttons = []
    for number, item in enumerate(todo.items, start=1):
        entries.append(
            lines(
                lang.say("{number}. {title}", number=number, title=title(lang, item)),
                standing(lang, item, todo.today),
            )
        )
        if button := action_button(lang, item, number):
            buttons.append(button)
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    turning = page_buttons("todo", todo.page, todo.pages)
    return Reply(words=paragraphs(heading, *entries), buttons=(*rows, turning) if turning else rows)
