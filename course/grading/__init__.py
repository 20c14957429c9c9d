"""How a submission is executed and marked."""
