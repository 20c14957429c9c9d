"""The exchange between real Unix accounts: the round of docs/exchange.md, and what can go wrong."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from textwrap import dedent

import nbformat
import pytest

from course.classroom import notebooks
from course.classroom.cases import Case
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from helpers import accounts, boxed
from helpers.accounts import Machine

pytestmark = [pytest.mark.flow, boxed.needed]

ROOT = notebooks.SOURCE.parent
PAGE = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
NAME = "01-by-hand"
NOTEBOOK = f"{NAME}/{NAME}.ipynb"
EXCHANGE = "/srv/nbgrader/exchange"
INBOUND = f"{EXCHANGE}/downhill/inbound"
COURSE = "/home/instructor/downhill"

SUM_FOR_MEAN = "def gradient(x, y_pred, y):\n    return (2 * x * (y_pred - y)).sum()"
ADA = Student("ada", "All right.", ("*",), (), {})
BEN = Student(
    "ben",
    "Knows too little about means.",
    (f"{NAME}/forward", f"{NAME}/mse_loss"),
    (Case(NAME, "gradient", "sum-for-mean", "", SUM_FOR_MEAN),),
    {},
)
BEN_EARNS = 4


def follow(machine: Machine, title: str, who: str = "", as_: str = "") -> str:
    """Type the commands of a section of the page; all of them work. Returns what they print.

    Args:
        who: type those of this account only.
        as_: the account that types them; the page's own when left out.
    """
    section = PAGE.split(f"## {title}\n")[1].split("\n## ")[0]
    printed = ""
    for account, folder, command in re.findall(r"^(\w+):(\S+)\$ (.+)$", section, re.MULTILINE):
        if not who or account == who:
            account = as_ or account
            cwd = folder.replace("~", f"/home/{account}")
            done = machine.run(account, "sh", "-c", command, cwd=cwd)
            assert done.returncode == 0, f"{command}\n{done.stdout}"
            printed += done.stdout
    return printed


def both(machine: Machine, title: str) -> dict[str, str]:
    """`follow` for both students at once: what each of them sees."""
    with ThreadPoolExecutor() as pool:
        seen = {who: pool.submit(follow, machine, title, "ada", who) for who in ("ada", "ben")}
        return {who: printed.result() for who, printed in seen.items()}


def settings(title: str) -> str:
    """The settings that a section of the page shows."""
    return re.search(r"```python\n(.+?)```", PAGE.split(f"## {title}\n")[1], re.DOTALL)[1]


def write(machine: Machine, account: str, inside: str, text: str) -> None:
    """Make a file of the account's, and the folders that it takes."""
    path = machine.path(inside)
    machine.run(account, "mkdir", "-p", Path(inside).parent)
    path.write_text(text, encoding="utf-8")
    machine.run("root", "chown", f"{account}:{account}", inside)


def work(machine: Machine, account: str, student: Student) -> None:
    """Answer the fetched notebook of ``account`` as ``student`` does."""
    path = machine.path(f"/home/{account}/{NOTEBOOK}")
    notebook = nbformat.read(path, as_version=4)
    roster.answer(notebook, student, NAME, roster.solutions(notebooks.path(NAME)))
    nbformat.write(notebook, path)


def open_course(machine: Machine) -> None:
    """Give everybody their settings, and the instructor a course folder with one assignment."""
    for account in accounts.PEOPLE:
        shown = settings("Set up, once")
        write(machine, account, f"/home/{account}/.jupyter/nbgrader_config.py", shown)
    config = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8") + settings(
        "Collect and grade"
    )
    write(machine, "instructor", f"{COURSE}/nbgrader_config.py", config)
    for part in (NOTEBOOK, "header.ipynb"):
        text = (ROOT / "source" / part).read_text(encoding="utf-8")
        write(machine, "instructor", f"{COURSE}/source/{part}", text)


