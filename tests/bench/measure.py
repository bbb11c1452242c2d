"""Whole processes, measured: rows of commands that are run in turn, and what comes out of their times."""
import os
import shutil
import statistics
import time
from dataclasses import dataclass, field


@dataclass
class Row:
    name: str
    command: list
    cpus: int = 1
    over: str = "cases"  # the input: "cases" (rates and ratios make sense), or another
    status: int = 0  # the exit code that it has
    out: object = None  # a folder that the command writes, removed before each run
    target: object = None  # function of all rows by name → Target
    cpu: list = field(default_factory=list)  # seconds of user and system time, one per round
    wall: list = field(default_factory=list)  # seconds
    peak: float = 0.0  # MiB


@dataclass
class Target:
    text: str
    reached: bool
    measured: str


THROWN_AWAY = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in range(3)]


def run_pinned(command, cpus, expected=0):
    """Runs a command on these processors, its output thrown away → CPU seconds, wall seconds, peak MiB.

    Spawned, not forked: a fork of this program costs 7 ms, more than the shortest commands take. The child inherits the
    processors. The peak counts at least the few MiB of this program's own memory, which the child has until it becomes the command.
    """
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cpus)
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=THROWN_AWAY)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    os.sched_setaffinity(0, before)
    if os.waitstatus_to_exitcode(status) != expected:
        raise SystemExit(f"failed with status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def measure(rows, rounds, progress):
    """Every row once per round, so that slow spells of the machine fall on all of them."""
    machine = sorted(os.sched_getaffinity(0), reverse=True)
    for number in range(1, rounds + 1):
        progress(f"round {number} of {rounds}")
        for row in rows:
            if row.out is not None:
                shutil.rmtree(row.out, ignore_errors=True)
            cpu, wall, peak = run_pinned(row.command, machine[: row.cpus], row.status)
            row.cpu.append(cpu)
            row.wall.append(wall)
            row.peak = max(row.peak, peak)


def ratio(of, to, what="cpu"):
    """How many times as fast `of` is as `to`: the median over rounds, each round's two runs compared with one another."""
    return statistics.median(b / a for a, b in zip(getattr(of, what), getattr(to, what)))


def median_cpu(row):
    return statistics.median(row.cpu)


def median_wall(row):
    return statistics.median(row.wall)
