"""What the project says of itself in several places is the same everywhere."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from helpers import hostile_pages

ROOT = Path(__file__).parents[1]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LIBRARIES = (ROOT / "docs" / "libraries.md").read_text(encoding="utf-8")
LAYOUT, _ = CONTRIBUTING.split("## What lies where")[1].split("\n## ", maxsplit=1)


def test_the_version_is_the_same_wherever_it_stands() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d\S*) - \d{4}-\d\d-\d\d$", changelog, re.MULTILINE)[1]
    assert citation["version"] == newest == project["version"]
    assert citation["authors"] == project["authors"]
    assert citation["title"].lower() == project["name"]


@pytest.mark.parametrize("text", [LAYOUT, LIBRARIES], ids=["layout", "libraries"])
def test_every_file_and_folder_that_a_page_lists_is_there(text: str) -> None:
    rows = re.findall(r"^\| (`.+?`) \|", text, re.MULTILINE)
    named = re.findall("`(.+?)`", " ".join(rows))
    assert named
    for name in named:
        found = [*ROOT.glob(name), *(ROOT / "course").glob(name)]
        assert found, f"there is no {name}"


@pytest.mark.parametrize("command", [["check", "--ignore=D"], ["format", "--check"]])
def test_what_a_class_hands_in_changes_nothing_that_ruff_finds(
    tmp_path: Path, command: list[str]
) -> None:
    """A package of the same name as a folder of the class's is sorted as if there were no such folder."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    theirs = [f"{name}/ada/01/x.py" for name in ("submitted", "autograded", "feedback", "work")]
    for name in ("course/__init__.py", "tests/helpers/__init__.py", *theirs):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("import   os" if name in theirs else "")
    ours = "import pytest\nimport submitted\n\nfrom course import data\nfrom helpers import boxed\n"
    uses = "\nprint(pytest, submitted, data, boxed)\n"
    (tmp_path / "tests" / "test_x.py").write_text(ours + uses)
    argv = [sys.executable, "-m", "ruff", *command, "--no-cache"]
    done = subprocess.run(argv, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_page_on_grading_counts_the_attacks() -> None:
    attacks = ROOT / "tests" / "attacks"
    counts = {
        kind.name: len(list(kind.glob("[!_]*.py"))) for kind in attacks.iterdir() if kind.is_dir()
    }
    counts["score/honest_*"] = len(list(attacks.glob("score/honest_*.py")))
    counts["score"] -= counts["score/honest_*"]
    pieces = [hostile_pages.pieces(path.stem) for path in hostile_pages.BANK.glob("*.toml")]
    counts["pages"] = sum(map(len, pieces))
    page = (ROOT / "docs" / "grading.md").read_text(encoding="utf-8")
    said = re.findall(r"^\| `([\w*/]+?)/?` \|.*\| (\d+) \|$", page, re.MULTILINE)
    assert {kind: int(number) for kind, number in said} == counts
