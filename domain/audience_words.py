"""How people write offices, lists of them, and each of many, in either language."""

import re

from domain.office import Role

SEPARATORS = re.compile(r"[、，,;；/\n]|\s+and\s+|\s*和\s*|\s*及\s*")
EACH = re.compile(
    r"^\s*(?:由|for\b|by\b)?\s*(?:各个?|每个|每所|所有|全体|全部|each|every|all)\s*", re.IGNORECASE
)
ROLES = {
    "书记": Role.SECRETARY,
    "secretary": Role.SECRETARY,
    "secretaries": Role.SECRETARY,
    "负责人": Role.HEAD,
    "head": Role.HEAD,
    "heads": Role.HEAD,
    "委员": Role.COMMITTEE_MEMBER,
    "committee member": Role.COMMITTEE_MEMBER,
    "committee members": Role.COMMITTEE_MEMBER,
    "组长": Role.GROUP_LEADER,
    "group leader": Role.GROUP_LEADER,
    "group leaders": Role.GROUP_LEADER,
    "成员": Role.MEMBER,
    "member": Role.MEMBER,
    "members": Role.MEMBER,
}
