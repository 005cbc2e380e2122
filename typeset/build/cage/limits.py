"""What a process may use, in; this process, bound to it, out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may use: bytes of memory, seconds of computing, seconds by the clock, bytes of a file.

    The memory is address space beyond what the process starts with. Three times what the longest CV takes, with
    WeasyPrint, PDFium and every font at once, would be half of it.
    """

    memory: int = 3 << 29
    computing: int = 60
    clock: float = 120.0
    file: int = 64 << 20


def bind(limits: Limits) -> None:
    """Bound this process, but for its time; the programs that it starts may set bounds of their own."""
    import resource  # which Windows has not

    memory = _address_space() + limits.memory
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, limits.file), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def allow(seconds: int) -> None:
    """Let this process compute for so many seconds more, and no longer: then the kernel ends it with SIGXCPU."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until, hard = int(used.ru_utime + used.ru_stime) + seconds + 1, resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (until if hard == resource.RLIM_INFINITY else min(until, hard), hard))


def _address_space() -> int:
    """Return the bytes of address space in use, as far as the system tells."""
    if sys.platform != "linux":
        return 0
    import resource

    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
