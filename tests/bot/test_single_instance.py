"""One process for one database."""

import pytest

from bot.exits import CannotRunError, Exit
from bot.single_instance import only_instance
from storage.engine import Database


def test_a_second_process_steps_back_with_one_sentence(database: Database) -> None:
    with only_instance(database.url), pytest.raises(CannotRunError) as stepped_back:
        only_instance(database.url).__enter__()

    assert stepped_back.value.code is Exit.ANOTHER_INSTANCE
    assert str(stepped_back.value).startswith("Another Muduo is already running")


def test_the_claim_is_free_when_the_first_process_has_ended(database: Database) -> None:
    with only_instance(database.url):
        pass

    with only_instance(database.url) as claim:
        assert claim.still_stands()
