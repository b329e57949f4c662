"""The empty roster that an admin fills in: three invented rows a sheet, and how to go on."""

from datetime import date
from io import BytesIO

from domain.roster import Role, Roster, RosterOffice, RosterPerson, RosterUnit
from papers.roster_words import HOW_TO_WORDS, KIND_EXAMPLES, ROLE_WORDS, Language, both
from papers.roster_writing import RosterBook

HOW_TO: dict[Language, tuple[str, ...]] = {
    "zh": (
        "先填“组织”，再填“人员”。示例各三行，填好后请删去。",
        "编号可以不填；填了编号，改名和调动才不会认错人。从机器人导出的名册都有编号。",
        "组织：名称、类别、上级必填。上级写名称或编号；只有最上面的一个组织没有上级。",
        "任期(年)可以带小数，如 2.5。日期写成 2026-09-01 或 2026年9月1日。",
        "人员：姓名、组织必填。组织写名称或编号；同名的组织请写编号。",
        "职务可以填几个，用“、”隔开；职务不在本组织的，在“职务所在组织”里依次写明。",
        "标签用“、”隔开，名称自定。语言写 中文 或 英文，可以不填。",
        "名册里写了某个组织，却没有写其中原有的某人，就表示此人已离开；没有写到的组织不受影响。",
        "导入前机器人会先列出全部变动，确认之后才生效。每张表最多 5000 行。",
    ),
    "en": (
        "Fill in Units first, then People. Delete the three example rows of each when done.",
        "IDs are optional; with them, renames and moves are never mistaken. Exports fill them in.",
        "Units: name, kind and parent are needed. Parent is a name or an ID; one unit has none.",
        "Term years may be a fraction, such as 2.5. Write dates as 2026-09-01.",
        "People: name and unit are needed. Unit is a name or an ID; for namesakes give the ID.",
        "Several offices are separated by commas; for those held elsewhere list the office units.",
        "Tags are your own words, separated by commas. Language is Chinese or English, or blank.",
        "Naming a unit but not somebody who was in it means that they left. Units that are not "
        "named stay as they are.",
        "Before anything changes the bot lists every change and asks. At most 5,000 rows a sheet.",
    ),
}
OFFICES_TITLE: dict[Language, str] = {"zh": "可以填写的职务", "en": "Offices that are understood"}
KINDS_TITLE: dict[Language, str] = {
    "zh": "类别举例（可以自定）",
    "en": "Examples of kinds (any word will do)",
}


def write_roster_template(language: Language) -> bytes:
    """Reads back as the three units and three people of the example."""
    paper = BytesIO()
    with RosterBook(paper, language) as book:
        book.add_roster(example_roster(language))
        _add_how_to(book)
    return paper.getvalue()


def _add_how_to(book: RosterBook) -> None:
    language = book.language
    page = book.book.add_worksheet(HOW_TO_WORDS[language])
    page.set_column(0, 0, 90)
    page.freeze_panes(1, 0)
    page.write_string(0, 0, HOW_TO_WORDS[language], book.bold)
    lines = [
        *HOW_TO[language],
        f"{OFFICES_TITLE[language]}: " + ", ".join(both(words) for words in ROLE_WORDS.values()),
        f"{KINDS_TITLE[language]}: " + ", ".join(KIND_EXAMPLES[language]),
    ]
    for number, line in enumerate(lines, start=1):
        page.write_string(number, 0, line, book.wrapped)


def example_roster(language: Language) -> Roster:
    """Invented: a committee, a school below it, a branch of that."""
    return _chinese_example() if language == "zh" else _english_example()


def _chinese_example() -> Roster:
    return Roster(
        units=(
            _unit(2, ("U001", "青禾县教育委员会"), "委员会", parent=None),
            _unit(3, ("U002", "青禾县第一小学"), "学校", parent="U001"),
            _unit(4, ("U003", "第一小学语文支部"), "支部", parent="U002"),
        ),
        people=(
            _person(2, ("P001", "林示例"), "U002", offices=(_at_home(Role.HEAD),), tags=("教师",)),
            _person(
                3,
                ("P002", "周示例"),
                "U003",
                offices=(_at_home(Role.SECRETARY),),
                tags=("教师", "语文"),
            ),
            _person(
                4,
                ("P003", "吴示例"),
                "U003",
                offices=(
                    _at_home(Role.MEMBER),
                    RosterOffice(role=Role.COMMITTEE_MEMBER, unit="U001"),
                ),
                tags=(),
            ),
        ),
    )


def _english_example() -> Roster:
    return Roster(
        units=(
            _unit(2, ("U001", "Greenfield Committee"), "committee", parent=None),
            _unit(3, ("U002", "Greenfield First School"), "school", parent="U001"),
            _unit(4, ("U003", "First School Branch A"), "branch", parent="U002"),
        ),
        people=(
            _person(
                2,
                ("P001", "Alex Example"),
                "U002",
                offices=(_at_home(Role.HEAD),),
                tags=("teacher",),
            ),
            _person(
                3,
                ("P002", "Robin Example"),
                "U003",
                offices=(_at_home(Role.SECRETARY),),
                tags=("teacher",),
            ),
            _person(
                4,
                ("P003", "Sam Example"),
                "U003",
                offices=(
                    _at_home(Role.MEMBER),
                    RosterOffice(role=Role.COMMITTEE_MEMBER, unit="U001"),
                ),
                tags=(),
            ),
        ),
    )


def _at_home(role: Role) -> RosterOffice:
    return RosterOffice(role=role, unit=None)


def _unit(row: int, named: tuple[str, str], kind: str, *, parent: str | None) -> RosterUnit:
    code, name = named
    return RosterUnit(
        code=code,
        name=name,
        kind=kind,
        parent=parent,
        term_began_on=date(2024, 9, 1),
        term_months=36,
        row=row,
    )


def _person(
    row: int,
    named: tuple[str, str],
    unit: str,
    *,
    offices: tuple[RosterOffice, ...],
    tags: tuple[str, ...],
) -> RosterPerson:
    code, name = named
    return RosterPerson(
        code=code, name=name, unit=unit, offices=offices, tags=tags, language=None, row=row
    )
