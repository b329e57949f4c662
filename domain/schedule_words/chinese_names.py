"""The Chinese names of festivals and events, and the words that carry no time."""

from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_lexicon import TIME_WORDS, Meaning, listed

_FESTIVALS = {
    "new_year": "元旦 元旦节 新年",
    "womens_day": "妇女节 三八 三八节 三八妇女节",
    "arbor_day": "植树节",
    "labour_day": "五一 劳动节 五一节 五一劳动节 五一假期 五一假 五一长假",
    "youth_day": "五四 青年节 五四青年节",
    "childrens_day": "六一 儿童节 六一儿童节 六一节",
    "party_day": "七一 建党节 七一建党节 党的生日 建党纪念日",
    "army_day": "八一 建军节 八一建军节",
    "victory_day": "抗战胜利纪念日 九三",
    "teachers_day": "教师节",
    "mukden_day": "九一八",
    "national_day": "国庆 国庆节 十一国庆 国庆假期 国庆长假 十一假期 十一长假 十一黄金周",
    "reporters_day": "记者节",
    "double_eleven": "双十一 双11",
    "double_twelve": "双十二 双12",
    "constitution_day": "宪法日 国家宪法日",
    "december_ninth": "一二九 一二·九",
    "memorial_day": "国家公祭日 公祭日",
    "christmas_eve": "平安夜",
    "christmas": "圣诞 圣诞节",
    "spring_festival": "春节 大年初一 农历新年 正月初一 农历正月初一 过年",
    "new_years_eve": "除夕 大年三十 年三十 除夕夜 腊月三十",
    "lantern_festival": "元宵 元宵节 正月十五 农历正月十五",
    "dragon_boat": "端午 端午节 农历五月初五",
    "mid_autumn": "中秋 中秋节 农历八月十五",
    "double_ninth": "重阳 重阳节 农历九月初九 农历九月九",
    "lunar_7_7": "七夕 七夕节",
    "lunar_12_8": "腊八 腊八节",
    "qingming": "清明 清明节",
    "winter_solstice": "冬至",
}

_EVENTS = {
    "term_end": "任期届满 任期期满 任期结束 任期到期 届满 任满 任期满 本届任期届满 任期届满日 到届",
    "term_start": "任期开始 就任 上任 当选",
    "election": "换届 换届选举 选举 选举大会 换届大会",
    "meeting": "会 会议 开会 大会 党员大会 支委会 党小组会 支部大会 会员大会 代表大会"
    " 会员代表大会 年会 全体会议 教代会 职代会 理事会",
    "meeting_start": "会议召开",
    "meeting_end": "散会",
    "activity": "活动",
    "activity_start": "活动举行",
    "school_start": "开学 开学日 报到 开学典礼 新学期开学",
    "term_of_school_end": "学期结束 期末考试 期末 学期末 学期底 学期结束时",
    "midterm": "期中 期中考试",
    "exam": "考试 高考 中考",
    "training": "培训 培训班",
    "notice": "通知下发 通知印发 收到通知 通知发布 接到通知 接通知 印发 下发 发文 通知",
    "probation_end": "预备期满 预备期届满 转正 预备期结束",
    "approval": "批准 批复 获批 审批通过",
    "contract_end": "合同到期 合同期满",
    "deadline": "到期 期限届满 截止期限 截止之日",
    "end": "活动期满 期满",
    "inspection": "检查 督查 巡察 整改 反馈",
}

# What is said about when, but names no time that could be kept.
_VAGUE = (
    "或 或者 还是 可能 也许 恐怕 未必 "
    "尽快 尽早 过几天 改天 近期 近日 不久 有空 随时 待定 另行通知 择期 择日 适时 定期 不定期 "
    "抽空 抽时间 回头 过段时间 过一阵 过一阵子 过些天 稍后 晚点 晚些时候 早点 几天后 几天内 "
    "若干天 经常 立即 马上 即日 及时 按时 如期 视情况 根据需要 必要时 有时间 到时候 改日 早日 "
    "常态化 很快 几个月后 几周后 这几天 前几天 最近几天 等通知 时间待定 一段时间 将来 以后再说 "
    "这两天 过两天 近来 适当时候 有空的时候 闲时 哪天 某天 有一天 几天前 不久后 一阵子 短期内 "
    "长期 下次 下一次 平时 偶尔 时不时"
)

# The closed list of words that may stand around a time and change nothing about it.
_FILLER = (
    "研究 讨论 听取 走访 调研 宣讲 听课 谈话 谈心谈话 述职 公示 更新 汇总 发布 缴纳 收缴 升旗 "
    "值班 打卡 签到 巡查 排查 例会 开例会 含 包含 含当日 含当天 公历 阳历 专题研究 研判 "
    "上报 报送 提交 上交 交 报 报告 完成 召开 举行 举办 进行 开展 组织 安排 参加 集合 开始开会 "
    "务必 请 在 于 为 是 要 应 应当 应该 须 必须 需 需要 就 都 均 各 则 时间 时候 的时候 时段 : "
    "提醒 提醒我 通知我 记得 我 我们 大家 一下 会议时间 固定 固定在 定于 定在 拟于 拟 "
    "计划 每人 人均 本人 全体 原则上 一般 通常 准时 当 期限 把 将 能 可 了 吧 啊 呢 ; . ! 。 "
    "； ( ) 【 】 [ ] 「 」 "
    "办理 落实 做好 上传 填报 汇报 递交 反馈完毕 提交完毕 报完 交齐 报齐 上报完毕 "
    "开个会 学习 集中学习 开 给 日期 时 左右都可 报名 分别 分别在 分别于"
)

# Names of things that begin like a time.
_LOOKALIKES = (
    "第一天上班 上班第一天 晚会 早会 午会 夕会 晨会 周会 月会 三点一线 "
    "三会一课 五四表彰 八一学校 十一中 十一学校 百日攻坚 一把手 二十大 两学一做 三八红旗手 "
    "五四奖章 五四青年奖章 一带一路 两会 三严三实 五位一体 三重一大 一岗双责 四个意识 四个自信 "
    "两个维护 双减 三好学生 十佳 百年校庆 一线 三农 十九大 二十届 六一班 五一路 八一路 周报 "
    "月报 季报 年报 年会 周年 周边 周密 周知 周期 周转 周围 月嫂 月考 周考 周记 年级 日报 日常 "
    "日程 日志 年轻 一流 一体化 一日常规 半月谈 一周工作 月度考核 年度考核 季度之星 周工作 "
    "日记 节能 节约 节目 节水 节俭 第一书记 第一责任人 第一时间 一票否决 三定 三公 双周课 "
    "一月一主题 秋季 春季 夏季 冬季 星期日报"
)

LEXICON: dict[str, tuple[T, Meaning]] = {
    **listed(T.FILLER, _FILLER),
    **listed(T.VAGUE, _VAGUE),
    **TIME_WORDS,
    **listed(T.LOOKALIKE, _LOOKALIKES),
}
for _key, _names in _FESTIVALS.items():
    LEXICON |= listed(T.FESTIVAL, _names, _key)
for _key, _names in _EVENTS.items():
    LEXICON |= listed(T.EVENT, _names, _key)
