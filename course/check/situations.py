"""What a check pretends around a call: context managers for `door.call(situations=…)`."""
