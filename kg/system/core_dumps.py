"""Core dumps: the memory of a process that crashed, written to a file. It would hold names and texts."""


def prevent_core_dumps() -> None:
    """Let this process and its children write none. Does nothing on a system without such limits."""
    try:
        import resource  # noqa: PLC0415 (not on every system)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
