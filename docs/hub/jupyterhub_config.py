"""JupyterHub for this course: everybody logs in with their account on this server."""

import os

c = get_config()

INSTRUCTORS = {"instructor"}
STUDENTS = {"ada", "ben"}

# The web server that speaks HTTPS to the outside passes everything on to here.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.Authenticator.allowed_users = INSTRUCTORS | STUDENTS

c.Spawner.default_url = "/lab"
# nbgrader's settings for everybody, and which of its parts a server has.
c.Spawner.environment = {"JUPYTER_CONFIG_PATH": "/srv/hub/jupyter"}


def tell_instructors(spawner):
    """Only instructors' servers learn where the gradebook is."""
    if spawner.user.name in INSTRUCTORS:
        gradebook = {"DOWNHILL_GRADEBOOK": os.environ["DOWNHILL_GRADEBOOK"]}
        spawner.environment = {**spawner.environment, **gradebook}  # theirs alone


c.Spawner.pre_spawn_hook = tell_instructors
