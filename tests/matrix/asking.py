"""Call one route in every way that is known, and see what it did."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlmodel import Session

from domain.permission import Policy
from handlers.registry import Command, DraftRoute, PressRoute, Route
from sandbox.chats import Person
from storage.tables.process import DraftRow
from tests.matrix.calls import PRESSES
from tests.matrix.scene import DIALOGUES, FOREIGN, NAMES, Role, Scene
from tests.matrix.watching import Dump, Heard, dump, read_entry, restore
from tests.matrix.words import DRAFTS, worded

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
AT_THE_DOOR = 2
OFFICERS_AND_UP = (Role.OWN, Role.PARENT, Role.COMMITTEE, Role.SIBLING, Role.ADMINISTRATOR)
LET_IN = {
    Policy.ANYONE: tuple(Role),
    Policy.LINKED: (Role.MEMBER, *OFFICERS_AND_UP),
    Policy.OFFICER: OFFICERS_AND_UP,
    Policy.ADMINISTRATOR: (Role.ADMINISTRATOR,),
}


class ChatKind(StrEnum):
    """Where it is asked."""

    PRIVATE = "private"
    GROUP = "group"
    ANONYMOUS = "anonymous administrator of a group"


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One cell of the matrix."""

    route: Route
    role: Role
    chat: ChatKind

    @property
    def is_let_in(self) -> bool:
        """Whether the policy of the route lets the role in."""
        return self.role in LET_IN[self.route.policy]

    def __str__(self) -> str:
        match self.route:
            case Command(name=name):
                return f"/{name}, {self.role}, {self.chat}"
            case PressRoute(verb=verb):
                return f"button {verb}, {self.role}, {self.chat}"
            case DraftRoute(kind=kind):
                return f"dialogue {kind}, {self.role}, {self.chat}"


@dataclass(frozen=True, kw_only=True)
class Done:
    """What was heard, which tables changed, and the dialogues before and after."""

    heard: Heard
    changed: set[str]
    touched_drafts: set[int]


async def run(scene: Scene, pair: Pair) -> Done:
    """Ask, look, and put everything back."""
    world = scene.world
    clean = before = scene.clean
    if isinstance(pair.route, DraftRoute):
        _open_foreign_dialogue(scene, pair.role, pair.route.kind)
        before = dump(world)
    world.stand_in.journal.clear()
    queries = list(_ask(scene, pair))
    await _answer_all(scene)
    after = dump(world)
    answers = [world.stand_in.callback_answers[query] for query in queries]
    heard = Heard(
        said=[
            (one.chat_id, read_entry(world, one))
            for one in world.stand_in.journal
            if one.method != "answerCallbackQuery"
        ],
        toasts=[answer.text if answer else "(no answer)" for answer in answers],
    )
    restore(world, clean, {name for name in clean if clean[name] != after[name]})
    return Done(
        heard=heard,
        changed={name for name in before if before[name] != after[name]},
        touched_drafts=_touched_drafts(before, after),
    )


async def _answer_all(scene: Scene) -> None:
    """Only the people's door: the clock stands still, so its door has nothing to do."""
    muduo = scene.world.muduo
    while await muduo.poller.poll_once():
        await muduo.dispatcher.drain()
    await muduo.courier.drain()


def _touched_drafts(before: Dump, after: Dump) -> set[int]:
    """Whose dialogues are not what they were."""
    columns = [column.name for column in DraftRow.__table__.columns]  # type: ignore[attr-defined]  # SQLModel makes it.
    person = columns.index("person_id")
    return {row[person] for row in before["draft"] if row not in after["draft"]}


def _ask(scene: Scene, pair: Pair) -> Iterator[str]:
    """Send all updates; yields the ids of the presses."""
    match pair.route:
        case PressRoute(verb=verb):
            subjects = dict.fromkeys(PRESSES[verb](scene, pair.role))
            # Whoever is turned away at the door is turned away whatever he asks about.
            is_heard = pair.is_let_in and pair.chat is ChatKind.PRIVATE
            for subject in islice(subjects, None if is_heard else AT_THE_DOOR):
                yield _press(scene, pair, f"v1:{verb}:{subject}:1")
        case Command(name=name):
            for words in worded(name, scene, pair.role):
                _say(scene, pair, words)
        case DraftRoute(kind=kind):
            if DRAFTS[kind]:
                _say(scene, pair, DRAFTS[kind])
            else:
                _send_file(scene, pair)


def _phone(scene: Scene, pair: Pair) -> Person:
    return scene.phones[NAMES[pair.role]]


def _press(scene: Scene, pair: Pair, data: str) -> str:
    phone = _phone(scene, pair)
    chat = None if pair.chat is ChatKind.PRIVATE else scene.group
    return scene.world.stand_in.people.press_stale(phone, scene.message_in(phone, chat), data, chat)


def _say(scene: Scene, pair: Pair, words: str) -> None:
    phone = _phone(scene, pair)
    if pair.chat is ChatKind.PRIVATE:
        scene.world.stand_in.people.say(phone, words)
        return
    name, _, rest = words.partition(" ")
    username = scene.world.muduo.bot.username
    addressed = f"{name}@{username} {rest}".strip() if name.startswith("/") else words
    if pair.chat is ChatKind.GROUP:
        scene.world.stand_in.people.say(phone, addressed, scene.group)
    else:
        _send_raw(scene, {"text": addressed})


def _send_file(scene: Scene, pair: Pair) -> None:
    if pair.chat is ChatKind.PRIVATE:
        people = scene.world.stand_in.people
        people.send_document(_phone(scene, pair), "roster.xlsx", b"no workbook")
    elif pair.chat is ChatKind.ANONYMOUS:
        file = {"file_id": "f", "file_unique_id": "u", "file_name": "roster.xlsx"}
        _send_raw(scene, {"document": file})


def _send_raw(scene: Scene, content: dict[str, Any]) -> None:
    """What somebody says in the name of the group."""
    assert scene.group is not None
    chat = {"id": scene.group.id, "type": "group", "title": scene.group.title}
    message = {
        "message_id": 900_000,
        "date": int(scene.world.clock().timestamp()),
        "chat": chat,
        "from": ANONYMOUS,
        "sender_chat": chat,
        **content,
    }
    scene.world.stand_in.raw_update({"message": message})


def _open_foreign_dialogue(scene: Scene, role: Role, kind: str) -> None:
    """The one who asks is in the middle of a dialogue about what is not his any more."""
    person_id = scene.people.get(NAMES[role])
    if person_id is None or kind not in DIALOGUES:
        return
    key = (FOREIGN[role] or ("other_branch",))[0]
    subject = scene.units[key] if kind == "election" else scene.things[key]["report"]
    now = scene.world.clock()

    def begin(session: Session) -> None:
        session.add(
            DraftRow(
                person_id=person_id,
                kind=kind,
                subject_id=subject,
                facts=DIALOGUES[kind] | {"unit_id": scene.units[key]},
                begun_at=now,
                changed_at=now,
            )
        )

    scene.world.change(begin)
