"""Create empty files, links and folders in folders without end."""

# %%
made = 0
try:
    while True:
        os.mkdir(f"/tmp/{made}")
        os.symlink("x" * 200, f"/tmp/{made}/link")
        os.mknod(f"/tmp/{made}/file")
        os.link(f"/tmp/{made}/file", f"/tmp/{made}/hard")
        made += 4
except OSError:
    breach_if(made > 100_000, "files")

# %%
try:
    for _ in range(3000):
        os.mkdir("d" * 100)
        os.chdir("d" * 100)
except OSError:
    pass
