"""Messages between processes: each its length, whether the sender leaves after it, and its bytes."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass, field

LARGEST = 256 << 20
"""Bytes of a message; what claims to be longer is none of ours."""
_HEAD = struct.Struct("!Q?")
_AT_ONCE = 1 << 20


class Nonsense(Exception):
    """What arrived is no message."""


def send(descriptor: int, data: bytes, *, leaves: bool = False) -> None:
    """Write a message, however long that takes; raises `BrokenPipeError` where nobody reads."""
    waiting = memoryview(_HEAD.pack(len(data), leaves) + data)
    while waiting:
        waiting = waiting[os.write(descriptor, waiting) :]


@dataclass(slots=True)
class Inbox:
    """What has arrived through a pipe and was not taken yet."""

    descriptor: int
    is_closed: bool = False
    _data: bytearray = field(default_factory=bytearray)

    def fill(self) -> None:
        """Read what there is, or wait for something; raises `Nonsense`."""
        arrived = os.read(self.descriptor, _AT_ONCE)
        self.is_closed = not arrived
        self._data += arrived
        if len(self._data) >= _HEAD.size and _HEAD.unpack_from(self._data)[0] > LARGEST:
            raise Nonsense

    @property
    def has_message(self) -> bool:
        """Whether one has arrived whole."""
        return len(self._data) >= _HEAD.size and len(self._data) >= _HEAD.size + _HEAD.unpack_from(self._data)[0]

    def take(self) -> tuple[bytes, bool]:
        """Return the message that has arrived, and whether its sender leaves after it."""
        length, leaves = _HEAD.unpack_from(self._data)
        whole = _HEAD.size + length
        message = bytes(self._data[_HEAD.size : whole])
        del self._data[:whole]
        return message, leaves

    def next(self) -> bytes | None:
        """Wait for a message and return it, or None when there are no more."""
        while not self.has_message:
            self.fill()
            if self.is_closed:
                return None
        return self.take()[0]
