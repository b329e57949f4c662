"""Run two programs in turn against one stand-in and compare what they took."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What one run took, measured inside the program, start-up left out."""

    messages: int
    seconds: float
    cpu_seconds: float

    @property
    def rate(self) -> float:
        """Messages a second."""
        return self.messages / self.seconds

    @property
    def cpu_per_message(self) -> float:
        """Milliseconds."""
        return self.cpu_seconds / self.messages * 1000


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where a stand-in listens."""

    api_url: str
    token: str
    control: str


@contextmanager
def running_stand_in(*arguments: str) -> Iterator[Address]:
    """A stand-in in a process of its own, as far from the measured one as Telegram is."""
    command = [sys.executable, "-m", "sandbox", "--journal", "100", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = dict(process.stdout.readline().split(maxsplit=1) for _ in range(3))
            api = said["api"].strip().removesuffix("/bot")
            yield Address(
                api_url=api, token=said["token"].strip(), control=said["page"].strip().rstrip("/")
            )
        finally:
            process.terminate()
            process.wait(timeout=10)


def run(module: str, *arguments: str) -> Figures:
    """Run a program that prints its figures as its last line."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=600,
    )
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    return Figures(**figures)


def show_ratio(name: str, ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Print the median of the ratios, pair by pair, with the extremes."""
    ratios = sorted(a / b for a, b in zip(ours, theirs, strict=True))
    middle = statistics.median(ratios)
    print(f"  {name}: {middle:.2f}  ({ratios[0]:.2f} to {ratios[-1]:.2f})")
    return middle
