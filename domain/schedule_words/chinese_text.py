"""Cut a Chinese sentence about when into words, the longest known word first."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_lexicon import Meaning
from domain.schedule_words.chinese_names import LEXICON
from domain.schedule_words.chinese_numbers import NUMERALS, number_in

_SIMPLIFIED = str.maketrans(
    "週點號個兩時後開節於鐘學報間內過禮從隔", "周点号个两时后开节于钟学报间内过礼从隔"
)
_SAME = str.maketrans("：。；～〜—–－", ":.;~~---")
# A space counts only where two figures would grow together.
_SPACES = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
_ISO_MOMENT = re.compile(r"(?<=[0-9])[tT](?=[0-9][0-9]:)")
_LONGEST_WORD = max(map(len, LEXICON))
_FIGURES = (
    (T.DATE, re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")),
    (T.DATE, re.compile(r"(20[0-9][0-9])()([0-9][0-9])([0-9][0-9])(?![0-9])")),
    (T.CLOCK, re.compile(r"(?<![0-9])(1[0-2]|[1-9])(?::([0-5][0-9]))?([ap])\.?m(?![a-z])")),
    (T.CLOCK, re.compile(r"(?<![0-9])([0-9]{1,2}):([0-5][0-9])(?::00)?(?![0-9])")),
    (T.MONTH_DAY, re.compile(r"(?<!/)([0-9]{1,2})/([0-9]{1,2})(?![0-9/的号日])")),
    (T.MONTH_DAY, re.compile(r"([0-9]{1,2})\.([0-9]{1,2})(?![0-9小天个万元%次分])")),
    (T.MONTH_DAY, re.compile(r"([0-9]{1,2})-([0-9]{1,2})(?= [0-9]{1,2}:)")),
    (T.QUARTER_NUMBER, re.compile(r"q([1-4])(?![0-9])")),
    (T.NUMBER, re.compile(r"(?<![0-9])[0-9]{1,4}(?![0-9])")),
)
_BEFORE_A_WEEKDAY = "周期拜"
# School classes, branches and schools that are numbered.
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十百0-9]+(?:联合|直属|机关|在职|退休|教工|学生)*"
    r"(?:党支部|支部|党总支|总支|小学|中学|党小组|小组|组|幼儿园|医院|实验|批|届|轮|章|条|名|位|中心"
    r"|片区|职业|高级|师范|人民|初级)"
    r"|[一二三四五六七八九0-9]{1,2}年级(?:[一二三四五六七八九十0-9]+班)?"
    r"|[一二三四五六七八九十]号(?:会议|楼|院|厅|教室|线|馆|公寓)"
    r"|(?<!月)(?<!大年)[初高][一二三](?![个月号日])(?:年级)?"
    r"|(?<![周期拜])[一二三四五六七八九十0-9]+(?:班|中学|小学|支部|届|岁|名|位|人|元|楼|号楼|号院|号文件|期班"
    r"|小(?!时)|中(?![旬午秋]))"
)


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word, what it does, and where it stands in the text as it was normalised."""

    kind: T
    text: str
    value: Meaning = None
    begins: int = 0

    @cached_property
    def number(self) -> int | None:
        """What a NUMBER counts; None when it is no number after all."""
        return number_in(self.text)

    @property
    def ends(self) -> int:
        """Where the next one begins."""
        return self.begins + len(self.text)


def normalise(text: str) -> str:
    """Full-width and half-width, traditional and simplified, spaced and not: written alike."""
    text = _ISO_MOMENT.sub(" ", text)
    plain = unicodedata.normalize("NFKC", text).lower().translate(_SIMPLIFIED).translate(_SAME)
    return _SPACES.sub("", plain.strip())


def words_of(text: str) -> list[Word]:
    """Every character belongs to one word; what is not known is UNKNOWN, letter by letter."""
    found: list[Word] = []
    at = 0
    while at < len(text):
        word = _word_at(text, at)
        if word.kind is T.DAY_PART:
            found += _day_and_part(word)
        elif word.text == "年前":
            found += _before_new_year(word, text)
        elif word.text.strip():
            found.append(word)
        at = word.ends
    return found


