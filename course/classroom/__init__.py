"""What instructors and learners run: the verbs of `course`, and what they share.

`command` is the line that is typed. The verbs are `demo`, `grade`, `lab`, `solution`, `report` and
`export`, a module or a folder each. They share `course`, which is nbgrader's cycle on a course folder,
`clerks`, the processes in which that is done for one submission, `single`, which takes one through them,
`cluster` and `branch`, which send it to other machines and grade it there, `rows` and `marks`, which are what its gradebook
has and what it says, `files`, which are written as a whole or not at all, and
`cases`, the form in which answers are written down. `notebooks` builds the reference notebooks.
"""

CLERK = "from course.classroom import clerk"
"""What a process imports whose forks are clerks."""