def nbgrader(machine: Machine, account: str, *arguments: str, cwd: str = "") -> tuple[int, str]:
    """Exit status of an nbgrader command, and what it said; never a traceback."""
    folder = cwd or {"instructor": COURSE}.get(account, "")
    done = machine.run(account, "nbgrader", *arguments, cwd=folder)
    assert "Traceback" not in done.stdout, done.stdout
    return done.returncode, done.stdout


def grade(machine: Machine) -> tuple[int, str]:
    """`course grade`, by the instructor."""
    done = machine.run("instructor", "course", "grade", NAME, cwd=COURSE)
    assert "Traceback" not in done.stdout, done.stdout
    return done.returncode, done.stdout


def marks(machine: Machine) -> dict[str, list[float]]:
    """Points and late penalty of each student in the gradebook."""
    code = f"""
        import json
        from nbgrader.api import Gradebook
        with Gradebook("sqlite:///gradebook.db", "downhill") as gradebook:
            found = gradebook.assignment_submissions({NAME!r})
            print(json.dumps({{s.student_id: [s.score, s.late_submission_penalty] for s in found}}))
    """
    done = machine.run("instructor", "python", "-c", dedent(code), cwd=COURSE)
    return json.loads(done.stdout.splitlines()[-1])


def submissions(machine: Machine, account: str) -> list[Path]:
    """What lies in the exchange for ``account``, the oldest first, hidden files included."""
    return sorted(
        p for p in machine.path(INBOUND).iterdir() if account in p.name or p.name[0] == "."
    )


def collected(machine: Machine, student: str) -> Path:
    return machine.path(f"{COURSE}/submitted/{student}/{NAME}")


def pack(machine: Machine) -> bytes:
    """All homes and the exchange."""
    return subprocess.run(
        machine.command("root", "tar", "-c", "home", "srv", cwd="/"),
        check=True,
        capture_output=True,
    ).stdout


def unpack(machine: Machine, packed: bytes) -> None:
    command = machine.command("root", "tar", "-xp", "--same-owner", cwd="/")
    subprocess.run(command, check=True, input=packed)


@pytest.fixture(scope="module")
def round_() -> dict:
    """The whole round, as on the page: what was printed, and the state after each step."""
    kept = {}
    with accounts.machine() as machine:
        follow(machine, "Set up, once")
        open_course(machine)
        follow(machine, "Release")
        kept["fetches"] = both(machine, "Fetch")
        for account, student in {"ada": ADA, "ben": BEN}.items():
            kept[account] = machine.path(f"/home/{account}/{NOTEBOOK}").read_bytes()
            work(machine, account, student)
        kept["marks before"] = marks(machine)
        kept["fetched"] = pack(machine)
        kept["validates"] = both(machine, "Validate")
        for account in ("ada", "ben"):
            follow(machine, "Submit", "ada", as_=account)
        [folder] = submissions(machine, "ada")
        due = (folder / "timestamp.txt").read_text()
        nbgrader(machine, "instructor", "db", "assignment", "add", NAME, f"--duedate={due}")
        kept["submitted"] = pack(machine)
        follow(machine, "Collect and grade")
        kept["marks"] = marks(machine)
        kept["graded"] = pack(machine)
        follow(machine, "Hand back")
        follow(machine, "Hand back", "ada", as_="ben")
        kept["handed back"] = pack(machine)
    return kept


@pytest.fixture
def machine_where(round_: dict) -> Iterator[Callable[..., Machine]]:
    """A machine in the state that the round had after a step; the folders named are small disks."""
    with ExitStack() as stack:

        def make(step: str, *small: str) -> Machine:
            machine = stack.enter_context(accounts.machine())
            for folder in small:
                machine.run("root", "mkdir", "-p", folder)
                machine.run("root", "mount", "-t", "tmpfs", "-o", "size=8m", "small", folder)
            unpack(machine, round_[step])
            return machine

        yield make


