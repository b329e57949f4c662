"""The alarm clock: a handful of jobs that run at set intervals and look in the database."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

Job = Callable[[], Awaitable[object]]


class Every(BaseTrigger):  # type: ignore[misc]  # APScheduler is not typed.
    """An interval whose missed runs are one run.

    APScheduler's own interval trigger counts up every run that a jump of the clock skipped; over
    ten years that takes minutes and a gigabyte.
    """

    def __init__(self, interval: timedelta) -> None:
        self._interval = interval

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime:
        """The next run: in step, or one interval from now when steps were missed."""
        if previous is None:
            return now
        following = previous + self._interval
        return following if following > now - self._interval else now + self._interval


class Timetable:
    """Runs jobs in the event loop, each at most once at a time. Nothing is kept on disk."""

    def __init__(self) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def every(self, interval: timedelta, job: Job, *, name: str) -> None:
        """Run a job at once and then at an interval."""
        self._scheduler.add_job(job, Every(interval), id=name, name=name)

    def start(self) -> None:
        """Let the jobs run, in the running event loop."""
        self._scheduler.start()

    def realign(self, now: datetime) -> None:
        """The clock was set: without this a job planned in the old time waits until then."""
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=now)

    def stop(self) -> None:
        """Plan nothing more; a job that runs is left to end."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
