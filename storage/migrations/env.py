"""Alembic's way in: it runs on the connection that storage.schema hands over."""

from alembic import context
from sqlmodel import SQLModel

import storage.tables

assert storage.tables is not None  # noqa: S101  # Importing the package fills the metadata.

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    # storage.schema has opened the one transaction that all steps share.
    transactional_ddl=False,
)
context.run_migrations()
