"""The countries that are named in words about a calendar, with the days that are known of them."""

import asyncio
from dataclasses import dataclass

from actions.calendar_seeds import years_around
from domain.calendar_words import ChooseCountry, Said, Statement
from domain.public_holiday import CountryLists
from handlers.context import Context
from papers.holiday_library import known_countries, read_country
from texts.countries import find_country


@dataclass(frozen=True, kw_only=True)
class Countries:
    """Statements whose countries have their letters, and the days of those countries."""

    statements: tuple[Statement, ...]
    lists: tuple[CountryLists, ...]


async def find_countries(context: Context, said: Said) -> Countries | str:
    """The statements with the letters of their countries; the words that name none."""
    statements: list[Statement] = []
    lists: list[CountryLists] = []
    for one in said.statements:
        if isinstance(one, ChooseCountry) and one.words is not None:
            code = find_country(one.words, await asyncio.to_thread(known_countries))
            if code is None:
                return one.words
            years = years_around(context.place.today(context.now()))
            lists.append(await asyncio.to_thread(read_country, code, years))
            statements.append(ChooseCountry(words=code))
        else:
            statements.append(one)
    return Countries(statements=tuple(statements), lists=tuple(lists))
