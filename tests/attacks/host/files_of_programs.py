"""Run programs of one's own: compiled, downloaded, from memory, from /dev/shm."""

# %%
import shutil
import subprocess

shutil.copy(shutil.which("true"), "/dev/shm/program")
os.chmod("/dev/shm/program", 0o4755)
subprocess.run(["/dev/shm/program"])  # is allowed, and gains nothing
code = f"import os; print(open('{WORLD['secret_files'][0]}').read())"
for program in ("python3", "perl", "bash"):
    subprocess.run([program, "-c", code], capture_output=True)
done = (
    subprocess.run(["setarch", "-R", "true"], capture_output=True)
    if shutil.which("setarch")
    else None
)
breach_if(done and done.returncode == 0, "another personality")
