"""Which parts of nbgrader a server on the hub has."""

import os

c = get_config()

c.ServerApp.jpserver_extensions = {
    "nbgrader.server_extensions.formgrader": "DOWNHILL_GRADEBOOK" in os.environ,
    "nbgrader.server_extensions.course_list": False,
}
