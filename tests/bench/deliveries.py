"""Deliveries a second and CPU a message, all bookkeeping included, against a bare loop."""

import json
import tempfile
from pathlib import Path

from tests.bench.crowd import add_people
from tests.bench.measuring import Address, Figures, run, running_stand_in, show_ratio

# What the aim names, and as many as ours has under way when nothing holds it back.
REFERENCES = (4, 16)


def main(*, people: int = 1500, rounds: int = 3) -> None:
    """All in turn on one stand-in, one process each, no rate limit."""
    ours: list[Figures] = []
    bare: dict[int, list[Figures]] = {number: [] for number in REFERENCES}
    with running_stand_in() as address, tempfile.TemporaryDirectory() as folder:
        crowd = Path(folder) / "people.json"
        crowd.write_text(json.dumps(add_people(address, people)), encoding="utf-8")
        for number in range(rounds):
            for flying, figures in bare.items():
                asked = (*_to(address), str(crowd), str(flying))
                figures.append(run("tests.bench.bare_sender", *asked))
            own_folder = Path(folder) / str(number)
            own_folder.mkdir()
            ours.append(run("tests.bench.muduo_sender", *_to(address), str(crowd), str(own_folder)))
    print(f"Deliveries, {people} messages, as shipped, up to 16 in flight")
    for flying, figures in bare.items():
        print(f"  against a bare loop of stock PTB, {flying} in flight")
        _show(ours, figures)


def _show(ours: list[Figures], bare: list[Figures]) -> None:
    show_ratio("messages a second", [one.rate for one in ours], [one.rate for one in bare])
    show_ratio(
        "CPU a message",
        [one.cpu_per_message for one in ours],
        [one.cpu_per_message for one in bare],
    )
    for name, figures in (("ours", ours[-1]), ("bare", bare[-1])):
        print(f"    {name}: {figures.rate:.0f}/s at {figures.cpu_per_message:.2f} ms")


def _to(address: Address) -> tuple[str, str]:
    return address.api_url, address.token


if __name__ == "__main__":
    main()
