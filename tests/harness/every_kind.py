"""An invented organisation in which every ready plan finds whom it speaks of."""

from datetime import date, datetime

from sqlmodel import Session

from domain.tie import TieEnd, TieKind
from storage import ties
from storage.tables.organisation import TagRow
from tests.harness.scenes import Organisation, add_office, add_person, add_unit

_TERM = (date(2024, 5, 20), 36)


def every_kind(session: Session, now: datetime) -> Organisation:
    """A committee, a general branch, a school with everything in it, a club with a section."""
    committee = add_unit(session, "江畔教育局党委", "委员会", term=(date(2022, 6, 30), 60))
    school = add_unit(session, "青石小学", "学校", parent=committee)
    branch = add_unit(session, "青石小学支部", "支部", parent=school, term=_TERM)
    kinds = {
        "union": add_unit(session, "青石小学工会", "工会", parent=school, term=_TERM),
        "general_branch": add_unit(session, "机关党总支", "党总支", parent=committee, term=_TERM),
        "group": add_unit(session, "青石小学党小组", "党小组", parent=branch),
        "league": add_unit(session, "教工团支部", "团支部", parent=school, term=_TERM),
        "students": add_unit(session, "学生团支部", "学生团支部", parent=school, term=_TERM),
        "club": add_unit(session, "青石合唱团", "俱乐部", parent=committee, term=_TERM),
        "section": add_unit(session, "合唱团分会", "分会", parent=committee),
    }
    people = {
        "何静": add_person(session, "何静", committee, roles=["administrator"], now=now),
        "周敏": add_person(session, "周敏", committee, roles=["head", "secretary"], now=now),
        "秦岭": add_person(session, "秦岭", committee, roles=["committee_member"], now=now),
        "林岚": add_person(session, "林岚", school, roles=["secretary"], now=now),
        "陈帆": add_person(session, "陈帆", branch, roles=["secretary"], now=now),
    }
    add_office(session, people["陈帆"], branch, role="head", now=now)
    for person, tag in (("林岚", "思政课教师"), ("陈帆", "志愿者")):
        session.add(TagRow(person_id=people[person], tag=tag))
    leader = TieEnd(unit_id=committee, person_id=people["秦岭"])
    ties.add(session, TieKind.OVERSEE, leader, TieEnd(unit_id=branch), began_on=date(2026, 1, 1))
    session.flush()
    units = {"committee": committee, "school": school, "branch": branch, **kinds}
    return Organisation(units=units, people=people)
