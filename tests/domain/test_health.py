"""Health: judged by what was last done."""

from typing import Any

import pytest

from domain.health import Vitals, find_complaints

WELL = {"poll": 12.0, "tick": 3.0, "commit": 3.0, "send": 86_400.0}


@pytest.mark.parametrize(
    ("changes", "complaints"),
    [
        pytest.param({}, [], id="everything went well lately"),
        pytest.param({"ages": WELL | {"send": None}}, [], id="nothing had to be sent yet"),
        pytest.param({"ages": WELL | {"poll": None}}, ["no poll yet"], id="just started"),
        pytest.param(
            {"ages": WELL | {"poll": 95.0}, "poll_trouble": "auth"},
            ["last poll 95 s ago", "Telegram cannot be polled: auth"],
            id="the token was revoked",
        ),
        pytest.param({"poll_trouble": "not_sent"}, [], id="one poll failed and the next will do"),
        pytest.param({"ages": WELL | {"tick": 91.0}}, ["last tick 91 s ago"], id="no tick"),
        pytest.param({"ages": WELL | {"commit": 91.0}}, ["last commit 91 s ago"], id="full disk"),
        pytest.param({"oldest_inbox": 100.0}, ["an update waits for 100 s"], id="nobody handles"),
        pytest.param({"oldest_inbox": 20.0, "oldest_outbox": 60.0}, [], id="a burst"),
        pytest.param(
            {"oldest_outbox": 1000.0}, ["a message waits for 1000 s"], id="nothing goes out"
        ),
        pytest.param(
            {"clock_held": "The clock jumped forward by 3600 s."},
            ["The clock jumped forward by 3600 s."],
            id="the clock jumped",
        ),
        pytest.param({"silent": ("courier",)}, ["courier is silent"], id="a loop hangs"),
    ],
)
def test_complaints_say_what_is_wrong(changes: dict[str, Any], complaints: list[str]) -> None:
    vitals = Vitals(**({"ages": WELL} | changes))

    assert find_complaints(vitals) == complaints
