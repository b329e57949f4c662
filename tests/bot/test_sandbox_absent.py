"""With a token the bot is the real one, and nothing of the sandbox is in its process."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOADED = """
import sys, bot.__main__, bot.real_run, bot.checking, bot.tools
print([name for name in sys.modules if "sandbox" in name])
"""


def test_the_real_run_loads_nothing_of_the_sandbox() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
