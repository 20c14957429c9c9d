"""The bundled class through the whole cycle: marks, reasons, and the same again."""

import csv
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from course.classroom.course import Mark
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from course.grading.problem import Problem
from helpers.boxed import SANDBOXED

NAME = "01-by-hand"
BUNDLED = {student.name: student for student in roster.students()}


def damaged(name: str, *damage: str) -> Student:
    """A student with everything right whose 01-by-hand is damaged."""
    return Student(name, "", ("*",), (), {NAME: damage})


CLASS = [
    BUNDLED["boris"],
    BUNDLED["jonas"],
    damaged("mona", "deleted-cell", "test-gradient"),
    damaged("nils", "duplicated-cell", "test-gradient"),
    damaged("olga", "duplicated-cell", "gradient"),
    damaged("paul", "cut-off"),
    damaged("quinn", "deleted-cell", "gradient"),
    Student(
        "rosa", "", ("*",), BUNDLED["boris"].answers, {NAME: ("changed-test", "test-gradient")}
    ),
]
LOST_BY_SUMMING = {"gradient": 4, "train": 5, "gradient_wb": 3, "train_wb": 2}
EXPECTED = {
    "boris": 25 - sum(LOST_BY_SUMMING.values()),
    "jonas": 0,
    "mona": 25,
    "nils": 25,
    "olga": 25,
    "paul": f"'{NAME}.ipynb' is not valid JSON: it was cut off",
    "quinn": 25 - 4 - 5,
    "rosa": 25 - sum(LOST_BY_SUMMING.values()),
}
"""Points, or the reason why there are none, up to the line that it names."""


def tags(notebook: Path) -> dict[str, str]:
    """The misconception that each failed test cell of a graded notebook names."""
    return {
        cell.metadata.nbgrader.grade_id: output.traceback[0]
        for cell in nbformat.read(notebook, as_version=4).cells
        for output in cell.get("outputs", [])
        if output.output_type == "error" and cell.metadata.get("nbgrader", {}).get("grade")
    }


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[demo.Marks]]:
    """The demo's folder after two runs, and the marks of each."""
    folder = tmp_path_factory.mktemp("demo")
    marks = [demo.run(folder, CLASS, [NAME], 2, SANDBOXED)]
    with demo.Course(folder).gradebook() as gradebook:
        grade = gradebook.find_grade("test-forward", NAME, NAME, "jonas")
        grade.extra_credit = 1
        gradebook.db.commit()
    marks.append(demo.run(folder, CLASS, [NAME], 2, SANDBOXED))
    return folder, marks


@pytest.mark.slow
class TestTheClass:
    def test_each_has_a_mark_or_a_reason(self, runs: tuple[Path, list[demo.Marks]]) -> None:
        _, (marks, _) = runs
        got = {
            student: mark.score if isinstance(mark, Mark) else mark.partition(" in line ")[0]
            for (student, _), mark in marks.items()
        }
        assert got == EXPECTED

    def test_the_second_run_gives_the_same_and_loses_nothing(
        self, runs: tuple[Path, list[demo.Marks]]
    ) -> None:
        _, (first, second) = runs
        credited = second.pop(("jonas", NAME))
        assert credited.score == 1, "what was graded by hand between the runs is still there"
        first.pop(("jonas", NAME))
        assert first == second

    def test_the_graded_notebooks_name_the_ideas(self, runs: tuple[Path, list[demo.Marks]]) -> None:
        folder, _ = runs
        for student in ("boris", "rosa"):
            said = tags(folder / "autograded" / student / NAME / f"{NAME}.ipynb")
            assert said == {
                "test-gradient": "Misconception [sum-for-mean]",
                "test-gradient-general": "Misconception [sum-for-mean]",
                "test-train": "Misconception [sum-for-mean]",
                "test-train-general": "Misconception [sum-for-mean]",
                "test-gradient_wb": "Misconception [mixed-sum-mean]",
                "test-train_wb": "Misconception [mixed-sum-mean]",
            }

    def test_pages_and_table_are_there(self, runs: tuple[Path, list[demo.Marks]]) -> None:
        folder, _ = runs
        for student in EXPECTED.keys() - {"paul"}:
            page = folder / "feedback" / student / NAME / f"{NAME}.html"
            assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
        with open(folder / "grades.csv", encoding="utf-8") as table:
            rows = {row["student_id"]: float(row["score"]) for row in csv.DictReader(table)}
        assert rows == {
            student: points if isinstance(points, int) else 0
            for student, points in EXPECTED.items()
        } | {"jonas": 1}

    def test_other_notebooks_than_before_are_refused(
        self, runs: tuple[Path, list[demo.Marks]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder, _ = runs
        prepare = demo.prepare

        def with_another_exercise(folder: Path, assignments: list[str]) -> None:
            prepare(folder, assignments)
            path = folder / "source" / NAME / f"{NAME}.ipynb"
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace('"update"', '"renamed"'), encoding="utf-8")

        monkeypatch.setattr(demo, "prepare", with_another_exercise)
        with pytest.raises(Problem, match=f"delete {folder} and run again"):
            demo.run(folder, CLASS, [NAME], 1, SANDBOXED)


def test_the_table_of_marks() -> None:
    marks = {
        ("boris", "01"): Mark(11, 25, False),
        ("boris", "02"): Mark(22.5, 25, True),
        ("liam", "01"): Mark(25, 25, False),
        ("liam", "02"): "not valid JSON",
    }
    class_ = [BUNDLED["boris"], BUNDLED["liam"]]
    assert demo.table(class_, ["01", "02"], marks).splitlines() == [
        "       01     02    all",
        "boris  11   22.5*  33.5*  sums where a mean belongs",
        "liam   25            25   knows the course, damages the files",
        "",
        "* The written answer waits to be graded by hand, for up to 3 points more.",
        "",
        "Not graded:",
        "  liam, 02: not valid JSON",
    ]


def course(*arguments: object) -> subprocess.CompletedProcess:
    code = "from course.classroom.command import main; main()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "are required: VERB"),
        (["dance"], "invalid choice: 'dance'"),
        (["demo", "--jobs", "0"], "--jobs: '0' is no number of notebooks"),
        (["demo", "--jobs", "many"], "--jobs: 'many' is no number of notebooks"),
        (["demo", "here"], "unrecognized arguments: here"),
    ],
)
def test_wrong_use_is_answered_with_one_line(arguments: list[str], words: str) -> None:
    run = course(*arguments)
    assert run.returncode == 2
    assert words in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_a_folder_that_is_not_the_demos_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    run = course("demo", "--to", tmp_path)
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        f"course demo: {tmp_path} holds something else than a demo; name another folder."
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["nbgrader_config.py"]
