"""Links from the work folder to what is outside, for someone else to follow.

Nothing of the work folder is ever opened by a process outside the sandbox.
"""

# %%
for number, path in enumerate([*WORLD["secret_files"], "/etc/shadow", "/proc/2/environ"]):
    attempt(os.symlink, path, f"link{number}")
    breach_if(attempt(Path(f"link{number}").read_bytes), path)
    breach_if(
        attempt(os.link, path, f"hard{number}") is None and os.path.exists(f"hard{number}"), path
    )
os.symlink("/", "root")
os.symlink("loop", "loop")
os.mkfifo("fifo")
for target in ("/usr/bin/env", os.__file__):
    attempt(os.link, target, "mine")
    breach_if(os.path.exists("mine"), "a hard link to the system")

# %%
import shutil

for name in ("notebook.ipynb", "\udcff\n", "-rf", "x" * 255, "a\\b", "CON", "'; rm -rf /"):
    attempt(Path(name).write_text, "x")
os.mkdir("closed")
os.chmod("closed", 0)
shutil.rmtree("/tmp", ignore_errors=True)
shutil.rmtree("/home/student", ignore_errors=True)
