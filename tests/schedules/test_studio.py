"""A picture that is being drawn holds no other message up."""

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.bilingual import Bilingual
from domain.board_picture import BoardPicture, BoardPictureCard, PictureRow
from domain.card import Card, Letter
from domain.delivery import Delivery, Kind
from domain.digest import DigestCard
from domain.period import period_named
from domain.unit import Unit
from schedules.studio import Studio
from texts.cards import render

TODAY = date(2026, 12, 1)
UNIT = Unit(id=1, name="青石小学", kind="学校", path="/1/", parent_id=None)
ROW = PictureRow(name=Bilingual(zh="全部", en="all"), cells=(None,) * 12)
BOARD = BoardPictureCard(
    picture=BoardPicture(unit=UNIT, year=period_named("2026"), today=TODAY, whole=ROW, rows=(ROW,))
)


def letter(number: int, card: Card, kind: Kind) -> Letter:
    delivery = Delivery(
        id=number,
        person_id=number,
        kind=kind,
        subject_id=None,
        attempts=1,
        made_at=datetime(2026, 12, 1, tzinfo=UTC),
        facts={},
    )
    return Letter(delivery=delivery, chat_id=number, language="zh", card=card)


async def test_what_has_no_picture_goes_while_another_is_drawn() -> None:
    drawn: list[str] = []
    studio = Studio("zh", lambda: drawn.append("drawn"))
    picture = letter(1, BOARD, Kind.BOARD)
    digest = letter(2, DigestCard(today=TODAY, heard_on=TODAY, lines=()), Kind.DIGEST)
    assert studio.ready([picture, digest]) == [digest]
    assert studio.in_hand == {1}
    # Asked again while it is being drawn it is not drawn twice.
    assert studio.ready([picture]) == []
    assert await studio.wait()
    assert drawn == ["drawn"]
    assert studio.ready([picture, digest]) == [picture, digest]
    reply = studio.dress(picture, render(studio.speak(picture), picture.card))
    assert reply.attachment is not None
    assert reply.attachment.content.startswith(b"\x89PNG")
    assert not await studio.wait()
    studio.close()


async def test_what_was_drawn_is_what_the_words_say() -> None:
    studio = Studio("zh", lambda: None)
    assert studio.ready([letter(1, BOARD, Kind.BOARD)]) == []
    await studio.wait()
    newer = BoardPictureCard(
        picture=BoardPicture(
            unit=UNIT, year=period_named("2026"), today=TODAY, whole=ROW, rows=(ROW, ROW)
        )
    )
    [ready] = studio.ready([letter(1, newer, Kind.BOARD)])
    assert ready.card == BOARD
    studio.close()


async def test_what_cannot_be_drawn_goes_without_its_picture_and_is_not_tried_for_ever() -> None:
    class Unsendable(PictureRow):
        """No worker process can be handed this one."""

    row = Unsendable(name=ROW.name, cells=ROW.cells)
    board = BoardPictureCard(picture=replace(BOARD.picture, rows=(row,)))
    told: list[str] = []
    studio = Studio("zh", lambda: told.append("told"))
    picture = letter(1, board, Kind.BOARD)
    assert studio.ready([picture]) == []
    await studio.wait()
    assert told == ["told"]
    assert studio.ready([picture]) == [picture]
    reply = studio.dress(picture, render(studio.speak(picture), picture.card))
    assert reply.attachment is None
    studio.close()
