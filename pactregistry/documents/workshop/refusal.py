"""The one error by which a job says no."""


class RefusedError(Exception):
    """The job will not be done; the message is a sentence or a fault's name."""
