"""`course judge`: answers in a file are told what they would be told when they are handed in."""

import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import nbformat
import pytest

from course.check import messages
from course.classroom import answer_file, judge, notebooks
from course.classroom.answer_file import Answer
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.classroom.judge import Exercise, Kind, Told
from course.grading import secret, workers
from course.grading.execute import WorkerDiedError
from course.grading.job import Job
from course.grading.problem import Problem
from course.grading.workers import Settings
from helpers import boxed, small_courses
from helpers.cases import Case, bank
from test_crashes import end, shown

CONFIDED = [] if boxed.SANDBOXED else ["--no-sandbox"]
RIGHT = "def update(w, dw, lr):\n    return w - lr * dw"
UPHILL = "def update(w, dw, lr):\n    return w + lr * dw"
UPDATE = "01-by-hand/update"
EITHER = f"# %% {UPDATE}: downhill: right\n{RIGHT}\n\n\n# %% update: uphill\n{UPHILL}\n"
BOTH = [Answer(UPDATE, "downhill: right", RIGHT), Answer("update", "uphill", UPHILL)]
OBJECTS = [
    {"exercise": "update", "assignment": "01-by-hand", "label": "downhill: right", "code": RIGHT},
    {"exercise": "update", "label": "uphill", "code": UPHILL, "who": 7},
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder without a secret."""
    folder = tmp_path_factory.mktemp("course")
    demo.prepare(folder, notebooks.assignments())
    return folder


@pytest.fixture(scope="module")
def known(folder: Path) -> list[Exercise]:
    return judge.exercises(Course(folder), b"")


def course_judge(folder: Path, *arguments: object) -> subprocess.CompletedProcess:
    code = "from course.classroom.command import main; main()"
    command = [sys.executable, "-c", code, "judge", *CONFIDED, *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.mark.parametrize(
    "text",
    [
        EITHER,
        f"\ufeff\n{EITHER}",
        json.dumps(OBJECTS),
        "\n".join(map(json.dumps, OBJECTS)) + "\n",
    ],
    ids=["text", "text with a byte order mark", "JSON", "JSON, an object a line"],
)
def test_answers_are_read_from_text_and_from_json(tmp_path: Path, text: str) -> None:
    (tmp_path / "answers").write_text(text, encoding="utf-8")
    assert answer_file.read(tmp_path / "answers") == BOTH


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no answer; each begins with a line like `# %% 01-by-hand/gradient: label`"),
        ("[]", "holds no answer"),
        (RIGHT, "above its first answer there should be a line like"),
        (f"import x\n{EITHER}", "above its first answer"),
        (f"{EITHER}# %% update\nx", "the line `# %% update` should be like"),
        (f"{EITHER}#%% update: x\nx", "the line `#%% update: x` should be like"),
        (f"# %% 01-by-hand update: x\n{RIGHT}", "update: x` should be like"),
        ("[1", "is neither a list in JSON nor an object a line: Expecting"),
        ("[" * 100_000, "is neither a list in JSON nor"),
        ('{"exercise": 1}', 'answer 1 should be like {"exercise": "…", "label": "…", "code": "…"}'),
        (json.dumps([OBJECTS[0], [RIGHT]]), "answer 2 should be like"),
        ("\xff".encode("latin-1"), "is not a text in UTF-8"),
    ],
)
def test_a_file_that_is_written_in_another_way_is_told_how(
    tmp_path: Path, content: str | bytes, words: str
) -> None:
    path = tmp_path / "answers"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(Problem) as problem:
        answer_file.read(path)
    assert words in str(problem.value)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("01-by-hand/gradient", "01-by-hand/gradient"),
        ("numerical_gradient", "01-by-hand/numerical_gradient"),
        ("02-autograd/forward", "02-autograd/forward"),
    ],
)
def test_an_exercise_is_found_by_its_name(known: list[Exercise], asked: str, place: str) -> None:
    assert judge.find(known, Answer(asked, "", "")).place == place


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("forward", "is in several notebooks; write 01-by-hand/forward or 02-autograd/forward."),
        (
            "gradeint",
            "no tests for the exercise 'gradeint' of 'mine'; write such as 01-by-hand/gra",
        ),
        ("03/gradient", "write such as 01-by-hand/gradient."),
        ("reflection", "no tests for the exercise 'reflection'"),
        ("", "no tests for the exercise ''"),
    ],
)
def test_another_name_is_told_what_to_write(known: list[Exercise], asked: str, words: str) -> None:
    with pytest.raises(Problem, match=re.escape(words)):
        judge.find(known, Answer(asked, "mine", ""))


def test_exercises_of_several_notebooks_are_told_apart(tmp_path: Path) -> None:
    demo.prepare(tmp_path / "course", ["01-by-hand"])
    source = tmp_path / "course" / "source"
    shutil.rmtree(source / "01-by-hand")
    for assignment, names in small_courses.ASSIGNMENTS.items():
        (source / assignment).mkdir()
        for name in names:
            nbformat.write(small_courses.source(name), source / assignment / f"{name}.ipynb")
    places = [each.place for each in judge.exercises(Course(tmp_path / "course"), b"")]
    trio = [f"trio/{name}" for name in ("alpha/mean", "beta/total", "gamma/largest")]
    assert places == ["solo/least", *trio, "twin/answer", "twin/two/answer"]


def test_what_an_answer_says_does_nothing_to_the_terminal() -> None:
    told = judge.shown(UPDATE, "\x1b[2Jgone\r", Told(Kind.ERROR, "E\x1b]0;title\x07: a\nb" * 999))
    assert told.replace("\n", "").isprintable()
    assert len(told) < 1_200
    assert max(map(len, told.splitlines())) <= 88


def test_the_last_line_counts() -> None:
    told = [Told(Kind.RIGHT), Told(Kind.NAMED), Told(Kind.NAMED), Told(Kind.TO_DO)]
    counts = "1 accepted, 2 told by name, 0 told in general, 1 still to do, 0 without a verdict."
    assert judge.counted(told) == counts


def test_a_file_that_is_not_there_and_a_folder_without_a_course_are_told(
    folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.py"):
        judge.run(folder, tmp_path / "nothing.py", jobs=1, sandboxed=False)
    with pytest.raises(Problem, match=r"no nbgrader_config\.py"):
        judge.run(tmp_path, tmp_path / "nothing.py", jobs=1, sandboxed=False)


def test_without_a_file_one_line_says_what_is_missing(folder: Path) -> None:
    run = course_judge(folder)
    assert run.returncode == 2
    assert run.stderr == (
        "course judge: the following arguments are required: FILE (see course judge --help)\n"
    )


def test_the_page_shows_both_ways_to_write_a_file(tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(shown_on_the_page("json"), encoding="utf-8")
    [answer] = answer_file.read(tmp_path / "answers.json")
    assert answer == Answer("01-by-hand/gradient", "7", "gradient = max")


@pytest.mark.slow
def test_the_page_shows_what_its_example_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "answers.py").write_text(shown_on_the_page("py"), encoding="utf-8")
    assert course_judge(folder, tmp_path / "answers.py").stdout == shown_on_the_page("text")


def shown_on_the_page(language: str) -> str:
    """The block of this kind in the page's section on `course judge`."""
    page = (notebooks.SOURCE.parent / "docs" / "exercises.md").read_text(encoding="utf-8")
    _, section = page.split("## Try it on your class's answers")
    [block] = re.findall(rf"^```{language}\n(.+?)^```", section, re.MULTILINE | re.DOTALL)
    return block


def test_the_hidden_data_of_an_answer_is_drawn_from_the_secret(
    folder: Path, known: list[Exercise], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = []

    def execute(settings: Settings, job: Job) -> NoReturn:
        keys.append(job.key)
        raise WorkerDiedError("nothing is run")

    monkeypatch.setattr(workers, "execute", execute)
    again = judge.exercises(Course(folder), b"")
    tries = [
        (known, RIGHT, b"1"),
        (again, RIGHT, b"1"),
        (known, RIGHT, b"2"),
        (known, UPHILL, b"1"),
    ]
    for course, code, key in tries:
        told = judge.judge(Settings(), judge.find(course, BOTH[0]), code, key)
        assert told == Told(Kind.ERROR, "It could not be run: nothing is run.")
    assert keys[0] == keys[1] and len(set(keys)) == 3 and all(len(key) == 64 for key in keys)


def test_a_course_without_a_secret_gets_none(tmp_path: Path) -> None:
    assert judge.key_of(tmp_path) != judge.key_of(tmp_path)
    assert not list(tmp_path.iterdir())
    made = secret.of_course(tmp_path)
    assert judge.key_of(tmp_path) == made


def one_of_each() -> list[Case]:
    """For each exercise a right solution, a named misconception and one that is told in general."""
    kinds = {}
    for case in bank():
        general = case.tag in messages.GENERAL
        kinds.setdefault((case.assignment, case.exercise, case.tag is None, general), case)
    return list(kinds.values())


@pytest.mark.slow
def test_answers_are_told_what_the_bank_says(folder: Path, tmp_path: Path) -> None:
    cases = one_of_each()
    path = tmp_path / "answers.py"
    heads = (f"# %% {case.assignment}/{case.exercise}: {case.what}\n" for case in cases)
    path.write_text("\n\n\n".join(f"{h}{c.code}" for h, c in zip(heads, cases, strict=True)))
    run = course_judge(folder, path)
    assert run.returncode == 0, run.stderr
    verdicts = re.findall(r"^([✓✗-]) (\S+): (.*?)(?: \[([\w-]+)\])?$", run.stdout, re.M)
    assert verdicts == [
        ("✗" if case.tag else "✓", f"{case.assignment}/{case.exercise}", case.what, case.tag or "")
        for case in cases
    ]
    right = sum(case.tag is None for case in cases)
    general = sum(case.tag in messages.GENERAL for case in cases)
    named = len(cases) - right - general
    assert run.stdout.endswith(
        f"\n\n{right} accepted, {named} told by name, {general} told in general, 0 still to do, "
        "0 without a verdict.\n"
    )
    assert not (folder / secret.FILE).exists()


ODD = {
    "ends the process": ("import os\nos._exit(0)", "CandidateGone: stopped here: its process end"),
    "never ends": ("while True:\n    pass", "KeyboardInterrupt"),
    "ends when it is called": (
        "def update(w, dw, lr):\n    import os\n    os._exit(0)",
        "Candidate",
    ),
    "is no code": ("def update(w, dw, lr)", "SyntaxError: expected ':'"),
    "has another name": ("def step(w, dw, lr):\n    return w", "NameError: name 'update' is not"),
    "is long": (f"x = 1  # {'long' * 99_999}", "It is longer than 300,000 characters."),
    "half a character": (f"{UPHILL}  # \ud800", "update-uphill"),
    "is blank": ("def update(w, dw, lr):\n    raise NotImplementedError", "Still to do."),
    "frames": (f"import sys\nsys._getframe()\n{RIGHT}", "A person should look at it: the student"),
    "claims": (
        "class Misconception(Exception): pass\nraise Misconception('[x]')",
        "Misconception: [x]",
    ),
}
"""By label: code, and the beginning of what it is told."""


@pytest.mark.slow
def test_an_answer_that_ends_badly_costs_no_other_anything(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    demo.prepare(folder, ["01-by-hand"])
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write("c.ExecuteApart.timeout = 5\n")
    objects = [
        {"exercise": "update", "label": label, "code": code} for label, (code, _) in ODD.items()
    ]
    right = {"exercise": "update", "label": "right", "code": RIGHT}
    (tmp_path / "odd.json").write_text(json.dumps([right, *objects, right]))
    run = course_judge(folder, tmp_path / "odd.json")
    assert run.returncode == 0, run.stderr
    first, *told, last = re.split(r"\n(?=[✓✗-] )", run.stdout.rpartition("\n\n")[0])
    assert first == last == f"✓ {UPDATE}: right"
    for block, (label, (_, words)) in zip(told, ODD.items(), strict=True):
        assert label in block.splitlines()[0]
        assert words in block
    counts = "3 accepted, 1 told by name, 0 told in general, 1 still to do, 7 without a verdict."
    assert run.stdout.endswith(f"\n\n{counts}\n")


@pytest.mark.slow
@boxed.needed
def test_an_answer_cannot_read_the_course(folder: Path, tmp_path: Path) -> None:
    reading = f"open({str(folder / 'nbgrader_config.py')!r})\n{RIGHT}"
    (tmp_path / "answers.py").write_text(f"# %% update: reads\n{reading}\n", encoding="utf-8")
    assert "\n  FileNotFoundError: " in course_judge(folder, tmp_path / "answers.py").stdout


@pytest.mark.slow
def test_ctrl_c_ends_all_that_was_started(folder: Path, tmp_path: Path) -> None:
    endless = "# %% update: never ends\nwhile True:\n    pass\n" * 9
    one = f"# %% update: downhill\n{RIGHT}\n"
    (tmp_path / "answers.py").write_text(one + endless, encoding="utf-8")
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from course.classroom.command import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "judge", *CONFIDED, tmp_path / "answers.py"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        shown(process, b"1/10")
        end(process, signal.SIGINT)
        assert process.returncode == 1
        assert process.stderr.read().endswith(b"course judge: stopped. Nothing was written.\n")
        assert process.stdout.read() == b""
