"""What can be pressed about terms, elections and offices that change hands."""

from handlers import election_lists, handovers, term_answers, terms
from handlers.registry import PressRoute

PRESSES: tuple[PressRoute, ...] = (
    terms.turn_page,
    terms.show,
    terms.send_ledger,
    term_answers.vote,
    term_answers.elected,
    term_answers.say,
    term_answers.choose_holder,
    term_answers.confirm,
    term_answers.discard,
    term_answers.take_back,
    term_answers.take_back_answer,
    election_lists.show,
    election_lists.tick,
    election_lists.write,
    handovers.show,
    handovers.show_part,
)
