"""A file that no dialogue waits for: its name says what it is."""

from domain.permission import Policy
from handlers import config, holiday_files, rosters
from handlers.context import Context
from handlers.registry import draft
from handlers.routing import UNASKED_FILE


@draft(UNASKED_FILE, Policy.ADMINISTRATOR)
async def take_file(context: Context) -> None:
    """By its ending: a configuration, a list of holidays, else a roster."""
    document = context.update.message.document if context.update.message else None
    if document is None:
        return
    name = (document.file_name or "").lower()
    if name.endswith((".yaml", ".yml")):
        await config.take_file(context, document)
    elif name.endswith(".json"):
        await holiday_files.take_file(context, document)
    else:
        await rosters.take_file(context, document)
