"""`course report`: what a class understood.

`understanding` reads the graded notebooks, `summary` counts and ranks, `pictures` draws, and `page`
puts it all in report.html.
"""
