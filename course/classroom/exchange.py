"""Until the next release, for settings that name this module: see `course.plugins.exchange`."""

from course.plugins.exchange import (  # noqa: F401
    Collect,
    FetchAssignment,
    FetchFeedback,
    ReleaseAssignment,
    ReleaseFeedback,
    Submit,
)
