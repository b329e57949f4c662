"""An administrator who makes a duty, and the duty that he made."""

from domain.duty import Duty
from sandbox.chats import Person
from storage import duties
from tests.harness.scenes import Organisation
from tests.harness.world import World

CHINESE, ENGLISH = "zh-hans", "en"


def administrator(world: World, scene: Organisation, language: str) -> Person:
    """The administrator's phone, in a language."""
    return world.give_phone(scene.people["何静"], "何静", language=language)


def only_duty(world: World) -> Duty:
    """The one duty that there is."""
    [made] = world.look(duties.find_all)
    return made
