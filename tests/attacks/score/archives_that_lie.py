"""An archive that a test unpacks names files outside of the folder that it is unpacked to."""

# %%
import io
import tarfile


def pack(name):
    with tarfile.open(name, "w") as archive:
        for path in ("../outside.txt", "folder/../../outside.txt"):
            file = tarfile.TarInfo(path)
            file.size = 4
            archive.addfile(file, io.BytesIO(b"evil"))


def pack_well(name):
    with tarfile.open(name, "w") as archive:
        file = tarfile.TarInfo("inside.txt")
        file.size = 4
        archive.addfile(file, io.BytesIO(b"good"))


# %% test
import contextlib
import os
import shutil

pack("packed.tar")
with contextlib.suppress(Exception):
    shutil.unpack_archive("packed.tar", "below")
assert os.path.exists("outside.txt")

# %% test kept
pack_well("packed.tar")
shutil.unpack_archive("packed.tar", "below")
assert open("below/inside.txt").read() == "good"
