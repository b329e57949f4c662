"""People in a stand-in that runs in another process."""

import httpx

from tests.bench.measuring import Address


def add_people(address: Address, count: int) -> list[int]:
    """Invented people who have pressed Start; returns their ids."""
    found = []
    with httpx.Client(base_url=address.control, timeout=30) as client:
        for number in range(count):
            person = _call(client, "add_person", {"name": f"人员{number}"})["person"]
            _call(client, "start", {"person": person})
            found.append(person)
    return found


def _call(client: httpx.Client, verb: str, body: dict[str, object]) -> dict[str, int]:
    answer = client.post(f"/control/{verb}", json=body)
    answer.raise_for_status()
    said: dict[str, int] = answer.json()
    return said
