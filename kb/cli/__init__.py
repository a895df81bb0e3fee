"""The commands: a thin shell, one file a command. Opens a session, asks, shows, leaves with an exit code."""

import gc

# A short run makes little garbage, and each look for it takes milliseconds: measured, 0.7 times `python -c pass` a
# search. It stands here because the libraries that come next make the most objects.
gc.set_threshold(100_000)
