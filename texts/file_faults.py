"""Why a file that somebody wrote was not read, with the line, and what helps."""

from domain.file_fault import FaultReason, FileFault
from texts.languages import Language
from texts.replies import Reply
from texts.words import Words, bold, lines, name, our_own, value


def refused(lang: Language, fault: FileFault) -> Reply:
    """The line, one sentence about it, and that nothing has changed."""
    return Reply(
        words=lines(
            bold(lang.say("Line {line}", line=fault.line)) if _has_line(fault) else None,
            fault_words(lang, fault),
            lang.say("Nothing was changed."),
        )
    )


def _has_line(fault: FileFault) -> bool:
    whole = (FaultReason.TOO_LARGE, FaultReason.NOT_FETCHED, FaultReason.EMPTY)
    return fault.reason not in whole


def fault_words(lang: Language, fault: FileFault) -> Words:
    """What is wrong there."""
    return _of_the_file(lang, fault) or _of_the_writing(lang, fault) or _of_sense(lang, fault)


def _of_the_file(lang: Language, fault: FileFault) -> Words | None:
    match fault.reason:
        case FaultReason.EMPTY:
            return lang.say("The file is empty.")
        case FaultReason.TOO_LARGE:
            return lang.say("The file is too large: {limit} KB at most.", limit=_first(fault))
        case FaultReason.NOT_FETCHED:
            return lang.say("Telegram did not hand the file over. Please send it again.")
        case FaultReason.NOT_TEXT:
            return lang.say("This is not a text in UTF-8. Save it as UTF-8 and send it again.")
        case FaultReason.TOO_DEEP:
            return lang.say("Too deeply nested.")
        case FaultReason.TOO_MANY:
            return lang.say("The file holds too many entries.")
        case _:
            return None


def _of_the_writing(lang: Language, fault: FileFault) -> Words | None:
    found = value(fault.found)
    match fault.reason:
        case FaultReason.NOT_YAML:
            return lang.say(
                "This is no YAML: a bracket, a quotation mark or an indent is wrong here or above."
            )
        case FaultReason.TAB:
            return lang.say("A tab stands at the beginning of the line. Use blanks instead.")
        case FaultReason.ALIAS:
            return lang.say("Anchors (&) and aliases (*) are not taken. Write it out in full.")
        case FaultReason.TAG:
            return lang.say("Tags (!) are not taken. Write the plain value.")
        case FaultReason.TWICE:
            return lang.say("This stands there twice: {found}", found=found)
        case FaultReason.UNKNOWN_KEY:
            return lang.say("There is no such word here: {found}.", found=found) + _choices(
                lang, fault
            )
        case FaultReason.MISSING_KEY:
            return lang.say("This is missing: {found}", found=found)
        case FaultReason.WRONG_KIND:
            return lang.say(
                "Another sort of value is expected here: {expected}", expected=_sorts(lang, fault)
            )
        case _:
            return None


def _of_sense(lang: Language, fault: FileFault) -> Words:
    found = value(fault.found)
    match fault.reason:
        case FaultReason.NOT_AMONG:
            return lang.say("“{found}” cannot stand here.", found=found) + _choices(lang, fault)
        case FaultReason.OUT_OF_RANGE:
            return lang.say("“{found}” is too little or too much here.", found=found)
        case FaultReason.UNKNOWN_KIND:
            return lang.say("“{found}” is not explained in the file.", found=found)
        case FaultReason.UNKNOWN_FORM:
            return lang.say("There is no kind of report “{found}”.", found=found) + _choices(
                lang, fault
            )
        case FaultReason.NOT_HERE:
            return lang.say("“{found}” goes with another kind of answer.", found=found)
        case FaultReason.UNKNOWN_OWNER:
            return lang.say("The roster has no ID {found}.", found=found)
        case FaultReason.NOBODY:
            return lang.say("Nobody would owe “{found}”: no one matches its owners.", found=found)
        case FaultReason.NOT_WITH:
            return lang.say(
                "“{found}” does not go with this cadence: votes end terms, and only those.",
                found=found,
            )
        case _:
            return lang.say("“{found}” is not written as it must be.", found=found)


def _choices(lang: Language, fault: FileFault) -> Words:
    if not fault.expected:
        return our_own("")
    return lang.say(
        " Possible: {expected}", expected=lang.list_of([name(one) for one in fault.expected])
    )


def _sorts(lang: Language, fault: FileFault) -> Words:
    known = {
        "object": lang.say("a group of named values"),
        "array": lang.say("a list"),
        "string": lang.say("words"),
        "integer": lang.say("a whole number"),
        "boolean": lang.say("true or false"),
        "null": lang.say("nothing"),
    }
    return lang.list_of([known.get(one, value(one)) for one in fault.expected or ("object",)])


def _first(fault: FileFault) -> str:
    return next(iter(fault.expected), "")
