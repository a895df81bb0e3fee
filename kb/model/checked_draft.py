"""A draft with what was found in it; computes nothing."""

from dataclasses import dataclass

from kb.model.draft import Draft
from kb.model.promise import Checked


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft, checked."""

    draft: Draft
    checked: Checked
