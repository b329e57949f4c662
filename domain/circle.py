"""Whom of a unit an activity is for: everybody, who holds certain offices, or carries tags."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from domain.activity_details import NOTHING
from domain.audience import Audience, OwnerKind
from domain.audience_words import EACH, ROLES, SEPARATORS
from domain.office import Role


@dataclass(frozen=True, kw_only=True)
class Circle:
    """As in the audience of a duty any office and any tag will do, and who is named by both must
    match both. An office counts where it is held, a tag where its bearer is at home; in the unit
    and below it, or with `own_unit_only` in the unit itself.
    """

    roles: tuple[Role, ...] = ()
    tags: tuple[str, ...] = ()
    own_unit_only: bool = False

    @property
    def is_everybody(self) -> bool:
        """Whether nobody of the unit and those below it is left out."""
        return self == EVERYBODY


EVERYBODY = Circle()


@dataclass(frozen=True, kw_only=True)
class CircleRead:
    """What the words say; nothing is taken where one of them is unknown."""

    circle: Circle | None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CircleChoice:
    """An office, or a tag, that somebody of a unit has; `words` say the same as its button."""

    code: str
    words: str
    role: Role | None = None
    tag: str = ""
    people: int = 0


def choice_of_role(role: Role, people: int) -> CircleChoice | None:
    """None for an office that no word stands for."""
    words = next((word for word, one in ROLES.items() if one is role), None)
    if words is None:
        return None
    return CircleChoice(code=role.value, words=words, role=role, people=people)


def choice_of_tag(tag: str, people: int) -> CircleChoice:
    """A button carries no text of a roster, so its code is worked out from the tag."""
    code = f"t{blake2b(tag.encode(), digest_size=8).hexdigest()}"
    return CircleChoice(code=code, words=f"标签：{tag}", tag=tag, people=people)


EVERYBODY_CHOICE = CircleChoice(code="all", words="所有人")
OWN_UNIT_CHOICE = CircleChoice(code="own", words="仅本单位")


_PARENTHESES = re.compile(r"[()（）]")
_LABELLED_TAG = re.compile(r"^(?:tags?\b|tagged\b|标签)\s*[:：]?\s*(?:为|是)?\s*", re.IGNORECASE)
_EDGES = " \t.。：:“”\"'"
_ALL = frozenset(
    {
        *("所有人", "全体人员", "所有人员", "全部人员", "全体", "全部", "大家"),
        *("all", "everybody", "everyone"),
    }
)
_OWN = re.compile(
    r"[仅只限]{0,2}(?:本单位|本级|本部门)(?:人员)?"
    r"|(?:only )?(?:this|own|the) unit(?: only)?|unit only|only own unit",
    re.IGNORECASE,
)


def read_circle(words: str, known_tags: Collection[str]) -> CircleRead:
    """Such as 委员、书记, committee members (this unit only), tag activist; “-” is everybody."""
    text = " ".join(words.split())
    if text in NOTHING:
        return CircleRead(circle=EVERYBODY)
    tags = {tag.casefold(): tag for tag in known_tags}
    is_office = EACH.sub("", text).casefold() in ROLES
    if not is_office and (whole := _tag(text, tags)) is not None:
        return CircleRead(circle=Circle(tags=(whole,)))
    circle, is_all, unknown = EVERYBODY, False, []
    listed = SEPARATORS.split(_PARENTHESES.sub(",", words))
    for one in dict.fromkeys(part.strip(_EDGES) for part in listed):
        taken = _take(circle, one, tags)
        is_all |= one.casefold() in _ALL
        if one and taken is None:
            unknown.append(one)
        circle = taken or circle
    if unknown or not (is_all or circle != EVERYBODY):
        return CircleRead(circle=None, unknown=tuple(unknown) or (text,))
    return CircleRead(circle=replace(circle, roles=(), tags=()) if is_all else circle)


def _take(circle: Circle, word: str, tags: Mapping[str, str]) -> Circle | None:
    bare = EACH.sub("", word)
    tag = _tag(word, tags) or _tag(bare, tags)
    if word.casefold() in _ALL:
        return circle
    if _OWN.fullmatch(word):
        return replace(circle, own_unit_only=True)
    if (role := ROLES.get(bare.casefold())) is not None:
        return replace(circle, roles=tuple(dict.fromkeys((*circle.roles, role))))
    return replace(circle, tags=tuple(dict.fromkeys((*circle.tags, tag)))) if tag else None


def _tag(word: str, tags: Mapping[str, str]) -> str | None:
    return tags.get(word.casefold()) or tags.get(_LABELLED_TAG.sub("", word).casefold())


def circle_of(audience: Audience) -> Circle | None:
    """The people whom a duty chooses by what they are; None where it chooses otherwise."""
    if audience.owner is not OwnerKind.PERSON or audience.people or audience.except_people:
        return None
    return Circle(roles=audience.roles, tags=audience.tags)


def circle_to_data(circle: Circle) -> dict[str, Any] | None:
    """Plain JSON; None is everybody."""
    if circle.is_everybody:
        return None
    return {
        "roles": [role.value for role in circle.roles],
        "tags": list(circle.tags),
        "own_unit_only": circle.own_unit_only,
    }


def circle_from_data(data: Mapping[str, Any] | None) -> Circle:
    """The circle again; ValueError for an unknown office."""
    if not data:
        return EVERYBODY
    return Circle(
        roles=tuple(Role(role) for role in data["roles"]),
        tags=tuple(data["tags"]),
        own_unit_only=data["own_unit_only"],
    )
