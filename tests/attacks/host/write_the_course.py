"""Write to the gradebook, the course's files, the home folder and everywhere in the system."""

# %%
for path in WORLD["secret_files"]:
    if not path.startswith("/tmp/"):  # there, a new file would be the sandbox's own
        breach_if(attempt(open, path, "a"), path)
    attempt(os.unlink, path)
    attempt(os.truncate, path, 0)
    attempt(os.chmod, path, 0o777)
    attempt(os.rename, path, path + "~")
for folder in (
    "/",
    "/etc",
    "/usr",
    "/usr/bin",
    "/var/tmp",
    "/root",
    "/run",
    "/opt",
    "/srv",
    "/home",
    "/dev",
):
    breach_if(attempt(open, f"{folder}/{WORLD['mark']}", "w"), folder)

# %%
import sqlite3

attempt(os.makedirs, WORLD["course"])  # a folder of this name here is another one
database = attempt(sqlite3.connect, f"{WORLD['course']}/gradebook.db")
if database:
    attempt(database.execute, "create table grade (score)")
    attempt(database.commit)
for place in ("/tmp", "/dev/shm", "/home/student"):
    Path(place, WORLD["mark"]).write_text("mine")
