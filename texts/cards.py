"""The words of every queued message."""

from domain.card import Card
from domain.digest import DigestCard
from domain.link import LinkedCard
from texts.digests import digest
from texts.languages import Language
from texts.links import linked_card
from texts.replies import Reply


def render(lang: Language, card: Card) -> Reply:
    """What a card says."""
    match card:
        case DigestCard():
            return digest(lang, card)
        case LinkedCard():
            return linked_card(lang, card)
