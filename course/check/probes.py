"""Functions of a check that run beside the student's object and return plain data.

A probe is for what does not cross the door: a graph, the identity of a parameter, a module's state.
The check verifies the numbers a probe returns; a probe alone never decides that an answer is right.
"""
