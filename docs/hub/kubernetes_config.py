"""What JupyterHub on Kubernetes takes beside values.yaml; the chart loads this file into its own."""

c = get_config()

INSTRUCTORS = {"instructor"}
FIRST_UID = 10_000


def prepare(spawner):
    """Everybody is a user of their own, by whom the exchange keeps them apart."""
    uid = FIRST_UID + spawner.user.id
    own_home = f"chown {uid} ~jovyan && chmod 700 ~jovyan && chmod 1777 /srv/nbgrader/exchange"
    before = {
        "name": "own-home",
        "image": spawner.image,
        "command": ["sh", "-c", own_home],
        "securityContext": {"runAsUser": 0},
        "volumeMounts": spawner.volume_mounts,
    }
    spawner.uid = uid
    spawner.init_containers = [*spawner.init_containers, before]
    if spawner.user.name in INSTRUCTORS:
        secret = {"valueFrom": {"secretKeyRef": {"name": "gradebook", "key": "url"}}}
        spawner.environment = {**spawner.environment, "DOWNHILL_GRADEBOOK": secret}
        # The sandbox, in which students' code is graded, takes user namespaces.
        spawner.privileged = spawner.allow_privilege_escalation = True


c.Spawner.pre_spawn_hook = prepare
