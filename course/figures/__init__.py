"""Every figure the notebooks show, one module a notebook; `style` is what they share, and `linked` the
one that several of them have: it is moved by hand.
"""
