"""Run the stand-in alone: `python -m sandbox`, then point a bot at the printed address."""

import argparse
import asyncio
import secrets
import sys

from sandbox.clock import MovableClock, system_clock
from sandbox.core import StandIn
from sandbox.limits import Rate
from sandbox.moving import read_instant
from sandbox.server import create_app, listen, server_for


def main() -> None:
    asked = _read_arguments()
    machine = MovableClock(read_instant(asked.clock)) if asked.clock else None
    secret = asked.secret or "s" + secrets.token_urlsafe(24)
    stand_in = StandIn(
        now=machine or system_clock,
        token=asked.token or f"4000000001:{secrets.token_urlsafe(26)}",
        rate=Rate() if asked.rate else None,
        journal_size=asked.journal,
    )
    stand_in.latency = asked.latency
    app = create_app(stand_in, time_machine=machine, secret=secret)
    listener = listen(asked.port)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    sys.stdout.write(f"page   {address}/{secret}/\napi    {address}/bot\ntoken  {stand_in.token}\n")
    sys.stdout.flush()
    asyncio.run(server_for(app).serve(sockets=[listener]))


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="any free one by default")
    parser.add_argument("--token", help="the bot's token; made up by default")
    parser.add_argument("--secret", help="the secret in the page's address; made up by default")
    parser.add_argument("--rate", action="store_true", help="enforce Telegram's rate limits")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--journal", type=int, help="keep only that many entries")
    parser.add_argument("--clock", help="start a clock that only the control interface moves")
    return parser.parse_args()


if __name__ == "__main__":
    main()
