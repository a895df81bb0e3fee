"""How tests read what a handbook holds for its search only."""

import json
import re

from kb.render.packed_words import unpacked


def packed_text(html: str) -> str:
    """The wordings of customers, as they were before they were packed; empty for what is no handbook."""
    data = re.search(r"id=kb-data>(.*?)</script>", html)
    return str(unpacked(json.loads(data.group(1))["wordings"])) if data else ""
