"""A committee, two schools and three branches; every unit owns one of everything there is."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sandbox.chats import Chat, Person
from tests.harness.world import World
from tests.matrix.watching import Dump

# Every name is a canary: it occurs nowhere else. Parents come first.
UNITS = {
    "committee": ("江畔教育局党委", "委员会", None),
    "school": ("青石小学", "学校", "committee"),
    "branch": ("朝露支部", "支部", "school"),
    "sibling": ("晚霞支部", "支部", "school"),
    "other_school": ("雪松小学", "学校", "committee"),
    "other_branch": ("寒梅支部", "支部", "other_school"),
}
OFFICERS = {
    "committee": "周敏",
    "school": "林岚",
    "branch": "陈帆",
    "sibling": "白露",
    "other_school": "高远",
    "other_branch": "孙禾",
}
MEMBERS = {"branch": "王渡", "sibling": "赵麦", "other_branch": "钱谷"}
ADMINISTRATOR, LEFT, STRANGER = "何静", "冯杉", "路人"

DIALOGUES: dict[str, dict[str, Any]] = {
    "report": {},
    "activity": {"starts_at": "2026-11-27T07:00:00+00:00", "title": "读书会", "place": "馆"},
    "return_report": {},
    "election": {},
    "roster": {},
    "calendar": {},
    "problem": {},
    "extension": {"duty": 0, "version": 1},
    "away": {},
    "service": {"place": "", "day": ""},
    "duty": {
        "name": "安全自查",
        "name_en": "",
        "cadence": None,
        "choices": [],
        "audience": {},
        "act": None,
        "policy": None,
        "code": "",
        "is_choosing": False,
    },
    "preset": {"code": "education-starter", "step": 0, "present": [], "chosen": {}},
}


class Role(StrEnum):
    """Who asks."""

    STRANGER = "stranger"
    LEFT = "left"
    MEMBER = "member"
    OWN = "own officer"
    PARENT = "officer of the parent"
    COMMITTEE = "officer of the committee"
    SIBLING = "officer of a sibling"
    ADMINISTRATOR = "administrator of the school"


NAMES = {
    Role.STRANGER: STRANGER,
    Role.LEFT: LEFT,
    Role.MEMBER: MEMBERS["branch"],
    Role.OWN: OFFICERS["branch"],
    Role.PARENT: OFFICERS["school"],
    Role.COMMITTEE: OFFICERS["committee"],
    Role.SIBLING: OFFICERS["sibling"],
    Role.ADMINISTRATOR: ADMINISTRATOR,
}
# The units whose people and things are nobody's business for the role.
FOREIGN = {
    Role.STRANGER: tuple(UNITS),
    Role.LEFT: tuple(UNITS),
    Role.MEMBER: ("sibling", "other_school", "other_branch"),
    Role.OWN: ("sibling", "other_school", "other_branch"),
    Role.PARENT: ("other_school", "other_branch"),
    Role.COMMITTEE: (),
    Role.SIBLING: ("branch", "other_school", "other_branch"),
    Role.ADMINISTRATOR: ("other_school", "other_branch"),
}


@dataclass(kw_only=True)
class Scene:
    """Ids by table and unit, phones by name. No id occurs in two tables."""

    world: World
    units: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    things: dict[str, dict[str, int]] = field(default_factory=dict)
    drafts: dict[tuple[str, str], int] = field(default_factory=dict)
    duties: tuple[int, ...] = ()
    phones: dict[str, Person] = field(default_factory=dict)
    group: Chat | None = None
    clean: Dump = field(default_factory=dict)

    def canaries(self, role: Role) -> list[str]:
        """Names that somebody of this role must never be shown."""
        foreign = FOREIGN[role]
        found = [UNITS[key][0] for key in foreign]
        found += [name for key, name in (*OFFICERS.items(), *MEMBERS.items()) if key in foreign]
        if role in (Role.STRANGER, Role.LEFT):
            found.append(ADMINISTRATOR)
        return found

    def message_in(self, phone: Person, chat: Chat | None) -> int:
        """The first message of the bot in a chat; every button is pressed under that one."""
        found = self.world.stand_in.messages(chat.id if chat else phone.id)
        return next((one.message_id for one in found if one.from_bot), 1)

    def foreign_ids(self, role: Role) -> list[int]:
        """What the nearest and the farthest unit outside the role's subtree have, in every table.

        The committee has everything below it; for comparison it is asked about a far branch.
        """
        keys = FOREIGN[role] or ("other_branch",)
        found: list[int] = []
        for key in {keys[0], keys[-1]}:
            found += [self.units[key], self.people[OFFICERS[key]], *self.things[key].values()]
            found += [self.people[MEMBERS[key]]] if key in MEMBERS else []
        return found

    def foreign_dialogues(self, role: Role) -> list[int]:
        """The dialogues of the officer of the farthest unit, one of each kind."""
        key = (FOREIGN[role] or ("other_branch",))[-1]
        return [self.drafts[key, kind] for kind in DIALOGUES]
