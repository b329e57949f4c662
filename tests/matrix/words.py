"""What is typed at each command, and while each dialogue is open, about somebody else's things."""

from collections.abc import Iterator

from tests.matrix.scene import OFFICERS, Role, Scene

# The words after each command: those that name somebody do so with foreign names.
ALONE, NAMED = ("",), ("", "{person}", "{unit}")
COMMANDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("help", "language", "cancel", "settings", "todo"), ALONE),
    **dict.fromkeys(("report", "why", "missing", "review", "terms"), NAMED),
    "calendar": (*NAMED, "{unit}: 2027-01-11..15 休 考试周", "{unit}: country DE"),
    **dict.fromkeys(("roster", "duty", "preset", "config", "event", "ties"), NAMED),
    **dict.fromkeys(("reach", "status"), NAMED),
    "start": (*NAMED, "c_1-119000000-AAAAAAAAAAAAAAAAAAAAAA"),
    "checkin": ("", "4821"),
    "activity": ("", "11月27日 15:00 学习 会议室"),
    "ledger": (*NAMED, "{unit} 2026-H2"),
    "delivery": (*NAMED, "任务 2026-11"),
    "history": ("", "2026", "{person}"),
    "service": ("", "阳光社区"),
    "signin": ("", "{unit} 08:30 17:30"),
    # Whoever is named in full may be asked to stand in; part of a name finds nobody elsewhere.
    "away": ("", "12月10日-24日 {person:.1}"),
    "next": ALONE,
    "group": NAMED,
}

# What is sent while a dialogue of the kind is open; the subject is somebody else's.
DRAFTS: dict[str, str] = {
    "report": "一份报告",
    "activity": "会议室",
    "return_report": "请修改",
    "election": "11月1日",
    "roster": "不是文件",
    "calendar": "什么也不是",
    "preset": "是",
    "duty": "每月1号",
    "config": "不是文件",
    "problem": "没有场地",
    "extension": "12月4日",
    "away": "12月10日-24日",
    "service": "5分钟",
    "unasked_file": "",
    "code": "4821",
    "held": "学习精神",
    "moved": "12月4日15:00",
    "mark_list": "王渡",
    "make_up": "12月4日15:00",
    "activity_change": "12月4日15:00",
}


def worded(command: str, scene: Scene, role: Role) -> Iterator[str]:
    """The command with each of its words, foreign names filled in."""
    canaries = scene.canaries(role) or [OFFICERS["other_branch"]]
    for words in COMMANDS[command]:
        filled = words.format(person=canaries[-1], unit=canaries[0])
        yield f"/{command} {filled}".strip()
