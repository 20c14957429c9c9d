"""Leave files and changes where the next submission would run them.

The honest notebook afterwards finds empty folders, and NumPy as it was.
"""

# %%
import sys

evil = "raise SystemExit('poisoned')\n"
config = {
    "HOME": os.environ["HOME"],
    "MPL": os.environ["MPLCONFIGDIR"],
    "IPY": os.environ["IPYTHONDIR"],
}
for folder in (*config.values(), "/tmp", "/dev/shm", "/cache", "."):
    for name in (
        "sitecustomize.py",
        "numpy.py",
        "matplotlibrc",
        ".pdbrc",
        ".pythonrc.py",
        ".netrc",
        "profile_default/startup/00.py",
        "profile_default/history.sqlite",
        ".bashrc",
        "fontlist-v390.json",
        "torch.py",
        "usercustomize.py",
        ".local/lib/evil.pth",
    ):
        path = Path(folder, name)
        attempt(path.parent.mkdir, parents=True, exist_ok=True)
        attempt(path.write_text, evil)

# %%
import builtins
import numpy

numpy.add = numpy.sum = builtins.sum = builtins.abs = lambda *_: 0
os.environ.update(
    PYTHONSTARTUP="/tmp/sitecustomize.py", PYTHONPATH="/tmp", LD_PRELOAD="/tmp/evil.so"
)
numpy.ones(3)[0:1].setflags(write=True)
ctypes.memset(id(256) + 24, 7, 1)  # the small integer 256 is now 7
sys.path.insert(0, "/tmp")
