"""`course demo`: a bundled class, and its way through nbgrader's whole cycle."""
