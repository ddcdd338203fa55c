"""The production server with the scheduler in a process of its own; both end together."""

import logging
import multiprocessing
import threading
from functools import partial
from multiprocessing.context import SpawnProcess

from flask import Flask
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from pactregistry import create_app, scheduler
from pactregistry.config import Settings

log = logging.getLogger(__name__)

RESTART_PAUSE = 5.0  # seconds, so that a scheduler which cannot start does not spin
_spawn = multiprocessing.get_context("spawn")


def serve(app: Flask, host: str, port: int, workers: int) -> None:
    """Serve until SIGTERM or SIGINT; the application was built once already, to fail early."""
    settings: Settings = app.config["SETTINGS"]
    server = Server(
        "pactregistry",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    )
    stopping = threading.Event()
    watch = threading.Thread(target=_keep_scheduler, args=(settings, stopping), daemon=True)
    server.on_startup(watch.start)
    try:
        # Every worker gets these settings, so that a set clock is the same in all of them.
        server.serve(target_loader=partial(create_app, settings), wrap_loader=False)
    finally:
        stopping.set()
        if watch.is_alive():
            watch.join()


def _keep_scheduler(settings: Settings, stopping: threading.Event) -> None:
    while not stopping.is_set():
        process = _start_scheduler(settings)
        while process.is_alive() and not stopping.wait(timeout=1):
            pass
        if stopping.is_set():
            process.terminate()
            process.join()
            return
        log.error("the scheduler ended with code %s and is started again", process.exitcode)
        stopping.wait(timeout=RESTART_PAUSE)


def _start_scheduler(settings: Settings) -> SpawnProcess:
    process = _spawn.Process(target=scheduler.run, args=(settings,), name="scheduler", daemon=True)
    process.start()
    return process
