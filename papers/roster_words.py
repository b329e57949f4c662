"""The words of the roster format: sheets, headings, offices and languages, in both languages."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

from domain.roster import Column, Role, Sheet

Language = Literal["zh", "en"]
Words = Mapping[Language, str]

SHEET_WORDS: Mapping[Sheet, Words] = {
    Sheet.PEOPLE: {"zh": "人员", "en": "People"},
    Sheet.UNITS: {"zh": "组织", "en": "Units"},
}
HOW_TO_WORDS: Words = {"zh": "说明", "en": "How to"}

UNIT_COLUMNS: Mapping[Column, Words] = {
    Column.CODE: {"zh": "编号", "en": "ID"},
    Column.NAME: {"zh": "名称", "en": "Name"},
    Column.KIND: {"zh": "类别", "en": "Kind"},
    Column.PARENT: {"zh": "上级", "en": "Parent"},
    Column.TERM_BEGAN: {"zh": "任期开始", "en": "Term began"},
    Column.TERM_YEARS: {"zh": "任期(年)", "en": "Term years"},
}
PEOPLE_COLUMNS: Mapping[Column, Words] = {
    Column.CODE: {"zh": "编号", "en": "ID"},
    Column.NAME: {"zh": "姓名", "en": "Name"},
    Column.UNIT: {"zh": "组织", "en": "Unit"},
    Column.OFFICE: {"zh": "职务", "en": "Office"},
    Column.OFFICE_UNIT: {"zh": "职务所在组织", "en": "Office unit"},
    Column.TAGS: {"zh": "标签", "en": "Tags"},
    Column.LANGUAGE: {"zh": "语言", "en": "Language"},
}
COLUMNS: Mapping[Sheet, Mapping[Column, Words]] = {
    Sheet.UNITS: UNIT_COLUMNS,
    Sheet.PEOPLE: PEOPLE_COLUMNS,
}
REQUIRED: Mapping[Sheet, tuple[Column, ...]] = {
    Sheet.UNITS: (Column.NAME, Column.KIND, Column.PARENT),
    Sheet.PEOPLE: (Column.NAME, Column.UNIT),
}

ROLE_WORDS: Mapping[Role, Words] = {
    Role.HEAD: {"zh": "负责人", "en": "Head"},
    Role.SECRETARY: {"zh": "书记", "en": "Secretary"},
    Role.COMMITTEE_MEMBER: {"zh": "委员", "en": "Committee member"},
    Role.GROUP_LEADER: {"zh": "组长", "en": "Group leader"},
    Role.MEMBER: {"zh": "成员", "en": "Member"},
    Role.ADMINISTRATOR: {"zh": "管理员", "en": "Administrator"},
}
LANGUAGE_WORDS: Mapping[str, Words] = {
    "zh": {"zh": "中文", "en": "Chinese"},
    "en": {"zh": "英文", "en": "English"},
}
# Kinds are free; these are only offered in the template.
KIND_EXAMPLES: Mapping[Language, tuple[str, ...]] = {
    "zh": ("委员会", "学区", "学校", "支部", "小组"),
    "en": ("committee", "district", "school", "branch", "group"),
}


def folded(text: str) -> str:
    """Letters and digits only, so that spaces, slashes, brackets, width and case do not matter."""
    compatible = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in compatible if letter.isalnum())


def spellings(words: Words) -> set[str]:
    """A word in either language, or in both side by side, in either order."""
    chinese, english = folded(words["zh"]), folded(words["en"])
    return {chinese, english, chinese + english, english + chinese}


def both(words: Words) -> str:
    return f"{words['zh']} {words['en']}"


ROLE_OF: Mapping[str, Role] = {
    spelling: role for role, words in ROLE_WORDS.items() for spelling in spellings(words)
} | {"秘书": Role.SECRETARY, "秘书secretary": Role.SECRETARY}
LANGUAGE_OF: Mapping[str, str] = {
    spelling: code
    for code, words in LANGUAGE_WORDS.items()
    for spelling in {code, *spellings(words)}
}


def accepted_words(table: Iterable[Words]) -> tuple[str, ...]:
    """What may be written in a cell, for a refusal that helps."""
    return tuple(both(words) for words in table)


def column_of(sheet: Sheet, heading: str) -> Column | None:
    text = folded(heading)
    for column, words in COLUMNS[sheet].items():
        if text in spellings(words):
            return column
    return None


def sheet_of(title: str) -> Sheet | None:
    text = folded(title)
    for sheet, words in SHEET_WORDS.items():
        if text in spellings(words):
            return sheet
    return None
