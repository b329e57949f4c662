"""Being away: what is asked, what the two are told, and how it stands."""

from datetime import date

from domain.away import Away, AwayCard, AwayEvent, AwayList, AwayState
from texts import labels
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, code, lines, name, paragraphs


def arranged(lang: Language, found: AwayList) -> Reply:
    """What is arranged, with a way to end each and to make another."""
    new = Button(label=lang.label("➕ I will be away"), data=press("away_new", 0))
    if not (found.own or found.for_others):
        return Reply(
            words=paragraphs(
                lang.say("Nothing is arranged: what comes for your offices comes to you."),
                lang.say("In one line: {example}", example=code(_example(lang))),
            ),
            buttons=((new,),),
        )
    both = (*found.own, *found.for_others)
    entries = [_entry(lang, one, found.today, number) for number, one in enumerate(both, start=1)]
    ending = [
        Button(label=f"{number} {_ending(lang)}", data=press("away_end", one.id, one.version))
        for number, one in enumerate(both, start=1)
    ]
    return Reply(
        words=paragraphs(bold(lang.say("Who stands in")), *entries),
        buttons=rows(*(tuple(ending[at : at + 2]) for at in range(0, len(ending), 2)), (new,)),
    )


def _example(lang: Language) -> str:
    return lang.label("/away 10-24 Dec Lin Lan")


def _ending(lang: Language) -> str:
    return lang.label("End it")


def _entry(lang: Language, one: Away, today: date, number: int) -> Words:
    return lang.say(
        "{number}. {line}", number=number, line=lines(who(lang, one, today), _state(lang, one))
    )


def who(lang: Language, one: Away, today: date) -> Words:
    """Who stands in for whom, from when to when."""
    return lang.say(
        "{days}: {deputy} stands in for {person}",
        days=lang.day_range(one.first_day, one.last_day, now_year=today.year),
        deputy=name(one.deputy),
        person=name(one.person),
    )


def _state(lang: Language, one: Away) -> Words:
    match one.state:
        case AwayState.ASKED:
            return lang.say("⏳ not answered yet: everything still goes to {name}", name=one.person)
        case AwayState.CONFIRMED:
            return lang.say("👍 agreed")
        case AwayState.RUNNING:
            return lang.say("🔁 in force now")
        case AwayState.DECLINED:
            return lang.say("declined")
        case AwayState.ENDED:
            return lang.say("ended: everything goes to {name} again", name=one.person)


def spoken_days(lang: Language, first_day: date, last_day: date, today: date) -> Words:
    """The days with their weekdays."""
    first = lang.day(first_day, now_year=today.year)
    if first_day == last_day:
        return lang.say("Away on {day}", day=first)
    last = lang.day(last_day, now_year=today.year)
    return lang.say("Away from {first} to {last}", first=first, last=last)


def moved(lang: Language, one: Away, today: date, *, is_deputy: bool) -> Reply:
    """How it stands after a press."""
    end = Button(label=_ending(lang), data=press("away_end", one.id, one.version))
    thanks = None
    if is_deputy and one.state in (AwayState.CONFIRMED, AwayState.RUNNING):
        thanks = lang.say(
            "Thank you. Whatever comes to you for {name} is marked so. To end it early: /away",
            name=name(one.person),
        )
    return Reply(
        words=paragraphs(lines(who(lang, one, today), _state(lang, one)), thanks),
        buttons=((end,),) if one.is_open and one.state is not AwayState.ASKED else (),
    )


def stands(lang: Language) -> str:
    """Nothing was changed."""
    return lang.label("Nothing was changed; this is how it stands.")


def away_card(lang: Language, card: AwayCard) -> Reply:
    """What one of the two is told."""
    one = card.away
    pair = who(lang, one, card.today)
    match card.event:
        case AwayEvent.ASKED:
            return _question(lang, card)
        case AwayEvent.CONFIRMED:
            words = lines(lang.say("👍 {name} has agreed", name=name(one.deputy)), pair)
        case AwayEvent.DECLINED:
            words = lines(
                lang.say("{name} cannot stand in for you", name=name(one.deputy)),
                lang.say("Everything still comes to you. Ask somebody else: /away"),
            )
        case AwayEvent.UNANSWERED:
            words = lang.say(
                "{name} has not answered whether to stand in for you. Everything still comes to "
                "you: /away",
                name=name(one.deputy),
            )
        case AwayEvent.ENDED_EARLY:
            words = lines(lang.say("🔚 Ended early"), pair, _state(lang, one))
        case AwayEvent.HANDED_BACK:
            words = lines(lang.say("🔚 Handed back"), pair, _state(lang, one))
        case AwayEvent.LOST:
            words = lang.say(
                "{name} can no longer be reached and does not stand in for you any more. "
                "Everything comes to you again: /away",
                name=name(one.deputy),
            )
    return Reply(words=words)


def _question(lang: Language, card: AwayCard) -> Reply:
    one = card.away
    if not card.may_answer:
        return moved(lang, one, card.today, is_deputy=True)
    return Reply(
        words=paragraphs(
            bold(lang.say("{name} asks you to stand in", name=name(one.person))),
            spoken_days(lang, one.first_day, one.last_day, card.today),
            lang.say(
                "During these days the reminders, reviews and rights of this office are yours too."
            ),
        ),
        buttons=(
            (
                Button(label=labels.confirm(lang), data=press("away_yes", one.id, one.version)),
                Button(label=labels.cannot(lang), data=press("away_no", one.id, one.version)),
            ),
        ),
    )
