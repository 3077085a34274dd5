"""``kg wrong``, ``confirm``, ``note``, ``correct``, ``add``: decide about facts one by one."""
