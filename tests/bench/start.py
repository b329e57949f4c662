"""From the start of the process to the first getUpdates, and the memory then."""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.clock import SystemClock
from sandbox.core import StandIn
from tests.bench.measuring import show_ratio
from tests.crash.waiting import until
from tests.harness.processes import BotProcess
from tests.harness.serving import served_here

ROUNDS = 5
IMPORTS = "import telegram.ext, sqlmodel"
WITH_MEMORY = f"{IMPORTS}, resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


def measure_imports() -> tuple[float, float]:
    """Seconds and megabytes of a process that only imports the two libraries."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", WITH_MEMORY], stdout=subprocess.PIPE, text=True, check=True
    )
    return time.monotonic() - began, int(done.stdout) / 1024


async def measure_bot(folder: Path) -> tuple[float, float]:
    """Seconds until the shipped bot polls, with its database there already, and megabytes."""
    stand_in = StandIn(now=SystemClock(), journal_size=10)
    async with served_here(stand_in) as address:
        bot = BotProcess(api_url=address, token=stand_in.token, folder=folder, zone="Asia/Shanghai")
        began = time.monotonic()
        bot.start()
        await until(lambda: stand_in.calls["getUpdates"] > 0, what="it polls")
        seconds = time.monotonic() - began
        memory = bot.memory()
        await asyncio.to_thread(bot.stop)
    return seconds, memory


def main() -> None:
    """In turn, in the same run."""
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure_bot(Path(folder)))
        for _ in range(ROUNDS):
            theirs.append(measure_imports())
            ours.append(asyncio.run(measure_bot(Path(folder))))
    print(f"Start, to the first getUpdates, against `{IMPORTS}`")
    show_ratio("seconds", [one for one, _ in ours], [one for one, _ in theirs])
    show_ratio("memory", [one for _, one in ours], [one for _, one in theirs])
    seconds, memory = (statistics.median(one) for one in zip(*ours, strict=True))
    print(f"    ours: {seconds:.1f} s, {memory:.0f} MB")


if __name__ == "__main__":
    main()
