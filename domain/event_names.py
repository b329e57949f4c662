"""What happens, by the codes that words about when give it, in both languages."""

from domain.bilingual import NO_NAME, Bilingual
from domain.schedule_words.moon import lunar_date_of

_NAMES = {
    "event": ("该事件", "the event"),
    "term_end": ("任期届满", "the end of the term"),
    "term_start": ("就任", "taking office"),
    "election": ("换届", "the election"),
    "meeting": ("会议", "the meeting"),
    "activity": ("活动", "the activity"),
    "school_start": ("开学", "the start of school"),
    "term_of_school_end": ("学期结束", "the end of the school term"),
    "school_end": ("学期结束", "the end of the school term"),
    "midterm": ("期中", "the midterm"),
    "exam": ("考试", "the exam"),
    "training_end": ("培训结束", "the end of the training"),
    "notice": ("通知", "the notice"),
    "probation_end": ("预备期满", "the end of probation"),
    "approval": ("批准", "the approval"),
    "contract_end": ("合同到期", "the end of the contract"),
    "deadline": ("到期", "the deadline"),
    "end": ("期满", "the end"),
    "inspection": ("检查", "the inspection"),
    "spring_festival": ("春节", "Spring Festival"),
    "new_years_eve": ("除夕", "New Year's Eve"),
    "lantern_festival": ("元宵节", "Lantern Festival"),
    "dragon_boat": ("端午节", "Dragon Boat Festival"),
    "mid_autumn": ("中秋节", "Mid-Autumn Festival"),
    "double_ninth": ("重阳节", "Double Ninth"),
    "qingming": ("清明节", "Tomb-Sweeping Day"),
    "winter_solstice": ("冬至", "winter solstice"),
}


def event_name(code: str) -> Bilingual:
    """What the code stands for; nameless where somebody else made it."""
    lunar = lunar_date_of(code)
    if lunar is not None:
        month, day = lunar
        return Bilingual(zh=f"农历{month}月{day}日", en=f"day {day} of lunar month {month}")
    zh, en = _NAMES.get(code, ("", ""))
    return Bilingual(zh=zh, en=en) if en else NO_NAME
