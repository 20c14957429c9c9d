"""What nbgrader_config.py names, and nothing else: how nbgrader's own commands come to our way."""
