"""What the command line says about ready plans."""

from collections.abc import Sequence

from domain.bilingual import Bilingual
from domain.preset import PresetKind
from texts.languages import Language
from texts.words import Words, name


def no_such_plan(lang: Language, plan: str, known: Sequence[str]) -> Words:
    """A name that no plan has."""
    return lang.say(
        "There is no plan {plan}. There are: {known}.", plan=plan, known=_listed(lang, known)
    )


def no_such_kind(lang: Language, kind: str, present: Sequence[str]) -> Words:
    """A kind that neither the plan nor the organisation knows."""
    return lang.say(
        "There is no kind {kind}. Your kinds are: {present}.",
        kind=kind,
        present=_listed(lang, present),
    )


def unmatched(lang: Language, asked: PresetKind, present: Sequence[str]) -> Words:
    """No unit of the organisation is meant by an abstract kind."""
    return lang.say(
        "No kind is meant by {role}: nobody would owe anything. Say --kind {role}=…; your kinds "
        "are: {present}.",
        role=asked.role,
        present=_listed(lang, present),
    )


def chosen_kinds(lang: Language, asked: PresetKind, kinds: Sequence[str]) -> Words:
    """What an abstract kind was taken to mean."""
    return lang.say("{role}: {kinds}", role=asked.role, kinds=_listed(lang, kinds))


def already_installed(lang: Language) -> Words:
    """Twice changes nothing."""
    return lang.say("This plan is installed already; nothing was changed.")


def installed(lang: Language, duties: int) -> Words:
    """The plan runs."""
    return lang.many("Installed: {count} duty.", "Installed: {count} duties.", duties)


def nobody_owes(lang: Language, duty: Bilingual) -> Words:
    """A duty that was left out."""
    title = lang.choose(zh=duty.zh, en=duty.en)
    return lang.say("Left out, nobody would owe it: {duty}", duty=name(title))


def there_already(lang: Language, duty: Bilingual, plan: Bilingual) -> Words:
    """A duty that would remind a second time."""
    return lang.say(
        "Left out, a duty of this name is there from the plan “{plan}”: {duty}. /preset takes it "
        "beside that one.",
        duty=name(lang.choose(zh=duty.zh, en=duty.en)),
        plan=name(lang.choose(zh=plan.zh, en=plan.en)),
    )


def _listed(lang: Language, items: Sequence[str]) -> Words:
    return lang.list_of([name(one) for one in items]) if items else lang.say("none")
