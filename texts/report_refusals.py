"""Why what was sent to a report was not taken, and what helps."""

from collections.abc import Sequence

from domain.report import MOST_CHARACTERS, TooMuch
from domain.report_file import FileRefusal, RefusedFile
from domain.report_form import Section
from domain.report_sheet import NotTaken, Refusal
from texts.languages import Language
from texts.replies import Reply
from texts.report_files import type_names
from texts.report_forms import section_name
from texts.words import Words, name


def not_taken(lang: Language, refused: NotTaken) -> Reply:
    """What the section asks for instead."""
    return Reply(words=_of_number(lang, refused) or _of_sort(lang, refused))


def _of_number(lang: Language, refused: NotTaken) -> Words | None:
    section = refused.section
    match refused.why:
        case Refusal.NO_NUMBER | Refusal.WANTS_NUMBER:
            return lang.say("Please send the number alone, in digits.")
        case Refusal.NOT_WHOLE:
            return lang.say("A whole number is asked for here.")
        case Refusal.TOO_MANY_DECIMALS:
            return lang.many(
                "At most {count} place after the point, please.",
                "At most {count} places after the point, please.",
                section.decimals,
            )
        case Refusal.TOO_LITTLE:
            return lang.say("It must be at least {least}.", least=lang.number(section.least or 0))
        case Refusal.TOO_MUCH:
            return lang.say("It can be {most} at most.", most=lang.number(section.most or 0))
        case _:
            return None


def _of_sort(lang: Language, refused: NotTaken) -> Words:
    section = refused.section
    match refused.why:
        case Refusal.WANTS_FILES:
            return lang.say("Photos and documents belong into this section, no words.")
        case Refusal.OTHER_TYPE:
            types = type_names(lang, section.file_types)
            return lang.say("This section takes only: {types}.", types=types)
        case Refusal.TOO_MANY_FILES:
            return lang.many(
                "This section holds {count} file; what came beyond it was not added.",
                "This section holds {count} files; what came beyond them was not added.",
                section.most_files,
            )
        case Refusal.NO_SECTION:
            return lang.say("Open a section first, with its ✎ button.")
        case _:
            return lang.say("This section takes words. Files belong into another one.")


def too_many_characters(lang: Language, refused: TooMuch) -> Reply:
    """Words that do not fit any more; nothing of the message was taken."""
    if refused.most < MOST_CHARACTERS:
        return Reply(
            words=lang.many(
                "This is {count} character too long; this section holds {most}. Nothing of this "
                "message was added.",
                "This is {count} characters too long; this section holds {most}. Nothing of this "
                "message was added.",
                refused.excess,
                count=lang.number(refused.excess),
                most=lang.number(refused.most),
            )
        )
    return Reply(
        words=lang.many(
            "This is {count} character too long; a report holds {most}. Nothing of this message "
            "was added: shorten it, or send the text as a file.",
            "This is {count} characters too long; a report holds {most}. Nothing of this message "
            "was added: shorten it, or send the text as a file.",
            refused.excess,
            count=lang.number(refused.excess),
            most=lang.number(MOST_CHARACTERS),
        )
    )


def file_refused(lang: Language, file: str, refused: RefusedFile) -> Reply:
    """What was just sent and is not taken."""
    match refused.why:
        case FileRefusal.TOO_BIG:
            words = lang.say("This file is larger than 20 MB. Please send a smaller one.")
        case FileRefusal.MISNAMED:
            words = lang.say(
                "“{file}” was not added: by its content it is something else ({type}). Please "
                "save it anew and send it again.",
                file=name(file),
                type=type_names(lang, (refused.found,) if refused.found else ()),
            )
        case _:
            words = lang.say(
                "“{file}” was not added: by its content it is no document or picture that a "
                "report takes. Programs, archives and documents with macros are not taken.",
                file=name(file),
            )
    return Reply(words=words)


def only_words_and_files(lang: Language) -> Reply:
    """A voice message, a sticker, a place."""
    return Reply(
        words=lang.say(
            "A report takes words, documents and photos. Please write it, or send it as a file."
        )
    )


def still_missing(lang: Language, sections: Sequence[Section]) -> str:
    """Hand in, with something missing."""
    if not sections or sections[0].name.zh == "":
        return lang.label("There is nothing in it yet: send words or a file first.")
    named = lang.list_of([section_name(lang, one) for one in sections[:3]])
    return lang.label("Not answered yet, or too short: {sections}", sections=named)


def no_head(lang: Language) -> str:
    """The head must confirm, and there is none."""
    return lang.label(
        "The head of the unit must confirm this report, and nobody holds that office now. The "
        "draft is kept."
    )
