"""Menus as Telegram takes them: the commands of a level, in words."""

from collections.abc import Sequence
from hashlib import sha256

from telegram import BotCommand

from domain.menu import LEVELS, Offer, offered_at
from domain.permission import Policy
from texts.commands import describe
from texts.languages import LANGUAGES, Language

# Groups see counts and learn where to ask; everything else is said in private.
IN_GROUPS = ("status", "next", "help")
EDITION_LENGTH = 12


def menu(lang: Language, level: Policy, offers: Sequence[Offer]) -> list[BotCommand]:
    """The menu of everybody of a level."""
    return _worded(lang, offered_at(level, offers))


def group_menu(lang: Language, offers: Sequence[Offer]) -> list[BotCommand]:
    """The short menu of every group."""
    return _worded(lang, [offer for offer in offers if offer.name in IN_GROUPS])


def edition(offers: Sequence[Offer]) -> str:
    """A name for all menus together, another one as soon as any of them reads differently."""
    written = [
        f"{code}:{level}:{one.command}:{one.description}"
        for code in LANGUAGES
        for level in LEVELS
        for one in menu(Language(code=code), level, offers)
    ]
    return sha256("\n".join(written).encode()).hexdigest()[:EDITION_LENGTH]


def _worded(lang: Language, offers: Sequence[Offer]) -> list[BotCommand]:
    return [BotCommand(offer.name, describe(lang, offer.name)) for offer in offers]
