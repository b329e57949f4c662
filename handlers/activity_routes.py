"""What can be pressed about activities."""

from handlers import (
    activity_changes,
    activity_plans,
    activity_series,
    added_people,
    calendar_files,
)
from handlers.registry import PressRoute

PRESSES: tuple[PressRoute, ...] = (
    activity_plans.plan_new,
    activity_plans.plan,
    activity_plans.plan_again,
    activity_plans.take_last,
    activity_plans.take_moment,
    activity_plans.choose_unit,
    activity_plans.link,
    activity_plans.show_fields,
    activity_plans.ask_field,
    activity_plans.choose_people,
    activity_plans.make,
    activity_plans.drop,
    activity_changes.begin,
    activity_changes.show_fields,
    activity_changes.ask_field,
    activity_changes.choose_people,
    activity_changes.confirm,
    activity_changes.confirm_following,
    activity_series.ask_end,
    activity_series.end,
    activity_series.move,
    activity_series.keep,
    added_people.show,
    added_people.ask,
    added_people.take_off,
    calendar_files.send_file,
    calendar_files.show_own,
    calendar_files.make_address,
    calendar_files.remove_address,
    activity_changes.drop,
)
