"""How one submission is executed. Nothing here knows an exercise, or nbgrader.

`job` is what is sent away to be executed, read from `cells` and from what was `handed_in`, with a
key made of the course's `secret`; a `problem` is what a person is told. `workers` are where jobs
go, here or on a cluster; `execute` starts `warm` processes, which import what is needed `beforehand`,
and forks a pair for each job: the
`candidate`, which runs the student's cells in a `shell` inside the `sandbox`, with as much of the
course as may lie `beside` them, and the `examiner`, which runs the tests. The examiner sees the
candidate as `remote`, and what the student defined as `references`, each side with a table of these
(`objects` here, `kept` there) that names their `specials`, what is `served` by libraries, and which
data is `shared` by both. What passes between the two is the `wire`'s; `outputs` are what the
notebook keeps. Where processes cannot be forked, `plain` executes a notebook in an ordinary kernel.
"""

import sys

IRIS = "rfc3987_syntax"
"""What jsonschema, which nbformat imports, has for web addresses in all the world's letters. It takes
two seconds to import, and no format of ours has such an address."""

sys.modules.setdefault(IRIS, None)  # type: ignore[arg-type]  # Python's way to say: not here
