"""Promises checked against production's numbers: text in, findings out. Pure; reads no file and shows nothing."""

from kb.desk.promises.check import check_promise
from kb.desk.promises.ground import Ground, ground_of

__all__ = ["Ground", "check_promise", "ground_of"]
