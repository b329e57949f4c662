"""Take a file of public holidays in: show what it would change, and let it hold on Confirm."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlmodel import Session

from actions import calendar_looks, confirming
from actions.administration import administers_all
from actions.calendar_approvals import Pictures, weigh, write_down
from actions.calendar_questions import DRAFT
from actions.confirming import Gone, NotOfTheWhole
from domain.approval import CalendarRequest, WaitingForSecond
from domain.draft import Draft
from domain.holiday_file import FileDifference, FilePreview, compare
from domain.permission import Actor
from domain.place import Place
from domain.public_holiday import CountrySources, HolidayList, Source
from domain.unit import Unit
from storage import calendar_days, calendar_layers, drafts, public_holidays, units
from storage.calendar_layers import Layer, LayerKind

_LIST = TypeAdapter(HolidayList)
_DIFFERENCE = TypeAdapter(FileDifference)


@dataclass(frozen=True, kw_only=True)
class NothingNew:
    """What the file says is known."""

    holidays: HolidayList


@dataclass(frozen=True, kw_only=True)
class ChangedMeanwhile:
    """The calendar is another one than when the preview was made: look again."""

    preview: FilePreview


@dataclass(frozen=True, kw_only=True)
class Imported:
    """The file holds; `change_id` takes it back."""

    change_id: int
    holidays: HolidayList


def keep(
    session: Session, actor: Actor, holidays: HolidayList, *, now: datetime, place: Place
) -> FilePreview | NothingNew | NotOfTheWhole:
    """Keep a file for Confirm."""
    root = units.find_root(session)
    if root is None or not administers_all(session, actor):
        return NotOfTheWhole()
    known = _known(session, root)
    difference = compare(known, holidays)
    if difference.is_empty and _is_known(known, holidays):
        return NothingNew(holidays=holidays)
    open_one = drafts.find_open(session, actor.person)
    if open_one is not None and open_one.kind == DRAFT:
        drafts.end(session, open_one.id, state="discarded", now=now)
    draft = drafts.begin(session, actor.person, DRAFT, now=now, facts=_facts(holidays, difference))
    return _preview(draft, holidays, known, now=now, place=place)


def confirm(
    session: Session,
    actor: Actor,
    draft_id: int,
    *,
    version: int,
    shown_in: int | None = None,
    now: datetime,
    place: Place,
) -> Imported | WaitingForSecond | ChangedMeanwhile | NotOfTheWhole | Gone:
    """Let the file hold whose preview was confirmed."""
    root = units.find_root(session)
    if root is None or not administers_all(session, actor):
        return NotOfTheWhole()
    units.lock(session, root.id)
    draft = confirming.find(session, actor, draft_id, kind=DRAFT, version=version)
    if draft is None or "holidays" not in draft.facts:
        return Gone()
    holidays = _LIST.validate_python(draft.facts["holidays"])
    known = _known(session, root)
    difference = compare(known, holidays)
    if draft.facts != _facts(holidays, difference):
        return _show_anew(session, draft, known, now=now, place=place)
    if not drafts.end(session, draft.id, state="confirmed", now=now):
        return Gone()
    pictures = _import(session, known.country, holidays)
    request = CalendarRequest(
        country=known.country, today=place.today(now), year=holidays.year, file=difference
    )
    waiting = weigh(
        session, actor, root, request, pictures, shown_in=shown_in, now=now, place=place
    )
    if waiting is not None:
        return waiting
    calendar_looks.begin(session, root.id)
    by, verb = actor.person, "calendar_imported"
    return Imported(
        change_id=write_down(session, verb, root, pictures, by=by, now=now), holidays=holidays
    )


def _import(session: Session, country: str, holidays: HolidayList) -> Pictures:
    layers = (Layer(kind=LayerKind.FILE, country=country, year=holidays.year),)
    before = calendar_layers.take(session, layers)
    public_holidays.replace_list(session, country, holidays, source=Source.FILE, is_published=True)
    return before, calendar_layers.take(session, layers)


def _known(session: Session, root: Unit) -> CountrySources:
    country = calendar_days.load_for(session, [root]).country_of(root)
    return public_holidays.load_sources(session, [country])[country]


def _is_known(known: CountrySources, holidays: HolidayList) -> bool:
    return (holidays.year, Source.FILE) in known.published


def _facts(holidays: HolidayList, difference: FileDifference) -> dict[str, object]:
    return {
        "holidays": _LIST.dump_python(holidays, mode="json"),
        "difference": _DIFFERENCE.dump_python(difference, mode="json"),
    }


def _show_anew(
    session: Session, draft: Draft, known: CountrySources, *, now: datetime, place: Place
) -> ChangedMeanwhile | Gone:
    holidays = _LIST.validate_python(draft.facts["holidays"])
    if not drafts.keep(session, draft, _facts(holidays, compare(known, holidays)), now=now):
        return Gone()
    kept = drafts.find(session, draft.id, person_id=draft.person_id)
    if kept is None:
        return Gone()
    return ChangedMeanwhile(preview=_preview(kept, holidays, known, now=now, place=place))


def _preview(
    draft: Draft, holidays: HolidayList, known: CountrySources, *, now: datetime, place: Place
) -> FilePreview:
    return FilePreview(
        draft_id=draft.id,
        version=draft.version,
        country=known.country,
        today=place.today(now),
        holidays=holidays,
        calendar=known.with_file(holidays).calendar(),
        difference=compare(known, holidays),
        is_known=holidays.year in known.calendar().published_years,
    )
