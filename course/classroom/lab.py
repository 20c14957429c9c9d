"""JupyterLab on a learner's own copy of the notebooks, in `work/`: made once, and never written over."""

import os
import sys
from pathlib import Path

from course.classroom import files, notebooks

RELEASE = notebooks.SOURCE.parent / "release"
WORK = notebooks.SOURCE.parent / "work"


def copy_new(release: Path, work: Path) -> None:
    """Copy to ``work`` what it does not have of ``release``; what it has stays as it is."""
    for file in filter(Path.is_file, sorted(release.rglob("*"))):
        own = work / file.relative_to(release)
        own.parent.mkdir(parents=True, exist_ok=True)
        files.copy_once(file, own)


def lab(work: Path) -> None:
    """Open JupyterLab on ``work``, until it is closed. The command `course` works in it."""
    from jupyterlab.labapp import LabApp

    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    os.chdir(notebooks.SOURCE.parent)  # where Validate finds the course's settings
    options = [f"--ServerApp.root_dir={work}"]
    if os.name == "posix":  # a login shell would set another PATH
        shell = {"shell_command": [os.environ.get("SHELL", "sh")]}
        options.append(f"--ServerApp.terminado_settings={shell}")
    LabApp.launch_instance(options)
