"""The tables, one file for each corner of the memory."""

from storage.tables import activities, duties, ladders, messages, organisation, process, reports

__all__ = ["activities", "duties", "ladders", "messages", "organisation", "process", "reports"]
