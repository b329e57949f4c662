"""The reference: a stock PTB application that answers a press and edits the message, no memory."""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes


async def check_in(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("签到成功")
    await query.edit_message_text("<b>教职工政治学习</b>\n✅ 已签到", parse_mode="HTML")


def main(api_url: str, token: str) -> None:
    builder = Application.builder().token(token).base_url(f"{api_url}/bot")
    # It tries nothing twice, so it must be patient, or some are never answered.
    patient = builder.pool_timeout(60).connect_timeout(60).read_timeout(60).write_timeout(60)
    application: Application[Any, Any, Any, Any, Any, Any] = patient.concurrent_updates(
        True
    ).build()
    application.add_handler(CallbackQueryHandler(check_in))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
