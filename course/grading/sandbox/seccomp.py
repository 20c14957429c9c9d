"""The system calls that a student's code may not make."""

import errno
import platform
import struct
from fcntl import F_NOTIFY, F_OFD_SETLK, F_OFD_SETLKW, F_SETLEASE, F_SETLK, F_SETLKW
from socket import AF_UNIX, SO_RCVBUF, SO_SNDBUF

from course.grading.sandbox import kernel

AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""How the kernel names the machines that the table below is for."""

REFUSED = {
    # reach into another process
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    # change what is mounted, or the namespaces
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "open_tree_attr": (467, 467),
    "unshare": (272, 97),
    "setns": (308, 268),
    # files by handle, past the folders that hide them
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    # memory that is charged to no process and no file system of ours
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "vmsplice": (278, 75),
    "landlock_create_ruleset": (444, 444),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "io_setup": (206, 0),
    # onto cores where others run
    "sched_setaffinity": (203, 122),
    # keys of the instructor's session
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    # large or old parts of the kernel that a notebook has no use for
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "fanotify_init": (300, 262),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "lookup_dcookie": (212, 18),
    "nfsservctl": (180, 42),
    "personality": (135, 92),
    "modify_ldt": (154, None),
    "uselib": (134, None),
    # the machine itself
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "clock_adjtime": (305, 266),
    "syslog": (103, 116),
    "vhangup": (153, 58),
    "iopl": (172, None),
    "ioperm": (173, None),
}
"""Refused whatever their arguments: numbers on x86_64 and on aarch64."""

NEWEST = 467
"""The last call that this table was made for; numbers are the same on all machines by now.

What Linux learns later is refused until somebody has looked at it. The C library goes on without.
"""

CLONE = (56, 220)
CLONE3 = (435, 435)
MMAP = (9, 222)
SOCKET = (41, 198)
SOCKETPAIR = (53, 199)
SETSOCKOPT = (54, 208)
FCNTL = (72, 25)
FLOCK = (73, 32)
IOCTL = (16, 29)
SETRLIMIT = (160, 164)
PRLIMIT64 = (302, 261)

NEW_NAMESPACES = 0x7E020000
"""All of clone's flags CLONE_NEW*."""

SHARED_ANONYMOUS = 0x21
"""mmap's MAP_SHARED and MAP_ANONYMOUS."""

MAP_HUGETLB = 0x40000

SO_ATTACH_FILTER = 26
SO_ATTACH_BPF = 50

TIOCSTI, TIOCLINUX, TIOCSETD = 0x5412, 0x541C, 0x5423
"""They type into a terminal, and have the kernel load a driver for one."""

RLIMIT_CPU = 0

X32 = 0x40000000
"""Set in the number of an x86_64 call that takes 32-bit pointers."""

F_SETDELEG = 1040
"""fcntl's, since Linux 6.19: a lease on a folder."""

_LOAD, _AND, _EQUAL, _GREATER, _ANY_BIT, _RETURN = 0x20, 0x54, 0x15, 0x25, 0x45, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data

Instruction = tuple[int, int, int, int]
"""Operation, jump if true, jump if false, operand."""


def install() -> None:
    """Refuse them to this process and its children from now on.

    Raises:
        OSError: the kernel does not take the filter.
        KeyError: there is no table for this machine.
    """
    kernel.filter_system_calls(program(platform.machine()))


def program(machine: str) -> bytes:
    """The filter in classic BPF.

    It begins by loading the call's number. Each part compares it and either decides, or goes on with
    the number still loaded; what no part refused is allowed.
    """
    column = list(AUDIT_ARCH).index(machine)
    instructions = [
        *_known_machine(AUDIT_ARCH[machine]),
        *_known_calls(),
        *_refused(column),
        *_new_namespaces(column),
        *_sockets(column),
        *_uncounted(column),
        *_terminals(column),
        *_processor_time(column),
        _allow(),
    ]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in instructions)


def _known_machine(architecture: int) -> list[Instruction]:
    """Kill whoever makes calls of another machine, whose numbers mean something else."""
    return [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_ANY_BIT, 0, 1, X32),
        _refuse(errno.ENOSYS),
    ]


def _known_calls() -> list[Instruction]:
    """Refuse what is newer than the table."""
    return [(_GREATER, 0, 1, NEWEST), _refuse(errno.ENOSYS)]


