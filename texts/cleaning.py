"""Makes what people typed safe to show: one form, nothing hidden, no broken neighbours."""

import re
import unicodedata

ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
WORD_JOINER = "\u2060"
ELLIPSIS = "…"

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANK = re.compile("[\t\xa0\u2000-\u200a\u2800]")
# Controls, surrogates, bidi controls, and characters that take no room on the screen and would
# let two names look the same. Joiners stay: emoji and Persian need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff]"
)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# What Telegram would turn into a link by itself: @names, #tags, /commands, addresses.
_LINKABLE = re.compile(
    r"@(?=\w)|#(?=[^\W\d])|(?<![\w/])/(?=\w)|:(?=//)|(?<=\w)\.(?=[^\W\d])|(?<=\d)\.(?=\d+\.\d+\.\d)"
)


def clean(raw: str) -> str:
    """Return the text in one Unicode form, its lines ended by a newline, nothing hidden in it."""
    text = _BLANK.sub(" ", _LINE_END.sub("\n", raw))
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text))


def one_line(raw: str, limit: int) -> str:
    """Return the cleaned text on one line, cut to `limit` characters with an ellipsis."""
    text = " ".join(clean(raw).split())
    if len(text) <= limit:
        return text
    return text[: limit - 1].rstrip(" \u200c\u200d") + ELLIPSIS


def shown(cleaned: str) -> str:
    """Return the text as it may stand beside others: direction isolated, nothing linked."""
    return "\n".join(_isolated(_LINKABLE.sub(_unlinked, line)) for line in cleaned.split("\n"))


def _unlinked(mark: re.Match[str]) -> str:
    return mark[0] + WORD_JOINER


def _isolated(line: str) -> str:
    return f"{ISOLATE}{line}{POP_ISOLATE}" if _RIGHT_TO_LEFT.search(line) else line
