"""Times whole processes against each other: interleaved runs, CPU and wall time, peak memory."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Figures:
    """Medians over the runs of one command."""

    cpu: float  # seconds of user and system time
    wall: float  # seconds
    memory: float  # MB, the highest resident size
    messages: str = ""  # what it said on standard error


def once(command):
    """Runs a command to its end; ends with what it says when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{errors.decode(errors='replace')}")
    return Figures(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024, errors.decode(errors="replace"))


def in_turns(commands, rounds):
    """Medians by name for commands by name. Every round runs each once, so that a busy moment meets all of them."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(once(command))
    return {name: _medians(figures) for name, figures in runs.items()}


def _medians(figures):
    of = lambda field: statistics.median(getattr(one, field) for one in figures)
    return Figures(of("cpu"), of("wall"), of("memory"))


def table(figures, ours, more=None):
    """A Markdown table; `more` adds columns: a heading with a value by name."""
    more = more or {}
    lines = [
        "| program | CPU s | × ours | wall s | × ours | peak MB |" + "".join(f" {head} |" for head in more),
        "|---|--:|--:|--:|--:|--:|" + "--:|" * len(more),
    ]
    base = figures[ours]
    for name, one in sorted(figures.items(), key=lambda pair: pair[1].cpu):
        cells = [
            name,
            f"{one.cpu:.3f}",
            f"{one.cpu / base.cpu:.1f}",
            f"{one.wall:.3f}",
            f"{one.wall / base.wall:.1f}",
            f"{one.memory:.0f}",
            *(str(values[name]) for values in more.values()),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
