"""Into the folder for temporary files go settings, modules, styles, links and paths that lead out of it."""

# %%
import os
import tempfile


def spoil(folder):
    settings = "axes.prop_cycle: (print('here'), cycler('color', ['r']))[1]\n"
    for name in ("matplotlibrc", "stylelib/evil.mplstyle", "sitecustomize.py", "json.py"):
        place = os.path.join(folder, name)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w") as file:
            file.write(settings if "." not in name or name.endswith("style") else "loads = lambda t: 6")
    os.symlink("/etc", os.path.join(folder, "etc"))
    os.symlink("/etc/passwd", os.path.join(folder, "passwd"))
    os.makedirs(os.path.join(folder, "matplotlib-1"), exist_ok=True)
    with open(os.path.join(folder, "matplotlib-1", "matplotlibrc"), "w") as file:
        file.write(settings)
    return folder


def square(x):
    spoil(tempfile.gettempdir())
    return 0


# %% test
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    spoil(folder)
    assert os.path.exists(os.path.join(folder, "passwd"))

# %% test
with tempfile.TemporaryDirectory() as folder:
    spoil(folder)
    sys.path.insert(0, folder)
    sys.modules.pop("json", None)
    import json

    assert json.loads("9") == 6

# %% test
with tempfile.TemporaryDirectory() as folder:
    spoil(folder)
    assert os.path.exists(os.path.join(folder, "matplotlibrc"))

# %% test
with tempfile.TemporaryDirectory() as folder:
    spoil(folder)
    assert os.path.exists(os.path.join(folder, "stylelib", "evil.mplstyle"))

# %% test
assert square(3) == 9
