"""Bytes that tell when they were damaged: what is handed to a salesperson is never shown with a flipped bit."""

from zlib import crc32

_SEAL = 4


def sealed(data: bytes) -> bytes:
    """The bytes behind their CRC-32."""
    return crc32(data).to_bytes(_SEAL, "big") + data


def unsealed(data: bytes) -> bytes | None:
    """The bytes that were sealed; None where they are not as they were."""
    content = data[_SEAL:]
    return content if len(data) >= _SEAL and crc32(content).to_bytes(_SEAL, "big") == data[:_SEAL] else None
