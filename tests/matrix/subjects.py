"""What a press may be about that belongs to somebody else."""

from collections.abc import Callable, Iterator

from tests.matrix.scene import Role, Scene

Subjects = Callable[[Scene, Role], Iterator[str]]


def nothing(_scene: Scene, _role: Role) -> Iterator[str]:
    """A press that is about the presser alone."""
    yield "0"


def ids(scene: Scene, role: Role) -> Iterator[str]:
    """One id: of everything foreign in every table, and of nothing at all."""
    yield from map(str, (*scene.foreign_ids(role), scene.duties[0], 0))


def dialogues(scene: Scene, role: Role) -> Iterator[str]:
    """The dialogues of somebody else, and none."""
    yield from map(str, (*scene.foreign_dialogues(role), 0))


def pairs(scene: Scene, role: Role) -> Iterator[str]:
    """Somebody else's dialogue, and a unit, a duty or a small number."""
    for first in scene.foreign_dialogues(role):
        for second in (scene.units["branch"], scene.units["other_branch"], scene.duties[0], 0):
            yield f"{first}-{second}"


def attendances(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign activity with anybody, and an own one with somebody foreign."""
    own, strange = scene.things["branch"]["activity"], scene.foreign_ids(role)
    yield from (f"{one}-{person}" for one in strange for person in scene.people.values())
    if role is not Role.SIBLING:
        yield from (f"{own}-{one}" for one in strange)


def marks(scene: Scene, role: Role) -> Iterator[str]:
    """The same, said to be here."""
    yield from (f"{one}-here" for one in attendances(scene, role))


def reasons(scene: Scene, role: Role) -> Iterator[str]:
    """An activity and a reason."""
    yield from (f"{one}-ill" for one in scene.foreign_ids(role))


def proofs(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign activity and a way of checking in."""
    yield from (f"{one}-wall" for one in scene.foreign_ids(role))


def acts(scene: Scene, role: Role) -> Iterator[str]:
    """What others owe, and its first act."""
    yield from (f"{one}-0" for one in scene.foreign_ids(role))


def happenings(scene: Scene, role: Role) -> Iterator[str]:
    """A duty, somebody else's unit, and a day."""
    yield from (f"{scene.duties[0]}-{one}-20261102" for one in scene.foreign_ids(role))


def scopes(scene: Scene, role: Role) -> Iterator[str]:
    """A unit, with and without a duty."""
    for one in scene.foreign_ids(role):
        yield str(one)
        yield f"{one}-{scene.duties[0]}"


def problems(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign obligation and what the problem with it is."""
    yield from (f"{one}-time" for one in scene.foreign_ids(role))


def targets(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign obligation to rule on, and a duty by whose silent units nobody was told."""
    yield from (f"i{one}" for one in scene.foreign_ids(role))
    yield f"d{scene.duties[0]}"


def deliveries(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign unit, with and without a duty and a kind, and a month."""
    for one in scene.foreign_ids(role):
        yield from (f"{one}-{part}-2026-11" for part in ("0", scene.duties[0], "0-0", f"0-{one}"))


def years(_scene: Scene, _role: Role) -> Iterator[str]:
    """A year, of which everybody has his own, and none."""
    yield from ("2026", "1")


def ledgers(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign unit and a period."""
    yield from (f"{one}-{key}" for one in scene.foreign_ids(role) for key in ("2026-H2", "2026"))


def extensions(scene: Scene, role: Role) -> Iterator[str]:
    """The same with working days."""
    yield from (f"{target}-3" for target in targets(scene, role))


def waivers(scene: Scene, role: Role) -> Iterator[str]:
    """The same with a reason."""
    yield from (f"{target}-other" for target in targets(scene, role))


def beside(*words: str) -> Subjects:
    """Everything foreign, each with one of these words."""

    def subjects(scene: Scene, role: Role) -> Iterator[str]:
        yield from (f"{one}-{word}" for one in scene.foreign_ids(role) for word in words)

    return subjects


def sign_days(_scene: Scene, _role: Role) -> Iterator[str]:
    """A day and one of its two times, of which everybody has his own."""
    yield "20261102-coming"


def signs(after: str) -> Subjects:
    """A day, somebody foreign, and what is said about him."""

    def subjects(scene: Scene, role: Role) -> Iterator[str]:
        yield from (f"20261102-{one}{after}" for one in scene.foreign_ids(role))

    return subjects


def languages(_scene: Scene, _role: Role) -> Iterator[str]:
    """The language spoken already."""
    yield "zh"


def hours(_scene: Scene, _role: Role) -> Iterator[str]:
    """Half past seven."""
    yield "450"


def remindings(_scene: Scene, _role: Role) -> Iterator[str]:
    """Early."""
    yield "all"


def plans(_scene: Scene, _role: Role) -> Iterator[str]:
    """A ready plan, and none."""
    yield from ("education-starter", "none")


def rules(_scene: Scene, _role: Role) -> Iterator[str]:
    """A rule of check-in, and none."""
    yield from ("photo", "none")


def calendars(scene: Scene, role: Role) -> Iterator[str]:
    """A foreign unit and a year."""
    yield from (f"{one}-2026" for one in scene.foreign_ids(role))


def told_apart(*words: str) -> Subjects:
    """The dialogues of somebody else, each with one of these words."""

    def subjects(scene: Scene, role: Role) -> Iterator[str]:
        yield from (f"{one}-{word}" for one in scene.foreign_dialogues(role) for word in words)

    return subjects
