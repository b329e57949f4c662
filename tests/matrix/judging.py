"""What may happen in a cell of the matrix, and what is wrong."""

from collections.abc import Iterator

from domain.permission import Policy
from handlers.registry import Command, DraftRoute, PressRoute
from tests.matrix.asking import ChatKind, Done, Pair
from tests.matrix.scene import NAMES, Role, Scene
from texts import refusals
from texts.languages import Language

ZH = Language(code="zh")
# What may change about the one who asks, even when he asks for what is not his.
OWN = {"draft", "history", "guess", "person"}
PREFERENCES = ("speak", "hour", "waking", "reminding", "monthly_board")


def find_wrong(scene: Scene, pair: Pair, done: Done) -> list[str]:
    """One sentence for everything that should not have happened."""
    return [f"{pair}: {what}" for what in _judge(scene, pair, done)]


def _judge(scene: Scene, pair: Pair, done: Done) -> Iterator[str]:
    seen = [name for name in scene.canaries(pair.role) if name in done.heard.words]
    if seen:
        yield f"showed {seen}"
    if "(no answer)" in done.heard.toasts:
        yield "a press was not answered"
    if pair.chat is not ChatKind.PRIVATE:
        yield from _judge_group(scene, done)
    elif not pair.is_let_in:
        yield from _judge_refusal(pair, done)
    elif pair.role is not Role.COMMITTEE:
        yield from _judge_foreign(scene, pair, done)
    me = scene.phones[NAMES[pair.role]].id
    group = scene.group.id if scene.group else 0
    strangers = {chat for chat, _ in done.heard.said} - {me, group}
    if strangers and pair.role is not Role.COMMITTEE:
        yield "wrote to somebody else"


def _judge_group(scene: Scene, done: Done) -> Iterator[str]:
    link = f"https://t.me/{scene.world.muduo.bot.username}?start=here"
    if any(link not in words for _, words in done.heard.said):
        yield f"said in a group: {done.heard.said[0][1][:200]}"
    if done.changed:
        yield f"changed {sorted(done.changed)}"


def _judge_refusal(pair: Pair, done: Done) -> Iterator[str]:
    if done.changed:
        yield f"changed {sorted(done.changed)}"
    needs = refusals.needs_office if pair.role is Role.MEMBER else refusals.needs_link
    refused = {needs(ZH).words.plain()}
    if pair.role in (Role.OWN, Role.PARENT, Role.COMMITTEE, Role.SIBLING):
        refused = {refusals.needs_administrator(ZH).words.plain()}
    match pair.route:
        case PressRoute():
            if set(done.heard.toasts) != {refusals.not_yours(ZH)} or done.heard.said:
                yield f"answered {sorted(set(done.heard.toasts))[:2]} {done.heard.said[:1]}"
        case Command():
            yield from _unless_refused(done, refused)
        case DraftRoute():
            yield from _unless_refused(
                done, refused | {refusals.unexpected_words(ZH).words.plain()}
            )


def _unless_refused(done: Done, refused: set[str]) -> Iterator[str]:
    for _, words in done.heard.said:
        if not any(one in words for one in refused):
            yield f"said {words[:200]}"
    if not done.heard.said:
        yield "said nothing"


def _judge_foreign(scene: Scene, pair: Pair, done: Done) -> Iterator[str]:
    may_change = set(OWN)
    if isinstance(pair.route, PressRoute) and pair.route.policy is not Policy.ANYONE:
        may_change = {"draft"} | (
            {"person", "history"} if pair.route.verb in PREFERENCES else set()
        )
    if done.changed - may_change:
        yield f"changed {sorted(done.changed - may_change)}"
    own = scene.people.get(NAMES[pair.role])
    if done.touched_drafts - {own}:
        yield "changed somebody else's dialogue"
