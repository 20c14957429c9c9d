"""Access lists let their author go on writing, also what is made in a folder: copies have none."""

import os
import struct
from pathlib import Path

AUTHOR = 54_321
NOBODY = 0xFFFFFFFF
LIST = struct.pack("<I", 2) + b"".join(
    struct.pack("<HHI", tag, may, who)
    for tag, may, who in (
        (0x01, 7, NOBODY),  # the owner
        (0x02, 7, AUTHOR),
        (0x04, 5, NOBODY),  # the group
        (0x10, 7, NOBODY),  # the most that any but the owner may
        (0x20, 5, NOBODY),  # others
    )
)
"""As of `setfacl -m u:54321:rwx`."""


def damage(submission: Path) -> None:
    os.setxattr(submission / "01.ipynb", "system.posix_acl_access", LIST)
    for folder in (submission, submission / "inner"):
        os.setxattr(folder, "system.posix_acl_access", LIST)
        os.setxattr(folder, "system.posix_acl_default", LIST)
