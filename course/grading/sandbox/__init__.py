"""The sandbox in which students' code runs: bubblewrap, and more around each fork inside it.

`command` puts a warm process inside bubblewrap: no network, a read-only system, nothing of the
instructor's but what is named. Only trusted code runs there. Each fork of it is confined once more
by `confine`: folders, processes, network and limits of its own, no privilege and no way to another
one, with the filter of `seccomp` before its system calls and the calls of `kernel`. `usage` watches
it from outside. What then holds for the student's code is what tests/test_sandbox.py states.
"""