def _refused(column: int) -> list[Instruction]:
    """Refuse what is refused whatever its arguments."""
    numbers = [n for each in REFUSED.values() if (n := each[column]) is not None]
    refused = [part for number in numbers for part in _when(number, [_refuse()])]
    # clone3's flags are out of a filter's reach; the C library then uses clone. A lock of a whole
    # file is one that the host and other candidates meet; who takes locks tells a file system
    # without them by this reason, and goes on, where any other may be asked for ever.
    for number in (CLONE3[column], FLOCK[column]):
        refused += _when(number, [_refuse(errno.ENOSYS)])
    return refused


def _new_namespaces(column: int) -> list[Instruction]:
    """Refuse new processes in namespaces of their own."""
    then = [_argument(0), (_ANY_BIT, 0, 1, NEW_NAMESPACES), _refuse(), _allow()]
    return _when(CLONE[column], then)


def _sockets(column: int) -> list[Instruction]:
    """Refuse sockets that lead out of the machine."""
    then = [_argument(0), (_EQUAL, 1, 0, AF_UNIX), _refuse(errno.EACCES), _allow()]
    return _when(SOCKET[column], then) + _when(SOCKETPAIR[column], then)


def _uncounted(column: int) -> list[Instruction]:
    """Refuse what would be charged to no process."""
    parts = []
    # What waits in a socket is charged to no process, and so are filters.
    for option in (SO_SNDBUF, SO_RCVBUF, SO_ATTACH_FILTER, SO_ATTACH_BPF):
        parts += _when_argument(SETSOCKOPT[column], 2, option, _refuse())
    # Nothing bounds how many locks there are. They are granted without being kept.
    for command in (F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW):
        parts += _when_argument(FCNTL[column], 1, command, _refuse(reason=0))
    # On files of the system these make others wait, and tell what others do.
    for command in (F_SETLEASE, F_SETDELEG, F_NOTIFY):
        parts += _when_argument(FCNTL[column], 1, command, _refuse())
    # Shared memory stays in use, uncounted, when a process lets go of its pages; huge pages are
    # not counted at all.
    mapping = [
        _argument(3),
        (_ANY_BIT, 0, 1, MAP_HUGETLB),
        _refuse(),
        (_AND, 0, 0, SHARED_ANONYMOUS),
        (_EQUAL, 0, 1, SHARED_ANONYMOUS),
        _refuse(),
        _allow(),
    ]
    return parts + _when(MMAP[column], mapping)


def _terminals(column: int) -> list[Instruction]:
    """Refuse what types into a terminal, or has a driver loaded for one."""
    requests = (TIOCSTI, TIOCLINUX, TIOCSETD)
    return [
        part
        for request in requests
        for part in _when_argument(IOCTL[column], 1, request, _refuse())
    ]


def _processor_time(column: int) -> list[Instruction]:
    """Refuse a new limit on processor time.

    Who is over it is killed as from outside, which is to stay a sign that it was not the student.
    """
    limit = [
        _argument(1),
        (_EQUAL, 0, 5, RLIMIT_CPU),
        _argument(2),  # null asks for the limit and sets none
        (_ANY_BIT, 2, 0, 0xFFFFFFFF),
        (_LOAD, 0, 0, _ARGUMENTS + 2 * 8 + 4),
        (_ANY_BIT, 0, 1, 0xFFFFFFFF),
        _refuse(),
        _allow(),
    ]
    old = _when_argument(SETRLIMIT[column], 0, RLIMIT_CPU, _refuse())
    return old + _when(PRLIMIT64[column], limit)


def _when(number: int, then: list[Instruction]) -> list[Instruction]:
    return [(_EQUAL, 0, len(then), number), *then]


def _when_argument(number: int, index: int, value: int, then: Instruction) -> list[Instruction]:
    load = (_LOAD, 0, 0, _NUMBER)
    return _when(number, [_argument(index), (_EQUAL, 0, 1, value), then, load])


def _argument(index: int) -> Instruction:
    """Load the lower half of an argument; the kernel ignores the other one in all that we look at."""
    return (_LOAD, 0, 0, _ARGUMENTS + 8 * index)


def _refuse(reason: int = errno.EPERM) -> Instruction:
    return (_RETURN, 0, 0, _REFUSE | reason)


def _allow() -> Instruction:
    return (_RETURN, 0, 0, _ALLOW)
