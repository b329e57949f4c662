"""Guide a newcomer: set each step's scene, and tell the page what is left to do."""

import asyncio
from collections.abc import Iterable, Mapping

from bot.demo_organisation import phones
from bot.sandbox_stage import Stage
from bot.sandbox_tour_steps import STEPS, Deed, Move, Press, Say, Step
from domain.bilingual import Bilingual
from sandbox.answers import Json
from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.extension import Extension
from sandbox.moving import move

PATIENCE_SECONDS = 15


class Tour:
    """Plays the part of the sandbox in the steps; the newcomer plays the rest on the page."""

    def __init__(self, stage: Stage, stand_in: StandIn) -> None:
        self._stage = stage
        self._stand_in = stand_in

    def extension(self) -> Extension:
        """What is handed to the sandbox."""
        return Extension(views={"tour": self.tell}, verbs={"prepare_step": self.prepare})

    async def tell(self, query: Mapping[str, str]) -> list[Json]:
        """The steps, each for the phones of this sandbox; none where they are missing."""
        owners = self._owners()
        if not {who for step in STEPS for who in step.shown} <= owners.keys():
            return []
        return [
            {
                "title": _both(step.title),
                "sentence": _both(step.sentence),
                "shown": [owners[who].id for who in step.shown],
                "deeds": [_told(deed, owners) for deed in step.deeds],
            }
            for step in STEPS
        ]

    async def prepare(self, body: Json) -> Json:
        """Do what comes before a step; a scene that is not as expected raises LookupError."""
        step: Step = STEPS[int(body["step"])]
        owners = self._owners()
        for deed in step.before:
            await self._do(deed, owners)
        return {}

    async def _do(self, deed: Deed, owners: Mapping[str, Person]) -> None:
        match deed:
            case Say(who=who, words=words):
                person = owners[who]
                self._stand_in.people.say(person, _in_language_of(person, words))
            case Press(who=who, label=label):
                self._press(owners[who], label)
            case Move():
                await move(self._stand_in, self._stage, {"next_event": True})
        await self._until_quiet()

    def _press(self, person: Person, label: Bilingual) -> None:
        wanted = _in_language_of(person, label)
        for message in reversed(self._stand_in.messages(person.id)):
            for button in (button for row in message.buttons for button in row):
                if wanted in button.text and button.data and not message.deleted:
                    self._stand_in.people.press(person, message.message_id, button.data)
                    return
        raise LookupError(f"{person.name}: {wanted}?")

    async def _until_quiet(self) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._stand_in.updates.until_confirmed()
        await self._stage.settle()

    def _owners(self) -> dict[str, Person]:
        labels = {label: one.owner for one in phones() for label in (one.label.zh, one.label.en)}
        people: Iterable[Person] = self._stand_in.world.persons.values()
        return {labels[one.name]: one for one in people if one.name in labels}


def _both(words: Bilingual) -> Json:
    return {"zh": words.zh, "en": words.en}


def _told(deed: Deed, owners: Mapping[str, Person]) -> Json:
    match deed:
        case Say(who=who, words=words):
            return {"person": owners[who].id, "say": _in_language_of(owners[who], words)}
        case Press(who=who, label=label):
            return {"person": owners[who].id, "press": _in_language_of(owners[who], label)}
        case Move():
            return {"clock": "next"}


def _in_language_of(person: Person, words: Bilingual) -> str:
    return words.zh if person.language_code.startswith("zh") else words.en
