"""The buttons of reports: writing, handing in, reviewing."""

from handlers import first_drafts, handing_in, report_overviews, reports, reviews
from handlers.registry import PressRoute

PRESSES: tuple[PressRoute, ...] = (
    reports.turn_page,
    reports.hand,
    reports.open_section,
    reports.empty_section,
    first_drafts.refresh,
    first_drafts.show_entries,
    first_drafts.send_document,
    handing_in.send,
    handing_in.confirm,
    handing_in.take_back,
    reports.ask_to_start_again,
    reports.start_again,
    reports.ask_to_discard,
    reports.discard,
    reports.look,
    reports.show_files,
    reviews.show_next,
    reviews.open_queue,
    reviews.accept,
    reviews.undo,
    reviews.ask_comment,
    report_overviews.show_overview,
    report_overviews.show_late,
)
