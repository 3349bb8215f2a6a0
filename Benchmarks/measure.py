"""Runs one program and says how long it took and how much memory it had at most."""

import dataclasses
import os
import pathlib
import shutil
import statistics
import sys
import time

CORES = sorted(os.sched_getaffinity(0))


@dataclasses.dataclass
class Job:
    """A program to measure; a `whole` one writes both tables."""

    name: str
    command: list
    output: pathlib.Path | None = None
    cores: int = 1
    whole: bool = False
    # Whether the folder it writes to is emptied before each run.
    fresh: bool = True
    seconds: list = dataclasses.field(default_factory=list)
    cpu: list = dataclasses.field(default_factory=list)
    peak: int = 0

    def run(self):
        if self.output and self.fresh:
            shutil.rmtree(self.output, ignore_errors=True)
            self.output.mkdir(parents=True)
        # The child inherits the cores; the parent only waits.
        os.sched_setaffinity(0, CORES[-self.cores :])
        command = [str(part) for part in self.command]
        silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        start = time.perf_counter()
        # Until a child has memory of its own its parent's counts as its peak, so the parent stays small.
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=silence)
        _, status, usage = os.wait4(child, 0)
        self.seconds.append(time.perf_counter() - start)
        os.sched_setaffinity(0, CORES)
        if status:
            sys.exit(f"{self.name} failed: {' '.join(command)}")
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.peak = max(self.peak, usage.ru_maxrss * 1024)
        return self

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def median_cpu(self):
        return statistics.median(self.cpu)


def interleave(jobs, rounds, budget):
    """Runs the jobs in turn, so that what disturbs the machine disturbs all; slow ones less often."""
    for _ in range(rounds):
        for job in jobs:
            if sum(job.seconds) < budget:
                job.run()
