"""A small invented organisation for the sandbox. Nobody in it exists."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from bot.demo_names import called
from domain.bilingual import Bilingual
from domain.month_arithmetic import add_months
from domain.roster import Role, Roster, RosterOffice, RosterPerson, RosterUnit
from texts.languages import Code

COMMITTEE = "委员会"
SCHOOL = "学校"
BRANCH = "支部"

ROOT = "江畔区教育局党委"
# Each school with its branches; the months since a branch last voted, of terms of 36.
SCHOOLS = {
    "青石小学": {"青石小学第一支部": 33, "青石小学第二支部": 12},
    "云桥中学": {"云桥中学教学支部": 35, "云桥中学行政支部": 20},
    "南坡小学": {"南坡小学支部": 30},
    "白鹭中学": {"白鹭中学支部": 37},
    "东湾幼儿园": {"东湾幼儿园支部": 8},
    "松林学校": {"松林学校支部": 24},
}
BRANCH_TERM = 36
COMMITTEE_TERM = 60

OFFICERS = {
    ROOT: (("周敏", Role.SECRETARY), ("何静", Role.ADMINISTRATOR), ("罗岩", Role.HEAD)),
    "青石小学": (("林岚", Role.SECRETARY),),
    "云桥中学": (("宋原", Role.SECRETARY), ("魏舟", Role.HEAD)),
    "南坡小学": (("唐溪", Role.SECRETARY),),
    "白鹭中学": (("沈禾", Role.SECRETARY),),
    "东湾幼儿园": (("许棠", Role.SECRETARY),),
    "松林学校": (("韩朗", Role.SECRETARY),),
    "青石小学第一支部": (("陈帆", Role.SECRETARY),),
    "青石小学第二支部": (("邓苇", Role.SECRETARY),),
    "云桥中学教学支部": (("冯越", Role.SECRETARY), ("袁澈", Role.COMMITTEE_MEMBER)),
    "云桥中学行政支部": (("蒋莘", Role.SECRETARY),),
    "南坡小学支部": (("潘溯", Role.SECRETARY),),
    "白鹭中学支部": (("杜若川", Role.SECRETARY),),
    "东湾幼儿园支部": (("姚青禾", Role.SECRETARY),),
    "松林学校支部": (("叶知远", Role.SECRETARY),),
}
MEMBERS = {
    "青石小学第一支部": ("王渡", "程可", "苏叶", "丁晓舟", "吕望"),
    "青石小学第二支部": ("任远山", "顾盼", "孟辰"),
    "云桥中学教学支部": ("方砚", "石磊", "龙吟"),
    "云桥中学行政支部": ("万木", "段青", "雷鸣岸"),
    "南坡小学支部": ("侯羽", "邵南"),
    "白鹭中学支部": ("孔亮", "白帆", "崔嵬"),
    "东湾幼儿园支部": ("康宁",),
    "松林学校支部": ("毛竹", "邱实"),
}


@dataclass(frozen=True, kw_only=True)
class Phone:
    """A phone that lies in the sandbox, linked already; its label names owner and role."""

    owner: str
    label: Bilingual


_AT_HAND = {
    "王渡": Bilingual(zh="党员", en="member"),
    "陈帆": Bilingual(zh="支部书记", en="branch secretary"),
    "林岚": Bilingual(zh="学校书记", en="school secretary"),
    "周敏": Bilingual(zh="党委书记", en="committee secretary"),
    "何静": Bilingual(zh="管理员", en="administrator"),
}
# Some members have not started the bot yet, as everywhere.
_MEMBERS_CONNECTED = ("程可", "苏叶", "丁晓舟", "任远山", "方砚", "万木", "侯羽", "孔亮", "毛竹")


# A group of one branch, with the bot in it.
GROUP = Bilingual(zh="第一支部 · 群", en="First branch · a group")
GROUP_MEMBERS = ("陈帆", "王渡", "程可", "苏叶")


def phones() -> tuple[Phone, ...]:
    """Those of the guided tour first, then every officer's, then some members'."""
    officers = [
        _phone(name, _named(unit))
        for unit, held in OFFICERS.items()
        for name, role in held
        if name not in _AT_HAND and role in (Role.SECRETARY, Role.HEAD)
    ]
    members = [
        _phone(name, _named(unit))
        for unit, names in MEMBERS.items()
        for name in names
        if name in _MEMBERS_CONNECTED
    ]
    return (*(_phone(name, role) for name, role in _AT_HAND.items()), *officers, *members)


def _phone(owner: str, place: Bilingual) -> Phone:
    name = _named(owner)
    label = Bilingual(zh=f"{name.zh} · {place.zh}", en=f"{name.en} · {place.en}")
    return Phone(owner=owner, label=label)


def _named(name: str) -> Bilingual:
    return Bilingual(zh=name, en=called(name, "en"))


def demo_roster(today: date, language: Code) -> Roster:
    """The organisation as a roster file would say it; terms lie around today."""
    rows = count(2)
    units = [
        RosterUnit(
            code=f"Z{number:02}",
            name=called(name, language),
            kind=called(kind, language),
            parent=called(parent, language) if parent else None,
            term_began_on=add_months(today, -months) if months is not None else None,
            term_months=(COMMITTEE_TERM if parent is None else BRANCH_TERM) if months else None,
            row=next(rows),
        )
        for number, (name, kind, parent, months) in enumerate(_units(), start=1)
    ]
    rows = count(2)
    people = [
        RosterPerson(
            code=f"R{number:02}",
            name=called(name, language),
            unit=called(unit, language),
            offices=(RosterOffice(role=role, unit=None),) if role else (),
            tags=(),
            language=None,
            row=next(rows),
        )
        for number, (name, unit, role) in enumerate(_people(), start=1)
    ]
    return Roster(units=tuple(units), people=tuple(people))


def _units() -> Iterator[tuple[str, str, str | None, int | None]]:
    yield ROOT, COMMITTEE, None, 54
    for school, branches in SCHOOLS.items():
        yield school, SCHOOL, ROOT, None
        for branch, months in branches.items():
            yield branch, BRANCH, school, months


def _people() -> Iterator[tuple[str, str, Role | None]]:
    for unit, officers in OFFICERS.items():
        for name, role in officers:
            yield name, unit, role
    for unit, names in MEMBERS.items():
        for name in names:
            yield name, unit, None
