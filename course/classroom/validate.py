"""Until the next release, for settings that name this module: see `course.plugins.validate`."""

from course.plugins.validate import name_lost_cells  # noqa: F401
