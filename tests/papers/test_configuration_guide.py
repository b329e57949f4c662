"""The example of the guide is a file that the bot takes."""

import re
from pathlib import Path

from domain.configuration import ConfigurationReading
from papers.config_files import read_config

GUIDE = Path(__file__).parent.parent.parent / "docs" / "configuration.md"


def test_the_example_in_the_guide_can_be_read() -> None:
    found = re.search(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    assert isinstance(read_config(found[1].encode()), ConfigurationReading)
