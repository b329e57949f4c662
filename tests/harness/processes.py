"""The shipped bot as a process of its own, against a stand-in over real HTTP, to be killed."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import httpx

from sandbox.core import StandIn
from sandbox.server import create_app, listen, server_for

ROOT = Path(__file__).parents[2]
SECRET = "a-secret-for-tests-only"


@contextmanager
def served(stand_in: StandIn) -> Iterator[str]:
    """Serve a stand-in on a free port of loopback from a thread; yields its address."""
    listener = listen(0)
    server = server_for(create_app(stand_in, secret=SECRET))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        server.force_exit = True
        thread.join(timeout=10)


def zone_at_midday(now: datetime) -> str:
    """A zone in which it is about noon, so that nobody's night is disturbed."""
    hours = 12 - now.hour
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"


@dataclass(kw_only=True)
class BotProcess:
    """`python -m bot run`, started again and again on the same database."""

    api_url: str
    token: str
    folder: Path
    zone: str
    rate: int = 1000
    database_url: str = ""
    web_port: int = field(default_factory=lambda: listen(0).getsockname()[1])
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; it writes its log beside the database."""
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("MUDUO_")},
            "MUDUO_TELEGRAM_TOKEN": self.token,
            "MUDUO_TELEGRAM_API_URL": self.api_url,
            "MUDUO_DATA_DIR": str(self.folder),
            "MUDUO_TIME_ZONE": self.zone,
            "MUDUO_SEND_RATE": str(self.rate),
            "MUDUO_WEB_PORT": str(self.web_port),
            "MUDUO_DATABASE_URL": self.database_url,
        }
        with (self.folder / "log.jsonl").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=log,
            )

    @property
    def is_running(self) -> bool:
        """Whether the process is still there."""
        return self._process is not None and self._process.poll() is None

    def in_flight_limit(self) -> int:
        """How many messages it keeps under way now, as its health page says; 0 while it is down."""
        try:
            answer = httpx.get(f"http://127.0.0.1:{self.web_port}/healthz", timeout=30)
        except httpx.TransportError:
            return 0
        return int(answer.json()["in_flight_limit"])

    def memory(self) -> float:
        """Its resident memory in megabytes."""
        assert self._process is not None
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        line = next(one for one in status.splitlines() if one.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def kill(self) -> None:
        """SIGKILL: no goodbye of any kind."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """SIGTERM: it finishes what is under way; returns its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        assert self._process is not None
        self._process.send_signal(how)
        return self._process.wait(timeout=120)
