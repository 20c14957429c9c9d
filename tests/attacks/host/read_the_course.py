"""Open the hidden tests, another submission, the gradebook and the home folder, by all names.

No such file is there, nor a way past what hides it.
"""

# %%
for path in WORLD["secret_files"]:
    ways = [path, f"/proc/1/root{path}", f"/proc/self/root{path}", f"/proc/1/cwd/../..{path}"]
    ways += ["../" * 30 + path, f"/oldroot{path}", f"/newroot{path}", f"/host{path}"]
    for way in ways:
        breach_if(attempt(Path(way).read_bytes), way)
        breach_if(os.path.lexists(way), way)

# %%
for folder in ("source", "submitted", "autograded", "feedback", "release"):
    breach_if(attempt(os.listdir, f"{WORLD['course']}/{folder}"), folder)
import glob

for pattern in (
    "/*/*/source",
    "/*/*/*.db",
    "/home/*/.ssh",
    "/root/.bash*",
    "/var/*",
    "/etc/*shadow*",
):
    breach_if(glob.glob(pattern), pattern)
