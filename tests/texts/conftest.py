"""A sweep also draws words and numbers from the constants of all code that is loaded.

All of it is loaded here, so that a test tries alone what it tries in the whole suite.
"""

from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = (
    "actions",
    "bot",
    "domain",
    "handlers",
    "papers",
    "sandbox",
    "schedules",
    "storage",
    "texts",
    "web",
)

for room in ROOMS:
    for source in sorted((ROOT / room).rglob("*.py")):
        parts = source.relative_to(ROOT).with_suffix("").parts
        if not {"__main__", "__init__", "migrations"} & set(parts):
            import_module(".".join(parts))
