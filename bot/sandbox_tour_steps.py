"""The guided first two minutes, as data: who is seen, what the sandbox does, what is left to do."""

from dataclasses import dataclass

from domain.bilingual import Bilingual


@dataclass(frozen=True, kw_only=True)
class Say:
    """Somebody types words."""

    who: str
    words: Bilingual


@dataclass(frozen=True, kw_only=True)
class Press:
    """Somebody presses the newest button whose label holds these words."""

    who: str
    label: Bilingual


@dataclass(frozen=True, kw_only=True)
class Move:
    """The clock goes to the next event."""


Deed = Say | Press | Move


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to see: the sandbox does what comes `before`, the newcomer the rest."""

    title: Bilingual
    sentence: Bilingual
    shown: tuple[str, ...]
    before: tuple[Deed, ...] = ()
    deeds: tuple[Deed, ...]


STEPS = (
    Step(
        title=Bilingual(zh="被提醒", en="Be reminded"),
        sentence=Bilingual(
            zh="现在是早上 8:20。按“下一件事”：到 8:30，只有该做事的人会收到一条提醒。",
            en="It is 8:20. Press “Next event”: at 8:30 those with something to do, and nobody "
            "else, get one message.",
        ),
        shown=("林岚", "王渡"),
        deeds=(Move(),),
    ),
    Step(
        title=Bilingual(zh="签到", en="Check in"),
        sentence=Bilingual(
            zh="林岚用一行字安排了下午的学习，签到已开放：替王渡按“签到”，再替林岚按“刷新”看人数。",
            en="Lin Lan planned a study in one line, and check-in is open: press “Check in” for "
            "Wang Du, then “Refresh” for Lin Lan.",
        ),
        shown=("王渡", "林岚"),
        before=(
            Say(
                who="林岚",
                words=Bilingual(
                    zh="/activity 今天15:00 教职工政治学习 会议室",
                    en="/activity today 15:00 Staff political study, Hall",
                ),
            ),
            Press(who="林岚", label=Bilingual(zh="确认", en="Confirm")),
            Move(),
        ),
        deeds=(
            Press(who="王渡", label=Bilingual(zh="签到", en="Check in")),
            Press(who="林岚", label=Bilingual(zh="刷新", en="Refresh")),
        ),
    ),
    Step(
        title=Bilingual(zh="交报告", en="Hand in the report"),
        sentence=Bilingual(
            zh="陈帆欠一份半年报告：发一句话，再按“提交”，它立刻到了上级周敏那里。",
            en="Chen Fan owes a half-yearly report: send a sentence, press “Hand in”, and it is "
            "with Zhou Min above at once.",
        ),
        shown=("陈帆", "周敏"),
        before=(
            Say(who="陈帆", words=Bilingual(zh="/report", en="/report")),
            Press(who="陈帆", label=Bilingual(zh="提交", en="Hand in")),
        ),
        deeds=(
            Say(
                who="陈帆",
                words=Bilingual(
                    zh="本学期开展学习六次，谈心谈话四次。",
                    en="Six studies and four talks this term.",
                ),
            ),
            Press(who="陈帆", label=Bilingual(zh="提交", en="Hand in")),
        ),
    ),
    Step(
        title=Bilingual(zh="看板", en="See the board"),
        sentence=Bilingual(
            zh="周敏发送 /status：所有学校谁做了、谁没做，一眼看清。",
            en="Zhou Min sends /status: who has done what in every school, at a glance.",
        ),
        shown=("周敏", "林岚"),
        deeds=(Say(who="周敏", words=Bilingual(zh="/status", en="/status")),),
    ),
    Step(
        title=Bilingual(zh="退回报告", en="Return the report"),
        sentence=Bilingual(
            zh="报告还缺点什么？周敏按“退回”，写明原因，陈帆马上就知道。",
            en="Is something missing? Zhou Min presses “Return”, says what, and Chen Fan knows.",
        ),
        shown=("周敏", "陈帆"),
        deeds=(
            Press(who="周敏", label=Bilingual(zh="退回", en="Return")),
            Say(
                who="周敏",
                words=Bilingual(
                    zh="请补充谈话对象的类别。", en="Please say with whom the talks were held."
                ),
            ),
        ),
    ),
    Step(
        title=Bilingual(zh="用一句话定任务", en="Make a duty in words"),
        sentence=Bilingual(
            zh="管理员何静写一句话，再写“学校”：听懂的规则、接下来的日期、收到的人都先给她看，按“确认”才生效。",
            en="He Jing, the administrator, writes a sentence, then who owes it: the rule as "
            "understood, the dates and the people are shown before “Confirm”.",
        ),
        shown=("何静", "林岚"),
        deeds=(
            Say(
                who="何静",
                words=Bilingual(
                    zh="/duty 安全自查 每月最后一个周五15:00 提前3天提醒",
                    en="/duty Safety check, last Friday of every month at 15:00",
                ),
            ),
            Say(who="何静", words=Bilingual(zh="学校", en="school")),
            Press(who="何静", label=Bilingual(zh="确认", en="Confirm")),
        ),
    ),
)
