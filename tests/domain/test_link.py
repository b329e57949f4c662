"""Who may hand out a personal link, and to whom a link is still open."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.link import Link, Purpose, hash_secret, is_secret, may_make_link
from domain.menu import Offer, offered_at, offered_to
from domain.office import HeldOffice, Role
from domain.permission import Actor, Policy
from domain.preferences import DIGEST_HOURS, digest_hour
from domain.reach import ReachCount, Standing, standing_of

NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
ME, SOMEBODY = 5_000_000_001, 5_000_000_002


def held(role: Role, path: str) -> HeldOffice:
    return HeldOffice(role=role, unit_id=int(path.split("/")[-2]), unit_path=path)


def officer(role: Role, path: str) -> Actor:
    return Actor(telegram_user_id=ME, person_id=1, offices=(held(role, path),))


@pytest.mark.parametrize(
    ("actor", "home", "offices", "may"),
    [
        pytest.param(officer(Role.SECRETARY, "/1/2/"), "/1/2/", (), True, id="own unit"),
        pytest.param(officer(Role.SECRETARY, "/1/2/"), "/1/2/3/", (), True, id="unit below"),
        pytest.param(officer(Role.SECRETARY, "/1/2/"), "/1/", (), False, id="unit above"),
        pytest.param(officer(Role.SECRETARY, "/1/2/"), "/1/4/", (), False, id="unit beside"),
        pytest.param(officer(Role.MEMBER, "/1/2/"), "/1/2/", (), False, id="a member"),
        pytest.param(
            officer(Role.SECRETARY, "/1/2/"),
            "/1/2/",
            (held(Role.HEAD, "/1/2/"),),
            True,
            id="the head of the own unit",
        ),
        pytest.param(
            officer(Role.SECRETARY, "/1/2/"),
            "/1/2/",
            (held(Role.SECRETARY, "/1/"),),
            False,
            id="at home here, with an office above",
        ),
        pytest.param(
            officer(Role.SECRETARY, "/1/2/"),
            "/1/2/",
            (held(Role.COMMITTEE_MEMBER, "/1/"),),
            True,
            id="with an office above that gives no rights",
        ),
        pytest.param(
            officer(Role.SECRETARY, "/1/"),
            "/1/",
            (held(Role.ADMINISTRATOR, "/1/"),),
            False,
            id="an administrator, by a secretary",
        ),
        pytest.param(
            officer(Role.ADMINISTRATOR, "/1/"),
            "/1/",
            (held(Role.ADMINISTRATOR, "/1/"),),
            True,
            id="an administrator, by another",
        ),
    ],
)
def test_a_link_never_leads_to_more_than_its_maker_has(
    actor: Actor, home: str, offices: tuple[HeldOffice, ...], may: bool
) -> None:
    assert may_make_link(actor, home, offices) is may


@pytest.mark.parametrize(
    ("opened_by", "used_at", "age", "is_open"),
    [
        pytest.param(None, None, timedelta(0), True, id="fresh"),
        pytest.param(ME, None, timedelta(days=13), True, id="opened by the same account"),
        pytest.param(SOMEBODY, None, timedelta(0), False, id="opened by another account"),
        pytest.param(ME, NOW, timedelta(0), False, id="used"),
        pytest.param(None, None, timedelta(days=14), False, id="at the end of its life"),
    ],
)
def test_a_link_is_open_to_one_account_until_it_is_used_or_old(
    opened_by: int | None, used_at: datetime | None, age: timedelta, is_open: bool
) -> None:
    link = Link(
        id=1,
        purpose=Purpose.PERSON,
        person_id=7,
        made_by=1,
        made_at=NOW,
        expires_at=NOW + timedelta(days=14),
        opened_by=opened_by,
        used_at=used_at,
    )
    assert link.is_open_to(ME, NOW + age) is is_open


@pytest.mark.parametrize(
    ("payload", "is_one"),
    [
        ("A" * 22, True),
        ("-_09azAZ" + "x" * 14, True),
        ("A" * 21, False),
        ("A" * 23, False),
        ("A" * 21 + "字", False),
        ("A" * 21 + "\n", False),
        ("", False),
    ],
)
def test_a_secret_has_one_form(payload: str, is_one: bool) -> None:
    assert is_secret(payload) is is_one


def test_a_kept_hash_does_not_show_its_secret() -> None:
    secret = "B" * 22
    assert len(hash_secret(secret)) == 64
    assert secret not in hash_secret(secret)


def test_only_offered_hours_are_taken() -> None:
    assert [digest_hour(at.hour * 60 + at.minute) for at in DIGEST_HOURS] == list(DIGEST_HOURS)
    assert digest_hour(600) is None
    assert digest_hour(-1) is None


@pytest.mark.parametrize(
    ("has_account", "lost", "standing"),
    [
        (True, None, Standing.LINKED),
        (True, "blocked", Standing.BLOCKED),
        (True, "kicked", Standing.BLOCKED),
        (True, "deactivated", Standing.CUT_OFF),
        (True, "never_started", Standing.NEVER_STARTED),
        (False, None, Standing.NEVER_STARTED),
    ],
)
def test_every_way_to_a_person_has_a_standing(
    has_account: bool, lost: str | None, standing: Standing
) -> None:
    assert standing_of(has_account=has_account, lost=lost) is standing


def test_counts_add_up() -> None:
    both = ReachCount(linked=2, blocked=1).plus(ReachCount(linked=1, never_started=4, cut_off=1))
    assert both == ReachCount(linked=3, blocked=1, cut_off=1, never_started=4)
    assert both.total == 9


def test_a_level_is_offered_what_everybody_of_it_may_use() -> None:
    offers = [Offer(name=policy.value, policy=policy) for policy in Policy]
    boss = officer(Role.ADMINISTRATOR, "/1/")
    assert offered_at(Policy.ADMINISTRATOR, offers) == offered_to(boss, offers) == tuple(offers)
    assert [one.name for one in offered_at(Policy.OFFICER, offers)] == [
        "anyone",
        "linked",
        "officer",
    ]
    assert [one.name for one in offered_to(Actor(telegram_user_id=ME), offers)] == ["anyone"]