def _day_and_part(word: Word) -> list[Word]:
    """明晚 is 明天 and 晚上."""
    day, part = word.text[:-1], word.text[-1:]
    shift = {"今": 0, "明": 1, "后": 2, "昨": -1}[day]
    of_day = "evening" if part in "晚夜" else "morning"
    return [
        Word(kind=T.DAY_SHIFT, text=day, value=shift, begins=word.begins),
        Word(kind=T.PART_OF_DAY, text=part, value=of_day, begins=word.ends - 1),
    ]


def _before_new_year(word: Word, text: str) -> list[Word]:
    """年前 is before the Spring Festival, 三年前 is three years ago."""
    before = text[word.begins - 1 : word.begins]
    is_counted = before in NUMERALS or before in tuple("0123456789今明去后前每本半个")
    year = Word(kind=T.YEAR, text="年", begins=word.begins)
    festival = Word(kind=T.FESTIVAL, text="年", value="spring_festival", begins=word.begins)
    border = Word(kind=T.BEFORE, text="前", begins=word.begins + 1)
    return [year if is_counted else festival, border]


def _word_at(text: str, at: int) -> Word:
    name = _NUMBERED.match(text, at)
    if name is not None:
        return Word(kind=T.LOOKALIKE, text=name[0], begins=at)
    known = _known_at(text, at)
    if known is not None and _is_meant(text, known):
        return known
    for kind, pattern in _FIGURES:
        figure = pattern.match(text, at)
        if figure is not None:
            return Word(kind=kind, text=figure[0], value=_figure(kind, figure), begins=at)
    end = at
    while end < len(text) and text[end] in NUMERALS and not _is_early(text, at, end):
        end += 1
    if end > at:
        return Word(kind=T.NUMBER, text=text[at:end], begins=at)
    return Word(kind=T.UNKNOWN, text=text[at], begins=at)


def _is_early(text: str, at: int, end: int) -> bool:
    """周五一早 is early on Friday, and no list of weekdays."""
    return end > at and text.startswith(("一早", "一大早"), end) and text[end + 1] != "上"


def _known_at(text: str, at: int) -> Word | None:
    for length in range(min(_LONGEST_WORD, len(text) - at), 0, -1):
        word = text[at : at + length]
        known = LEXICON.get(word)
        if known is not None:
            return Word(kind=known[0], text=word, value=known[1], begins=at)
    return None


def _is_meant(text: str, word: Word) -> bool:
    """一下 and 三定 are words, but not in 周一下午 and 周三定于."""
    if word.text[0] not in NUMERALS or len(word.text) > 3:
        return True
    before, after = text[word.begins - 1 : word.begins], text[word.ends : word.ends + 1]
    if before and before in _BEFORE_A_WEEKDAY:
        return False
    if word.text == "一下" and after == "午":
        return False
    return word.kind is not T.FESTIVAL or _is_festival(before, after)


def _is_festival(before: str, after: str) -> bool:
    """五一 is Labour Day, but not in 五一班; 十一 needs a word that says so."""
    counts = "点月日号时个次周天年季学小分刻半、和到至-:"
    is_figure = before in NUMERALS or after in NUMERALS or (after and after in counts)
    return not is_figure and before != "第"


def _clock(hour: str, minute: str | None, half: str | None = None) -> timedelta:
    """15:00, 3pm, 9:30am."""
    hours = int(hour) if half is None else int(hour) % 12 + (12 if half == "p" else 0)
    return timedelta(hours=hours, minutes=int(minute or 0))


def _figure(kind: T, found: re.Match[str]) -> Meaning:
    match kind:
        case T.DATE:
            return int(found[1]), int(found[3]), int(found[4])
        case T.CLOCK:
            return _clock(*found.groups())
        case T.MONTH_DAY:
            return int(found[1]), int(found[2])
        case T.QUARTER_NUMBER:
            return int(found[1])
        case _:
            return None
