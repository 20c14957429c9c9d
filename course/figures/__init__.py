"""Every figure the notebooks show, one module a notebook; `style` is what they share, and `linked` the
one that several of them have: it is moved by hand.

Each notebook imports its figures in its first cell; from then on it tells in one line what is undone.
"""

from course.check import stopped

stopped.told_in_one_line()