def fill(machine: Machine, folder: str) -> None:
    """Leave no room on the small disk that is mounted on ``folder``."""
    machine.run("root", "sh", "-c", f"cat /dev/zero > {folder}/filler")


def make_room(machine: Machine, folder: str) -> None:
    machine.path(f"{folder}/filler").unlink()


def test_students_find_what_was_released(round_: dict) -> None:
    release = (ROOT / "release" / NOTEBOOK).read_bytes()
    for account in ("ada", "ben"):
        assert f"downhill {NAME}" in round_["fetches"][account]
        assert round_[account] == release


def test_validate_tells_right_from_wrong(round_: dict) -> None:
    assert "Success! Your notebook passes all the tests." in round_["validates"]["ada"]
    assert "you summed" in round_["validates"]["ben"]


def test_a_student_whom_nobody_entered_is_graded_and_a_late_one_loses_points(round_: dict) -> None:
    assert round_["marks before"] == {}
    assert round_["marks"] == {"ada": [25, 0], "ben": [BEN_EARNS, BEN_EARNS]}


def test_autograde_takes_the_same_penalty(machine_where: Callable) -> None:
    machine = machine_where("submitted")
    assert nbgrader(machine, "instructor", "collect", NAME)[0] == 0
    assert nbgrader(machine, "instructor", "autograde", NAME, "--student=ben")[0] == 0
    assert marks(machine) == {"ben": [BEN_EARNS, BEN_EARNS]}


def test_students_get_their_own_feedback_and_see_nothing_of_others(
    machine_where: Callable,
) -> None:
    machine = machine_where("handed back")
    for account, words in {"ada": "25.0", "ben": "you summed"}.items():
        [page] = machine.path(f"/home/{account}/{NAME}/feedback").glob("*/*.html")
        assert words in page.read_text(encoding="utf-8")
    feedback = f"{EXCHANGE}/downhill/feedback"
    for folder in (INBOUND, feedback, "/home/ada", "/home/instructor"):
        done = machine.run("ben", "ls", folder)
        assert done.returncode != 0 and "Permission denied" in done.stdout, done.stdout


def test_a_student_may_submit_twice_and_the_newer_one_is_collected(machine_where: Callable) -> None:
    machine = machine_where("submitted")
    [first] = submissions(machine, "ben")
    work(machine, "ben", ADA)
    assert nbgrader(machine, "ben", "submit", NAME)[0] == 0
    kept = submissions(machine, "ben")
    assert len(kept) == 2 and first in kept
    assert nbgrader(machine, "instructor", "collect", NAME, "--student=ben")[0] == 0
    newer = machine.path(f"/home/ben/{NOTEBOOK}").read_bytes()
    assert (collected(machine, "ben") / f"{NAME}.ipynb").read_bytes() == newer


def test_what_is_submitted_after_grading_is_graded_and_the_mark_stands_until_then(
    machine_where: Callable,
) -> None:
    machine = machine_where("graded")
    work(machine, "ben", ADA)
    nbgrader(machine, "ben", "submit", NAME)
    before = marks(machine)
    status, said = nbgrader(machine, "instructor", "collect", NAME)
    assert status == 0 and f"Collected before, use --update to replace it: ben {NAME}" in said
    assert "0 graded, 2 unchanged" in grade(machine)[1]
    status, said = nbgrader(machine, "instructor", "collect", "--update", NAME)
    assert status == 0 and f"Collected before, nothing newer: ada {NAME}" in said
    assert marks(machine) == before
    assert "1 graded, 1 unchanged" in grade(machine)[1]
    assert marks(machine) == before | {"ben": [25, 25]}


def test_what_is_not_there_cannot_be_fetched(machine_where: Callable) -> None:
    machine = machine_where("fetched")
    status, said = nbgrader(machine, "ada", "fetch_assignment", "02-autograd")
    assert status == 1
    assert "02-autograd has not been released; `nbgrader list` shows what has." in said
    status, said = nbgrader(machine, "ada", "fetch_feedback", NAME)
    assert status == 1 and "No feedback has been released yet." in said


