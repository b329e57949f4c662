"""Whatever is typed in Chinese is answered: understood, asked or refused, never an exception."""

from hypothesis import given
from hypothesis import strategies as st

from domain.schedule_words.chinese import hear_words, read_chinese
from domain.schedule_words.chinese_names import LEXICON
from domain.schedule_words.chinese_text import normalise, words_of
from domain.schedule_words.line import find_schedule
from domain.schedule_words.meaning import Expression
from domain.schedule_words.reading import Ask, Kind, Refused, Schedule
from tests.domain.schedule_words.sample import rows
from tests.domain.schedule_words.telling import HERE, WORDS, reading_of

SAMPLES = [row.text for row in rows() if row.language == "zh"]
PIECES = [*LEXICON, *"一二三四五六七八九十0123456789:-/ ,，、。第每", "甲", "x", "𠀀", "\u200b"]
WIDE = str.maketrans("0123456789:,-/", "０１２３４５６７８９：，－／")

spoken = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
spliced = st.tuples(
    st.sampled_from(SAMPLES), st.sampled_from(SAMPLES), st.integers(0, 12), st.integers(0, 12)
).map(lambda two: two[0][: two[2]] + two[1][two[3] :])
changed = st.tuples(st.sampled_from(SAMPLES), st.integers(0, 20), st.sampled_from(PIECES)).map(
    lambda one: one[0][: one[1]] + one[2] + one[0][one[1] + 1 :]
)
anything = st.text(max_size=130)


@given(spoken | spliced | changed | anything)
def test_every_answer_is_of_a_known_kind(text: str) -> None:
    match reading_of(text):
        case Schedule() as schedule:
            assert schedule.kind in Kind
            assert schedule.at or schedule.rule or schedule.relative_to or schedule.quota
        case Ask(readings=readings):
            assert len(set(readings)) == len(readings)
        case Refused():
            pass


@given(spoken | spliced | changed)
def test_no_word_is_dropped(text: str) -> None:
    """What is not understood is quoted, so that asking or refusing names it."""
    words = words_of(normalise(text))
    heard = hear_words(words, WORDS)
    strange = {
        word.text for word in words if word.kind.value in ("unknown", "only looks like time")
    }
    quoted = "".join(heard.rest)
    assert all(one in quoted for one in strange)
    said = read_chinese(text, WORDS)
    if heard.rest and isinstance(said, Expression):
        assert said.doubt is not None


@given(spoken | spliced | changed)
def test_a_line_never_fails_either(text: str) -> None:
    found = find_schedule(text, HERE)
    assert isinstance(found.reading, Schedule | Ask | Refused)


@given(st.sampled_from(SAMPLES), st.integers(0, 20))
def test_width_and_spaces_change_nothing(text: str, at: int) -> None:
    meant = reading_of(text)
    assert reading_of(text.translate(WIDE)) == meant
    assert reading_of(f"  {text}　") == meant
    at = min(at, len(text))
    is_between_letters = not text[at - 1 : at].isdigit() and not text[at : at + 1].isdigit()
    if is_between_letters:
        assert reading_of(f"{text[:at]} {text[at:]}") == meant
