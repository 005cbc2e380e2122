"""Calls of a function in; what each returned, or what became of its process, out. Nothing that a call does harms us.

A call runs in a process of its own session: bounded in memory, time and the size of files, ended with all that it has
started, and where that is wanted shut in by the kernel, so that it reads what it needs and writes nothing that stays.
"""
