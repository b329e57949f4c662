"""The words of English for a part of a month, a quarter or a year."""

from domain.schedule_words.meaning import Part

ENDS = {
    "end": Part.LAST_DAY,
    "close": Part.LAST_DAY,
    "start": Part.START,
    "beginning": Part.START,
}
TENS = {
    "first ten day": Part.FIRST_TEN,
    "second ten day": Part.SECOND_TEN,
    "middle ten day": Part.SECOND_TEN,
    "last ten day": Part.LAST_TEN,
    "final ten day": Part.LAST_TEN,
    "middle": Part.MIDDLE,
}
# As they are said of a month; early next year is too vague to be a period.
THIRDS = {
    "early": Part.FIRST_TEN,
    "mid -": Part.MIDDLE,
    "mid": Part.MIDDLE,
    "late": Part.LAST_TEN,
}
