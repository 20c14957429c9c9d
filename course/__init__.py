"""Downhill: gradient descent for linear regression, built four times."""
