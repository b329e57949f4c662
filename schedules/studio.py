"""Draw the pictures that letters bring, one at a time, so that no other message waits for one."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from domain.board_picture import BoardPictureCard
from domain.card import Letter
from papers.pictures import make_board
from papers.worker import WorkerError
from texts.board_pictures import attached
from texts.languages import Code, Language, language
from texts.replies import Reply

log = logging.getLogger("muduo.studio")

MOST_KEPT = 32


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """A picture and what it shows; no bytes where it could not be drawn."""

    card: BoardPictureCard
    content: bytes | None


class Studio:
    """Letters with a picture are left out until it is drawn; then they say what it shows."""

    def __init__(self, default_language: str, on_drawn: Callable[[], None]) -> None:
        self._default: Code = "en" if default_language == "en" else "zh"
        self._on_drawn = on_drawn
        self._easel = ThreadPoolExecutor(1, thread_name_prefix="studio")
        self._drawing: dict[int, asyncio.Task[None]] = {}
        self._drawn: dict[int, _Drawn] = {}

    def speak(self, letter: Letter) -> Language:
        """The language of whoever gets it."""
        return language(letter.language, default=self._default)

    @property
    def in_hand(self) -> frozenset[int]:
        """Deliveries whose picture is being drawn."""
        return frozenset(self._drawing)

    def ready(self, letters: Iterable[Letter]) -> list[Letter]:
        """Those that can go now; what the others bring is drawn from now on."""
        return [one for letter in letters if (one := self._ready(letter)) is not None]

    def _ready(self, letter: Letter) -> Letter | None:
        number, card = letter.delivery.id, letter.card
        if not isinstance(card, BoardPictureCard):
            return letter
        if (drawn := self._drawn.get(number)) is not None:
            # What was drawn a moment ago is what the words say.
            return replace(letter, card=drawn.card)
        if number not in self._drawing:
            self._drawing[number] = asyncio.create_task(self._draw(letter, card))
        return None

    async def _draw(self, letter: Letter, card: BoardPictureCard) -> None:
        number, loop = letter.delivery.id, asyncio.get_running_loop()
        content: bytes | None = None
        try:
            code = self.speak(letter).code
            content = await loop.run_in_executor(self._easel, make_board, card.picture, code)
        except WorkerError as error:
            facts = {"delivery": number, "reason": str(error)}
            log.warning("picture_not_drawn", extra={"facts": facts})
        except Exception:
            # Whatever it was, it would be the same again: the words go alone.
            log.exception("picture_not_drawn", extra={"facts": {"delivery": number}})
        finally:
            del self._drawing[number]
        self._drawn[number] = _Drawn(card=card, content=content)
        if len(self._drawn) > MOST_KEPT:
            # Its letter was not sent after all: nobody is there any more.
            del self._drawn[next(iter(self._drawn))]
        self._on_drawn()

    def dress(self, letter: Letter, reply: Reply) -> Reply:
        """The reply with its picture, if it brings one."""
        drawn = self._drawn.pop(letter.delivery.id, None)
        if drawn is None or drawn.content is None:
            return reply
        file = attached(self.speak(letter), drawn.card.picture, drawn.content)
        return replace(reply, attachment=file)

    async def wait(self) -> bool:
        """Wait for what is being drawn; False when there is nothing."""
        if not self._drawing:
            return False
        await asyncio.wait(set(self._drawing.values()))
        return True

    def close(self) -> None:
        """Draw nothing more; what is not drawn is due still."""
        for task in self._drawing.values():
            task.cancel()
        self._easel.shutdown(wait=False, cancel_futures=True)
