"""The checksum of all rooms, BLAKE2b, taken where `hashlib` has it from; knows nothing of what is summed up.

`hashlib` itself loads OpenSSL first, which is 3.4 MiB of memory for functions that nobody calls here.
"""

try:
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - a Python that was built without its own
    from hashlib import blake2b

__all__ = ["blake2b"]
