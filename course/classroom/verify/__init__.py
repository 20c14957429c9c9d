"""`course verify`: whether grading gives what stock nbgrader gives, known before a class begins.

`sources` says what of a course is graded, `runs` grades it in each way, `stock` as nbgrader itself does,
`differences` compares, and `unsteady` reads the sources for what makes marks differ from run to run.
`table` and `page` say it, `marking` writes the author's choice into the source notebooks, `run` is the verb.
"""
