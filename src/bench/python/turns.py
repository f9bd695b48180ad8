"""Two programs taking turns, and whole commands timed one after the other."""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"


class Side:
    """A program that works once each time it is told to."""

    def __init__(self, name, command, environment=None):
        self.name = name
        self.seconds = []
        self.said = []
        self.process = subprocess.Popen(
            [str(each) for each in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **(environment or {})},
        )
        self._answer()

    def _answer(self):
        for line in self.process.stdout:
            if line.startswith("@"):
                return line[1:].strip()
        raise SystemExit(f"{self.name} ended before it answered: {' '.join(self.process.args)}")

    def turn(self, keep=True):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        said = json.loads(self._answer())
        if keep:
            self.seconds.append(said["seconds"])
            self.said.append(said)

    def end(self):
        self.process.stdin.close()
        self.process.wait()

    def median(self, key="seconds"):
        return statistics.median(said[key] for said in self.said)


def alternate(sides, turns, warm=1):
    """Each side in turn, some turns unmeasured first, so that both are warm."""
    for turn in range(warm + turns):
        for side in sides:
            side.turn(keep=turn >= warm)
    for side in sides:
        side.end()


def peer(name, script, *arguments):
    return Side(name, [sys.executable, PEERS / script, *arguments])


def timed(command, environment=None):
    """Wall and processor seconds of a whole command, and its standard output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [str(each) for each in command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **(environment or {})},
    )
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise SystemExit(f"failed: {' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}")
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, processor, done.stdout


def until_logged(command, environment, log, words, patience=60):
    """Seconds from starting a program to the time that a line of its log gives, and its processor seconds so far."""
    log.unlink(missing_ok=True)
    start = time.time()
    process = subprocess.Popen(
        [str(each) for each in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, **environment})
    try:
        while time.time() - start < patience:
            lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
            said = [line.split()[0] for line in lines if words in line]
            if said:
                cells = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
                busy = (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")
                shown = datetime.fromisoformat(said[0].replace("Z", "+00:00")).timestamp()
                return shown - start, busy
            time.sleep(0.05)
    finally:
        process.terminate()
        process.wait()
    raise SystemExit(f"nothing was shown: {' '.join(map(str, command))}")


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def workplace(root):
    return Path(tempfile.mkdtemp(prefix="exemplar-bench-", dir=root))


def spread(values):
    low, middle, high = min(values), statistics.median(values), max(values)
    return {"median": middle, "lowest": low, "highest": high}
