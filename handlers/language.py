"""/language, and the buttons that choose one wherever they stand."""

from actions import settings as actions
from domain.permission import Policy
from domain.preferences import Preferences, typed_language
from handlers.context import Context
from handlers.registry import command, press
from texts import refusals, start
from texts import settings as texts
from texts.languages import LANGUAGES, Language


@command("language", Policy.ANYONE, alias="语言")
async def language(context: Context) -> None:
    """Offer both languages; one that is named behind the command is taken at once."""
    await _choose(context, typed_language(context.words))


@press("speak", Policy.ANYONE)
async def choose(context: Context) -> None:
    """Keep the choice and answer in it."""
    chosen = context.press.subject_id if context.press else ""
    if chosen in LANGUAGES:
        await _choose(context, chosen)
    else:
        await context.toast(refusals.old_button(context.lang), alert=True)


async def _choose(context: Context, chosen: str | None) -> None:
    code = next((known for known in LANGUAGES if known == chosen), None)
    if code is None:
        await context.say(texts.ask_language(context.lang))
        return
    mine = await context.run(actions.choose_language, code, now=context.now())
    await _answer(context, Language(code=code), mine)


async def _answer(context: Context, lang: Language, mine: Preferences | None) -> None:
    screen = context.press.version if context.press else texts.ALONE
    if mine is None:
        stranger = screen == texts.STRANGER
        reply = start.greet_stranger(lang) if stranger else texts.language_of_stranger(lang)
        await context.show(reply)
    elif screen == texts.FIRST_CONTACT:
        await context.show(start.ask_hour(lang, mine))
    elif screen == texts.SETTINGS:
        await context.show(texts.own_settings(lang, mine))
        await context.toast(texts.saved(lang))
    else:
        await context.show(texts.language_chosen(lang))
