"""The annexes of a report on the November of tests/harness/records.py, as its author sees them."""

HELD = {
    "zh": [
        ["序号", "日期", "活动名称", "组织", "实到/应到", "记录人"],
        ["1", "11月3日", "政治学习", "青石小学", "3/5", "林岚，11月3日"],
        ["2", "11月10日", "主题党日", "青石小学第一支部", "2/3", "—"],
        ["3", "11月12日", "实践", "青石小学", "2/3", "—"],
    ],
    "en": [
        ["No.", "Date", "Activity", "Unit", "Attended", "Recorded by"],
        ["1", "3 November", "政治学习", "青石小学", "3 of 5", "林岚, 3 November"],
        ["2", "10 November", "主题党日", "青石小学第一支部", "2 of 3", "—"],
        ["3", "12 November", "实践", "青石小学", "2 of 3", "—"],
    ],
}
MOVED = {
    "zh": [
        ["序号", "日期", "活动名称", "组织", "原定日期", "改期人"],
        ["1", "11月12日", "实践", "青石小学", "11月11日", "林岚，11月5日"],
    ],
    "en": [
        ["No.", "Date", "Activity", "Unit", "Planned for", "Moved by"],
        ["1", "12 November", "实践", "青石小学", "11 November", "林岚, 5 November"],
    ],
}
TALKS = {
    "zh": [
        ["序号", "截止日期", "任务", "组织", "次数", "记录人"],
        ["1", "11月6日", "谈心谈话", "青石小学", "3", "—"],
        ["2", "11月9日", "谈心谈话", "青石小学第一支部", "2", "—"],
    ],
    "en": [
        ["No.", "Due by", "Duty", "Unit", "Talks", "Recorded by"],
        ["1", "6 November", "Talks with members", "青石小学", "3", "—"],
        ["2", "9 November", "Talks with members", "青石小学第一支部", "2", "—"],
    ],
}


def annexes(language: str) -> list[list[list[str]]]:
    """What is counted as held is what attendance is worked out from."""
    return [HELD[language], MOVED[language], HELD[language], TALKS[language]]
