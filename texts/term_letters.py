"""The letter of reminder in words, for the chat and for the sheet of paper."""

from domain.term import TermState
from domain.term_letter import LetterWords, TermLetter
from texts.languages import Language
from texts.official import paper_day
from texts.replies import Attachment, Reply
from texts.terms import length_of
from texts.words import CAPTION_LIMIT, Words, bold, fitted, lines, name, paragraphs, plain


def letter_words(lang: Language, letter: TermLetter) -> LetterWords:
    """Title, addressee, paragraphs, sender and day."""
    asks = lang.label(
        "Please prepare the election and hold it without delay. Going beyond the end of the term, "
        "or electing earlier, needs our approval; an extension is usually at most a year."
    )
    request = None
    if letter.request_days is not None:
        request = lang.many(
            "Please send us your request at least {count} day before the election meeting.",
            "Please send us your request at least {count} days before the election meeting.",
            letter.request_days,
        ).plain()
    told = [_term(lang, letter), asks, request, lang.label("This is to remind you.")]
    return LetterWords(
        title=lang.label("Letter of reminder: election at the end of the term"),
        addressee=lang.label("To {unit}:", unit=letter.unit.name),
        paragraphs=tuple(one for one in told if one),
        sender=letter.sender,
        day=paper_day(lang, letter.today),
    )


def _term(lang: Language, letter: TermLetter) -> str:
    term, began = letter.term, ""
    if term.began_on is not None and term.months is not None:
        began = lang.label(
            "The present term of your body began on {day} and is {length} long.",
            day=paper_day(lang, term.began_on),
            length=length_of(lang, term.months).plain(),
        )
    due = paper_day(lang, term.due_on) if term.due_on else "—"
    is_over = term.state(letter.today) in (TermState.EXPIRED, TermState.OVERDUE)
    ends = (
        lang.label("The present term ended on {day}; no election has been reported.", day=due)
        if is_over
        else lang.label("The present term ends on {day}.", day=due)
    )
    between = "" if lang.code == "zh" else " "
    return f"{began}{between}{ends}".strip()


def letter_text(lang: Language, words: LetterWords) -> Reply:
    """The letter without its document, which could not be made."""
    failed = lang.say("The document could not be made. The letter as text is above.")
    return Reply(words=paragraphs(fitted(_all_of(words), CAPTION_LIMIT), failed))


def letter_file(lang: Language, words: LetterWords, content: bytes) -> Reply:
    """The letter as text, with the document to print or to send on."""
    return Reply(
        words=fitted(_all_of(words), CAPTION_LIMIT),
        attachment=Attachment(file_name=lang.label("reminder-letter.docx"), content=content),
    )


def _all_of(words: LetterWords) -> Words:
    return paragraphs(
        bold(name(words.title)),
        plain(words.addressee),
        *map(plain, words.paragraphs),
        lines(plain(words.sender), plain(words.day)),
    )
