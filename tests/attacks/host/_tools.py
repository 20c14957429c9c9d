"""The first cell of each attack. ``WORLD`` says where things are, so that none need be found:

secret_files: paths; course: the folder of a course; mark: a word that the instructor's own processes
have; processes: ids; port: on 127.0.0.1, TCP and UDP; socket: the path of one; abstract: the name of
another; terminal: the path of the instructor's.
"""

import ctypes
import os
import platform
from pathlib import Path

from course.grading.sandbox.seccomp import AUDIT_ARCH, REFUSED

libc = ctypes.CDLL(None, use_errno=True)
SECRET = rb"secret-of-the-host-[0-9a-f]{32}"


def attempt(function, *arguments, **named):
    """What ``function`` returns, None if it raises."""
    try:
        return function(*arguments, **named)
    except Exception:
        return None


def breach_if(got, what):
    """Tell that something was got which must not be."""
    if got:
        print("BREACH:", what, repr(got)[:200])


def system_call(name, *arguments):
    """Whether the kernel did it."""
    number = REFUSED[name][list(AUDIT_ARCH).index(platform.machine())]
    return number is not None and kernel(number, *arguments) >= 0


def kernel(number, *arguments):
    """A system call by its number."""
    longs = [a if isinstance(a, bytes) else ctypes.c_long(a) for a in arguments]
    return libc.syscall(ctypes.c_long(number), *longs)


def in_a_child(function):
    """Run ``function`` in a process of its own, and do not wait."""
    pid = os.fork()
    if pid == 0:
        try:
            function()
        finally:
            os._exit(0)
    return pid