def test_fetching_twice_keeps_the_work(machine_where: Callable) -> None:
    machine = machine_where("fetched")
    mine = machine.path(f"/home/ada/{NOTEBOOK}").read_bytes()
    status, said = nbgrader(machine, "ada", "fetch_assignment", NAME)
    assert (
        status == 1
        and f"You already have a copy of the assignment in this directory: {NAME}" in said
    )
    assert machine.path(f"/home/ada/{NOTEBOOK}").read_bytes() == mine


def test_what_is_not_the_assignment_is_not_submitted(machine_where: Callable) -> None:
    machine = machine_where("fetched")
    status, said = nbgrader(machine, "ada", "submit", NAME, cwd=f"/home/ada/{NAME}")
    assert status == 1 and f"There is no folder {NAME} here; go to the one" in said
    folder = machine.path(f"/home/ada/{NAME}")
    (folder / f"{NAME}.ipynb").rename(folder / "mine.ipynb")
    status, said = nbgrader(machine, "ada", "submit", NAME)
    assert status == 1
    assert f"{NAME}.ipynb: MISSING" in said and "mine.ipynb: EXTRA" in said
    (folder / "mine.ipynb").unlink()
    status, said = nbgrader(machine, "ada", "submit", NAME)
    assert status == 1 and f"{NAME}.ipynb: MISSING" in said
    assert submissions(machine, "ada") == []


def test_a_full_exchange_takes_a_submission_whole_or_not_at_all(machine_where: Callable) -> None:
    machine = machine_where("fetched", "/srv")
    mine = machine.path(f"/home/ada/{NOTEBOOK}").read_bytes()
    fill(machine, "/srv")
    status, said = nbgrader(machine, "ada", "submit", NAME)
    assert status == 1 and "No space left on device" in said
    assert "Nothing was submitted, and your notebook is as it was." in said
    assert submissions(machine, "ada") == []
    assert (
        list(machine.path("/home/ada/.local/share/jupyter/nbgrader_cache/downhill").iterdir()) == []
    )
    assert machine.path(f"/home/ada/{NOTEBOOK}").read_bytes() == mine
    make_room(machine, "/srv")
    assert nbgrader(machine, "ada", "submit", NAME)[0] == 0
    [submission] = submissions(machine, "ada")
    assert (submission / f"{NAME}.ipynb").read_bytes() == mine


def test_a_full_exchange_keeps_what_was_released(machine_where: Callable) -> None:
    machine = machine_where("fetched", "/srv")
    released = machine.path(f"{EXCHANGE}/downhill/outbound")
    fill(machine, "/srv")
    status, said = nbgrader(machine, "instructor", "release_assignment", "--force", NAME)
    assert status == 1 and "No space left on device" in said
    assert "what was released before is as it was" in said
    assert [path.name for path in released.iterdir()] == [NAME]
    assert (released / NOTEBOOK).read_bytes() == (ROOT / "release" / NOTEBOOK).read_bytes()


def test_a_full_home_fetches_and_submits_nothing(machine_where: Callable) -> None:
    machine = machine_where("fetched", "/home/ben")
    mine = machine.path(f"/home/ben/{NOTEBOOK}").read_bytes()
    fill(machine, "/home/ben")
    status, said = nbgrader(machine, "ben", "submit", NAME)
    assert status == 1 and "Nothing was submitted, and your notebook is as it was." in said
    assert submissions(machine, "ben") == []
    assert machine.path(f"/home/ben/{NOTEBOOK}").read_bytes() == mine
    machine.path(f"/home/ben/{NAME}").rename(machine.path("/home/ben/elsewhere"))
    status, said = nbgrader(machine, "ben", "fetch_assignment", NAME)
    assert status == 1 and "Nothing was fetched." in said
    assert not machine.path(f"/home/ben/{NAME}").exists()
    make_room(machine, "/home/ben")
    assert nbgrader(machine, "ben", "fetch_assignment", NAME)[0] == 0


