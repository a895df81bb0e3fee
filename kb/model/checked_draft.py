"""A draft with what was found in it; computes nothing."""

from typing import NamedTuple

from kb.model.draft import Draft
from kb.model.promise import Checked


class CheckedDraft(NamedTuple):
    """A draft, checked."""

    draft: Draft
    checked: Checked
