"""A sandbox that was killed is opened again from what it last wrote down."""

from sandbox.chats import Message, Person
from sandbox.core import StandIn
from sandbox.snapshot import restore, take
from tests.fakes.clock import FakeClock


def send(stand_in: StandIn, person: Person, name: str) -> Message:
    return stand_in.people.send_document(person, name, name.encode())


def test_no_number_of_a_file_that_the_bot_may_have_seen_is_given_again(
    stand_in: StandIn, lin: Person, clock: FakeClock
) -> None:
    kept = send(stand_in, lin, "kept.pdf").document
    written = take(stand_in.world)
    lost = send(stand_in, lin, "lost.pdf").document
    opened = StandIn(now=clock)
    restore(opened.world, written)
    new = send(opened, opened.world.persons[lin.id], "new.pdf").document

    assert kept is not None
    assert lost is not None
    assert new is not None
    assert len({one.file_id for one in (kept, lost, new)}) == 3
    assert len({one.path for one in (kept, lost, new)}) == 3
    assert opened.world.files.find(kept.file_id) == kept
    assert opened.world.files.find(lost.file_id) is None


def test_files_that_no_chat_shows_any_more_count_too(
    stand_in: StandIn, lin: Person, clock: FakeClock
) -> None:
    seen = []
    for number in range(3):
        seen.append(send(stand_in, lin, f"{number}.pdf").document)
        opened = StandIn(now=clock)
        restore(opened.world, take(stand_in.world))
        opened.world.chats[lin.id].messages.clear()
        stand_in = opened

    assert len({one.file_id for one in seen if one}) == 3
