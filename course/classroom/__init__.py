"""What an instructor runs: the demo class, and the build of the reference notebooks."""
