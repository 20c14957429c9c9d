"""What `course verify` found, as a page: it needs no network, and holds no script."""

from collections.abc import Collection, Sequence
from pathlib import Path

from course.classroom.report.page import template
from course.classroom.verify import table
from course.classroom.verify.differences import Difference, Verified
from course.classroom.verify.runs import Way


def page(course: str, verified: Sequence[Verified], marked: Collection[Difference]) -> str:
    """The page as HTML. What a notebook holds is data in it."""
    return template(Path(__file__).with_name("verify.html")).render(
        course=course,
        verified=verified,
        marked=marked,
        differences=[each for one in verified for each in one.differences],
        unsteady=[each for one in verified for each in one.unsteady],
        causes=[
            (one.source.cell(name), why) for one in verified for name, why in one.source.causes
        ],
        failed=[one.source.cell(name) for one in verified for name in one.failed],
        open=[one.source.cell(name) for one in verified for name in one.open],
        accepted=[(one.source, code) for one in verified for code in one.accepted],
        table=table,
        Way=Way,
    )
