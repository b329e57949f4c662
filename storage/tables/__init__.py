"""The tables, one file for each corner of the memory."""

from storage.tables import (
    activities,
    calendars,
    configuration,
    duties,
    groups,
    ladders,
    messages,
    organisation,
    process,
    reports,
    sign_ins,
    terms,
)

__all__ = [
    "activities",
    "calendars",
    "configuration",
    "duties",
    "groups",
    "ladders",
    "messages",
    "organisation",
    "process",
    "reports",
    "sign_ins",
    "terms",
]
