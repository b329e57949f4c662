"""How each route is called with what belongs to somebody else. What is not here fails the test."""

from collections.abc import Callable, Iterator

from tests.matrix.scene import Role, Scene

Subjects = Callable[[Scene, Role], Iterator[str]]


def nothing(_scene: Scene, _role: Role) -> Iterator[str]:
    """A press that is about the presser alone."""
    yield "0"


def ids(scene: Scene, role: Role) -> Iterator[str]:
    """One id: of everything foreign in every table, and of nothing at all."""
    yield from map(str, (*scene.foreign_ids(role), scene.duties[0], 0))


def dialogues(scene: Scene, role: Role) -> Iterator[str]:
    """The dialogues of somebody else, and none."""
    yield from map(str, (*scene.foreign_dialogues(role), 0))


def pairs(scene: Scene, role: Role) -> Iterator[str]:
    """Somebody else's dialogue, and a unit, a duty or a small number."""
    for first in scene.foreign_dialogues(role):
        for second in (scene.units["branch"], scene.units["other_branch"], scene.duties[0], 0):
            yield f"{first}-{second}"


def attendances(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign activity with anybody, and an own one with somebody foreign."""
    own, strange = scene.things["branch"]["activity"], scene.foreign_ids(role)
    yield from (f"{one}-{person}" for one in strange for person in scene.people.values())
    if role is not Role.SIBLING:
        yield from (f"{own}-{one}" for one in strange)


def reasons(scene: Scene, role: Role) -> Iterator[str]:
    """An activity and a reason."""
    yield from (f"{one}-ill" for one in scene.foreign_ids(role))


def proofs(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign activity and a way of checking in."""
    yield from (f"{one}-wall" for one in scene.foreign_ids(role))


def acts(scene: Scene, role: Role) -> Iterator[str]:
    """What others owe, and its first act."""
    yield from (f"{one}-0" for one in scene.foreign_ids(role))


def happenings(scene: Scene, role: Role) -> Iterator[str]:
    """A duty, somebody else's unit, and a day."""
    yield from (f"{scene.duties[0]}-{one}-20261102" for one in scene.foreign_ids(role))


def scopes(scene: Scene, role: Role) -> Iterator[str]:
    """A unit, with and without a duty."""
    for one in scene.foreign_ids(role):
        yield str(one)
        yield f"{one}-{scene.duties[0]}"


def problems(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign obligation and what the problem with it is."""
    yield from (f"{one}-time" for one in scene.foreign_ids(role))


def targets(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign obligation to rule on, and a duty by whose silent units nobody was told."""
    yield from (f"i{one}" for one in scene.foreign_ids(role))
    yield f"d{scene.duties[0]}"


def deliveries(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign unit, with and without a duty and a kind, and a month."""
    for one in scene.foreign_ids(role):
        yield from (f"{one}-{part}-2026-11" for part in ("0", scene.duties[0], "0-0", f"0-{one}"))


def years(_scene: Scene, _role: Role) -> Iterator[str]:
    """A year, of which everybody has his own, and none."""
    yield from ("2026", "1")


def ledgers(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign unit and a period."""
    yield from (f"{one}-{key}" for one in scene.foreign_ids(role) for key in ("2026-H2", "2026"))


def extensions(scene: Scene, role: Role) -> Iterator[str]:
    """The same with working days."""
    yield from (f"{target}-3" for target in targets(scene, role))


def waivers(scene: Scene, role: Role) -> Iterator[str]:
    """The same with a reason."""
    yield from (f"{target}-other" for target in targets(scene, role))


def beside(*words: str) -> Subjects:
    """Everything foreign, each with one of these words."""

    def subjects(scene: Scene, role: Role) -> Iterator[str]:
        yield from (f"{one}-{word}" for one in scene.foreign_ids(role) for word in words)

    return subjects


def sign_days(_scene: Scene, _role: Role) -> Iterator[str]:
    """A day and one of its two times, of which everybody has his own."""
    yield "20261102-coming"


def signs(after: str) -> Subjects:
    """A day, somebody foreign, and what is said about him."""

    def subjects(scene: Scene, role: Role) -> Iterator[str]:
        yield from (f"20261102-{one}{after}" for one in scene.foreign_ids(role))

    return subjects


def languages(_scene: Scene, _role: Role) -> Iterator[str]:
    """The language spoken already."""
    yield "zh"


def hours(_scene: Scene, _role: Role) -> Iterator[str]:
    """Half past seven."""
    yield "450"


def remindings(_scene: Scene, _role: Role) -> Iterator[str]:
    """Early."""
    yield "all"


def plans(_scene: Scene, _role: Role) -> Iterator[str]:
    """A ready plan, and none."""
    yield from ("education-starter", "none")


def rules(_scene: Scene, _role: Role) -> Iterator[str]:
    """A rule of check-in, and none."""
    yield from ("photo", "none")


def calendars(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign unit and a year."""
    yield from (f"{one}-2026" for one in scene.foreign_ids(role))


PRESSES: dict[str, Subjects] = {
    **dict.fromkeys(("plan_new", "reviews", "roster_blank", "roster_export", "why"), nothing),
    **dict.fromkeys(("duties", "reports", "ties", "todo"), nothing),
    **dict.fromkeys(("linkyes", "linkno"), ids),
    **dict.fromkeys(("checkin", "cannot", "attend", "uncheck"), ids),
    "excuse": reasons,
    "done": acts,
    **dict.fromkeys(("undone", "event_undo", "tie_end", "tie_undo"), ids),
    **dict.fromkeys(("event_at", "event_do"), happenings),
    "speak": languages,
    "hour": hours,
    "waking": hours,
    "reminding": remindings,
    **dict.fromkeys(("hand", "plan", "vote", "elected", "term", "election_undo"), ids),
    **dict.fromkeys(("report_send", "report_again", "report_again_yes"), ids),
    **dict.fromkeys(("report_at", "report_confirm", "report_back", "report_fill"), ids),
    **dict.fromkeys(("report_word", "review_units", "review_late"), ids),
    **dict.fromkeys(("report_empty", "report_entries"), beside("1")),
    **dict.fromkeys(("report_drop", "report_drop_yes", "report_look", "report_file"), ids),
    **dict.fromkeys(("review_next", "review_accept", "review_undo", "review_return"), ids),
    **dict.fromkeys(("election_yes", "election_no", "takeup", "resume"), dialogues),
    **dict.fromkeys(("activity", "hold", "hold_yes", "call_off", "call_off_yes"), ids),
    **dict.fromkeys(("unhold", "absent", "marks"), ids),
    "mark": attendances,
    **dict.fromkeys(("wall", "live", "wall_names", "code", "guest_add", "guest_no"), ids),
    "proof": proofs,
    **dict.fromkeys(("held_topic", "held_title", "guests_add", "guests_no", "moved"), ids),
    **dict.fromkeys(("counts_for", "mark_list", "make_up", "quorum", "fix", "unleave"), ids),
    **dict.fromkeys(("count_for", "list_pick"), pairs),
    **dict.fromkeys(("fix_one", "leave", "leave_grant", "leave_no"), attendances),
    "fix_to": beside("1-present"),
    "fix_ok": beside("1-present-forgot"),
    **dict.fromkeys(("move_yes", "make_up_yes", "list_ok"), dialogues),
    "sheet": ids,
    **dict.fromkeys(("history", "service_sums"), years),
    "service_undo": ids,
    "sign": nothing,
    "sign_undo": sign_days,
    **dict.fromkeys(("sign_day", "sign_names", "sign_sheet"), beside("20261102")),
    **dict.fromkeys(("sign_hours", "sign_off", "sign_off_yes"), ids),
    "sign_set": beside("510-1050"),
    "sign_one": signs(""),
    "sign_to": signs("-coming-in"),
    "sign_ok": signs("-coming-in-other"),
    **dict.fromkeys(("told", "told_pick"), deliveries),
    **dict.fromkeys(("period", "period_duty", "period_kind", "records"), deliveries),
    **dict.fromkeys(("ledger", "ledger_xlsx", "ledger_csv"), ledgers),
    **dict.fromkeys(("board_pic", "turnout_pic", "record"), ledgers),
    **dict.fromkeys(("plan_unit", "plan_link", "preset_kind"), pairs),
    **dict.fromkeys(("plan_make", "plan_drop"), dialogues),
    "board": ids,
    **dict.fromkeys(("missing", "nudge", "nudge_sure"), scopes),
    "nudge_below": ids,
    "term_say": beside("planned", "extended", "vacated", "nonsense"),
    "handover_part": beside("open"),
    "term_tick": beside("request"),
    "term_holder": pairs,
    **dict.fromkeys(
        ("terms", "term_ledger", "term_undo", "term_list", "term_letter", "handover"), ids
    ),
    **dict.fromkeys(("reach", "invite", "unlink"), ids),
    **dict.fromkeys(("roster_ok", "roster_sure", "roster_drop"), dialogues),
    **dict.fromkeys(("duty", "duty_rest", "duty_sample", "duty_pause"), ids),
    **dict.fromkeys(("duty_run", "duty_undo", "duty_edit"), ids),
    "duty_new": nothing,
    **dict.fromkeys(("dm_mean", "dm_kind", "dm_role", "dm_tag", "dm_who", "dm_done"), pairs),
    **dict.fromkeys(("dm_act", "dm_shift", "dm_sample", "dm_more", "dm_make", "dm_drop"), pairs),
    **dict.fromkeys(("calendar_edit", "calendar_undo"), ids),
    "calendar": calendars,
    **dict.fromkeys(("calendar_ok", "calendar_all", "calendar_drop"), dialogues),
    **dict.fromkeys(("item", "in_hand", "tomorrow", "problem", "problem_seen"), ids),
    **dict.fromkeys(("below", "unrule", "away_yes", "away_no", "away_end"), ids),
    **dict.fromkeys(("away_new", "monthly_board"), nothing),
    "away_deputy": pairs,
    **dict.fromkeys(("away_ok", "away_drop"), dialogues),
    "problem_is": problems,
    **dict.fromkeys(("extend", "extend_to", "waive"), targets),
    "extend_by": extensions,
    "waive_as": waivers,
    "preset": plans,
    **dict.fromkeys(("preset_next", "preset_back", "preset_ok", "preset_drop"), dialogues),
    "preset_page": dialogues,
    "preset_duty": pairs,
    "config_rules": nothing,
    "config_rule": rules,
    **dict.fromkeys(("config_export", "config_schema", "config_page"), nothing),
    **dict.fromkeys(("config_open", "config_ok", "config_drop"), dialogues),
    **dict.fromkeys(("config_undo", "approval_ok", "approval_drop"), ids),
}
