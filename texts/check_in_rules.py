"""The rules of check-in, one sentence each, for who may change them."""

from datetime import timedelta
from typing import assert_never

from domain.presence_rules import LeaveApproval, PresenceRules, Rule, value_of
from texts.languages import Language
from texts.presses import press
from texts.quorums import share_word
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs


def rules_page(lang: Language, rules: PresenceRules, *, good_for: timedelta) -> Reply:
    """Every rule in a sentence, with a button that offers its next value."""
    seconds = int(good_for.total_seconds())
    words = paragraphs(
        bold(lang.say("Rules of check-in")),
        lines(*(rule_line(lang, rules, rule) for rule in Rule), _voteless(lang, rules)),
        lines(
            bold(lang.say("How long a scanned code is taken: {seconds} s", seconds=seconds)),
            lang.say(
                "Telegram tells me nothing when somebody scans, only when he has pressed Start. A "
                "longer time is kind to slow phones and to who meets me for the first time; it "
                "leaves as much time to send a picture of the screen to somebody at home. 30 "
                "seconds make that hard, and refuse the slowest honest phones, who then scan "
                "again. A video call with the screen no time can tell from presence. Whoever is "
                "late is decided by the moment of showing, not by this. Who runs me sets it with "
                "MUDUO_CODE_SECONDS."
            ),
        ),
        lang.say("Press to change one; you see what changes and confirm it."),
    )
    buttons = [
        Button(label=_rule_label(lang, rules, rule), data=press("config_rule", rule.value))
        for rule in Rule
    ]
    return Reply(
        words=words,
        buttons=tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)),
    )


def rule_changes(lang: Language, before: PresenceRules, after: PresenceRules) -> Words | None:
    """Each rule that differs, as it was and as it will be."""
    sides = [
        side
        for rule in Rule
        if value_of(before, rule) != value_of(after, rule)
        for side in (
            lang.say("− {words}", words=rule_line(lang, before, rule)),
            lang.say("+ {words}", words=rule_line(lang, after, rule)),
        )
    ]
    if before.without_vote != after.without_vote:
        sides += [
            lang.say("− {words}", words=_voteless(lang, before)),
            lang.say("+ {words}", words=_voteless(lang, after)),
        ]
    return lines(*sides) if sides else None


def _voteless(lang: Language, rules: PresenceRules) -> Words:
    tags = [name(one) for one in rules.without_vote]
    return lang.say(
        "Without a vote are people with these tags: {tags}",
        tags=lang.list_of(tags) if tags else lang.say("none"),
    )


def rule_line(lang: Language, rules: PresenceRules, rule: Rule) -> Words:
    """One rule in a sentence."""
    match rule:
        case Rule.OPENS:
            return lang.say("Opens {count} minutes before the start", count=rules.opens_before)
        case Rule.CLOSES:
            return lang.say(
                "In time until {count} minutes after the start, then late", count=rules.closes_after
            )
        case Rule.LATES if rules.lates_per_absence:
            return lang.say("{count} lates count as one absence", count=rules.lates_per_absence)
        case Rule.LATES:
            return lang.say("Lates never count as absences")
        case Rule.DAYS if rules.leave_days_after:
            return lang.say(
                "A sudden leave can be asked for within {count} days", count=rules.leave_days_after
            )
        case Rule.DAYS:
            return lang.say("Leave can be asked for beforehand only")
        case Rule.FADES:
            return lang.say(
                "Reasons of leaves are deleted after {count} days", count=rules.reasons_fade_after
            )
        case _:
            return _choice_line(lang, rules, rule)


def _choice_line(lang: Language, rules: PresenceRules, rule: Rule) -> Words:
    match rule:
        case Rule.LEAVE:
            return _leave_line(lang, rules.leave_approval)
        case Rule.SCAN if rules.second_scan:
            return lang.say("Who does not use a code again at the end has left early")
        case Rule.SCAN:
            return lang.say("Leaving early is recorded by the officer alone")
        case Rule.PHOTO if rules.photo:
            return lang.say("A photo may be added when it was held")
        case Rule.PHOTO:
            return lang.say("No photos are kept")
        case _:
            return lang.say(
                "Quorum of a new activity: {share}", share=share_word(lang, rules.quorum)
            )


def _leave_line(lang: Language, approval: LeaveApproval) -> Words:
    match approval:
        case LeaveApproval.NEVER:
            return lang.say("Leave counts at once")
        case LeaveApproval.AFTERWARDS:
            return lang.say("An officer grants a leave that is asked for afterwards")
        case LeaveApproval.ALWAYS:
            return lang.say("An officer grants every leave")
        case _:
            assert_never(approval)


def _rule_label(lang: Language, rules: PresenceRules, rule: Rule) -> str:
    value = value_of(rules, rule)
    number = value if isinstance(value, int) else 0
    match rule:
        case Rule.OPENS:
            return lang.label("Opens: −{count} min", count=number)
        case Rule.CLOSES:
            return lang.label("In time: +{count} min", count=number)
        case Rule.LATES:
            return lang.label("Lates: {count}", count=number)
        case Rule.LEAVE:
            return lang.label("Granting leave")
        case Rule.DAYS:
            return lang.label("Leave after: {count} d", count=number)
        case Rule.FADES:
            return lang.label("Reasons: {count} d", count=number)
        case Rule.SCAN:
            return lang.label("Second scan")
        case Rule.PHOTO:
            return lang.label("Photo")
        case Rule.QUORUM:
            return lang.label("Quorum")
        case _:
            assert_never(rule)