def test_an_exchange_without_write_permission_is_named(machine_where: Callable) -> None:
    machine = machine_where("fetched")
    for folder, words in {
        INBOUND: "You don't have write permissions",
        EXCHANGE: "Unwritable",
    }.items():
        machine.path(folder).chmod(0o755)
        status, said = nbgrader(machine, "ada", "submit", NAME)
        assert status == 1 and words in said and folder in said


def test_a_full_course_folder_keeps_submissions_and_marks_until_there_is_room(
    machine_where: Callable,
) -> None:
    machine = machine_where("graded", COURSE)
    before = marks(machine)
    old = (collected(machine, "ben") / f"{NAME}.ipynb").read_bytes()
    work(machine, "ben", ADA)
    nbgrader(machine, "ben", "submit", NAME)

    fill(machine, COURSE)
    status, said = nbgrader(machine, "instructor", "collect", "--update", NAME)
    assert status == 1 and "Not collected: ben: No space left on device" in said
    assert "1 of 2 submissions could not be collected. They are still in the exchange" in said
    assert (collected(machine, "ben") / f"{NAME}.ipynb").read_bytes() == old
    assert [path.name for path in collected(machine, "ben").parent.iterdir()] == [NAME]

    make_room(machine, COURSE)
    assert nbgrader(machine, "instructor", "collect", "--update", NAME)[0] == 0
    newer = machine.path(f"/home/ben/{NOTEBOOK}").read_bytes()
    assert (collected(machine, "ben") / f"{NAME}.ipynb").read_bytes() == newer

    machine.run("instructor", "rm", "-r", f"{COURSE}/autograded/ben")  # would make room
    fill(machine, COURSE)
    _, said = grade(machine)
    assert "is full; make room, and the same command goes on from here" in said, said
    assert marks(machine) == before

    make_room(machine, COURSE)
    assert "1 graded, 1 unchanged" in grade(machine)[1]
    assert marks(machine) == before | {"ben": [25, 25]}


def test_nobody_submits_as_another_or_keeps_others_from_being_collected(
    machine_where: Callable,
) -> None:
    machine = machine_where("submitted")
    future = "2100-01-01 00:00:00.000000 UTC+x"
    for name in (f"ada+{NAME}+{future}", f"carla+{NAME}+{future}", f"ben+{NAME}+never+x"):
        machine.run("ben", "cp", "-r", f"/home/ben/{NAME}", f"{INBOUND}/{name}")
    from_elsewhere = f"{INBOUND}/dora+{NAME}+{future}"
    machine.run("root", "cp", "-r", f"/home/ben/{NAME}", from_elsewhere)
    machine.run("root", "chown", "-R", "60999", from_elsewhere)
    solutions = f"{COURSE}/source/{NAME}"
    machine.run("ben", "ln", "-s", solutions, f"{INBOUND}/ben+{NAME}+{future}")
    status, said = nbgrader(machine, "instructor", "collect", NAME)
    assert status == 1
    assert f"Not collected: carla: 'carla+{NAME}+{future}' was handed in by ben." in said
    assert "Not collected: ben: a link was handed in instead of a folder." in said
    mine = machine.path(f"/home/ada/{NOTEBOOK}").read_bytes()
    assert (collected(machine, "ada") / f"{NAME}.ipynb").read_bytes() == mine
    assert not collected(machine, "ben").exists()
    assert collected(machine, "dora").exists()  # nobody here knows whose it is


SWAP = """
import os, sys
secret, name = sys.argv[1:]
while True:
    open("file", "w").write("mine")
    os.replace("file", name)
    os.symlink(secret, "link")
    os.replace("link", name)
"""
"""Puts a link in a file's place and a file in the link's, for ever."""


