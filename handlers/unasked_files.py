"""A file that no dialogue waits for: its name says what it is."""

from domain.permission import Policy
from handlers import config, rosters
from handlers.context import Context
from handlers.registry import draft
from handlers.routing import UNASKED_FILE


@draft(UNASKED_FILE, Policy.ADMINISTRATOR)
async def take_file(context: Context) -> None:
    """A configuration by its ending; anything else that an administrator sends is a roster."""
    document = context.update.message.document if context.update.message else None
    if document is None:
        return
    if (document.file_name or "").lower().endswith((".yaml", ".yml")):
        await config.take_file(context, document)
    else:
        await rosters.take_file(context, document)
