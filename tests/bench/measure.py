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
    copies: int = 1  # runs at once, each on processors of its own
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


def spawn_pinned(command, cpus):
    """Spawned, not forked: a fork of this program costs 7 ms, more than the shortest commands take. The child inherits the
    processors. Its output is thrown away."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cpus)
    child = os.posix_spawn(command[0], command, os.environ, file_actions=THROWN_AWAY)
    os.sched_setaffinity(0, before)
    return child


def run_pinned(command, cpu_sets, expected=0):
    """Runs a command once on each of these sets of processors, at once → CPU seconds, wall seconds, peak MiB of one.

    The peak counts at least the few MiB of this program's own memory, which a child has until it becomes the command.
    """
    start = time.perf_counter()
    children = [spawn_pinned(command, cpus) for cpus in cpu_sets]
    ends = [os.wait4(child, 0) for child in children]
    wall = time.perf_counter() - start
    for _, status, _ in ends:
        if os.waitstatus_to_exitcode(status) != expected:
            raise SystemExit(f"failed with status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    used = [one for _, _, one in ends]
    return sum(one.ru_utime + one.ru_stime for one in used), wall, max(one.ru_maxrss for one in used) / 1024


def measure(rows, rounds, progress):
    """Every row once per round, so that slow spells of the machine fall on all of them."""
    machine = sorted(os.sched_getaffinity(0), reverse=True)
    for number in range(1, rounds + 1):
        progress(f"round {number} of {rounds}")
        for row in rows:
            if row.out is not None:
                shutil.rmtree(row.out, ignore_errors=True)
            cpu_sets = [machine[copy * row.cpus : (copy + 1) * row.cpus] for copy in range(row.copies)]
            cpu, wall, peak = run_pinned(row.command, cpu_sets, row.status)
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