def test_nothing_runs_as_the_instructor_and_nothing_of_theirs_is_collected(
    machine_where: Callable,
) -> None:
    machine = machine_where("submitted")
    [mine] = submissions(machine, "ada")
    inside = f"{INBOUND}/{mine.name}"
    machine.run("ada", "cp", "/usr/bin/id", f"{inside}/program")
    machine.run("ada", "chmod", "6755", f"{inside}/program", f"{inside}/{NAME}.ipynb")
    machine.run("ada", "chmod", "7777", inside)
    [other] = submissions(machine, "ben")
    secret = f"{COURSE}/source/{NOTEBOOK}"
    machine.run("ben", "ln", "-s", secret, f"{INBOUND}/{other.name}/data.csv")
    swapping = subprocess.Popen(
        machine.command(
            "ben", "python", "-c", SWAP, secret, "data.csv", cwd=f"{INBOUND}/{other.name}"
        )
    )
    try:
        for _ in range(5):
            status, said = nbgrader(machine, "instructor", "collect", "--update", NAME)
            assert status == 0 or re.search(r"Not collected: ben: '\w+(\.csv)?' (is|was) ", said), (
                said
            )
            for path in machine.path(f"{COURSE}/submitted").rglob("*"):
                assert not path.is_symlink() and not path.lstat().st_mode & 0o7022, path
                assert path.lstat().st_uid == accounts.PEOPLE["instructor"]
            data = collected(machine, "ben") / "data.csv"
            assert not data.exists() or data.read_text() in ("", "mine")
            machine.run("instructor", "rm", "-rf", f"{COURSE}/submitted/ben")
    finally:
        swapping.kill()
        swapping.wait()
    assert collected(machine, "ada").joinpath("program").exists()
    grade(machine)
    assert marks(machine)["ada"] == [25, 0]
    assert nbgrader(machine, "instructor", "generate_feedback", NAME)[0] == 0
    assert nbgrader(machine, "instructor", "release_feedback", NAME)[0] == 0
    for folder in (f"{COURSE}/autograded", f"{COURSE}/feedback", f"{EXCHANGE}/downhill/feedback"):
        found = list(machine.path(folder).rglob("*"))
        assert found and not any(path.lstat().st_mode & 0o7022 for path in found)


def test_what_a_student_sends_as_a_secret_costs_nobody_else_their_feedback(
    machine_where: Callable,
) -> None:
    machine = machine_where("handed back")
    released = machine.path(f"{EXCHANGE}/downhill/feedback")
    secret = machine.path(f"{COURSE}/feedback/ada/{NAME}/submission_secret.txt")
    for content, words in ((b"", "is empty"), (b"x" * 1_001, "larger than 1000 bytes")):
        for page in released.iterdir():
            page.unlink()
        secret.write_bytes(content)
        status, said = nbgrader(machine, "instructor", "release_feedback", NAME)
        assert status == 1 and "Not released: ada: " in said and words in said
        assert len(list(released.iterdir())) == 1
    follow(machine, "Hand back", "ada", as_="ben")


def test_feedback_of_others_is_released_when_one_did_not_come_through_the_exchange(
    machine_where: Callable,
) -> None:
    machine = machine_where("handed back")
    machine.path(f"{COURSE}/feedback/ada/{NAME}/submission_secret.txt").unlink()
    released = machine.path(f"{EXCHANGE}/downhill/feedback")
    for page in released.iterdir():
        page.unlink()
    status, said = nbgrader(machine, "instructor", "release_feedback", NAME)
    assert status == 0 and "Not handed in through the exchange" in said
    assert len(list(released.iterdir())) == 1
    status, said = nbgrader(machine, "instructor", "release_feedback", "02-autograd")
    assert status == 1 and "run `nbgrader generate_feedback 02-autograd`" in said
