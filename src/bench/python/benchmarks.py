"""Measures Exemplar against its peers, and writes the numbers as Markdown and JSON."""

import argparse
import collections
import csv
import json
import os
import platform
import shlex
import shutil
import sys
from pathlib import Path

import numpy as np

import inputs
from turns import Side, alternate, fresh, peer, spread, timed, until_logged, workplace, PEERS

ROOT = Path(__file__).resolve().parents[3]
SWEEP = [round(0.05 * i, 2) for i in range(1, 20)]
SWEEPS = {"small": SWEEP, "resnet50": [0.6, 0.9]}
Study = collections.namedtuple("Study", "name size exact")  # exact: images also done in float64


class Bench:
    """One series: where its files lie, how the program is started, what came of it."""

    def __init__(self, place, given, options):
        self.place, self.given = place, given
        self.threads, self.turns, self.runs = options.threads, options.turns, options.runs
        self.short = max(5, options.turns)  # turns of a second or two: too few would tell chance
        self.phantom = Path(options.phantom) if options.phantom else None
        self.rows = []
        self.failed = False
        self.home = {"EXEMPLAR_HOME": str(place / "home")}
        self.command = shlex.split(os.environ.get("EXEMPLAR_COMMAND", str(ROOT / "exemplar")))
        home = os.environ.get("JAVA_HOME")
        self.java = str(Path(home) / "bin" / "java") if home else "java"

    def side(self, name, *arguments):
        command = [self.java, "--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true",
                   "-DOPT_OUT_TRACKING=true", "-cp", os.environ["EXEMPLAR_BENCH_CLASSPATH"],
                   "org.exemplar.bench.Bench", *arguments]
        return Side(name, command, self.home)

    def row(self, what, ours, theirs, note="", aim=""):
        """A ratio of medians over 1 is in the program's favour."""
        row = {"what": what, "exemplar": spread(ours), "aim": aim, "note": note}
        if theirs:
            row |= {"peer": spread(theirs), "ratio": spread(theirs)["median"] / spread(ours)["median"]}
        self.rows.append(row)
        print(markdown([row]).splitlines()[-1], flush=True)

    def pair(self, what, ours, theirs, **more):
        """Two sides that took turns: by the clock, and by processor time."""
        self.row(what, ours.seconds, theirs.seconds, **more)
        busy = [[said["processor"] for said in side.said] for side in (ours, theirs)]
        self.row(what + ", processor time", *busy)

    def made(self, name, make):
        """The inputs of one benchmark: those that are there, else made now."""
        folder, unfinished = self.given / name, self.given / (name + ".part")
        if not folder.exists():
            make(fresh(unfinished))
            unfinished.rename(folder)
        return folder

    # a, b: whole comparisons
    def comparison(self, folder, what, options, aim):
        images = folder / "images"
        models = sorted((folder / "models").glob("*_chkpt.pt"))[: self.runs]
        ours, theirs, out = [], [], self.place / "out-exemplar"
        self.compare(folder, models[:1], [0.9], options, self.place / "out-first")  # unpacks natives
        for _ in range(self.turns):
            ours.append(self.compare(folder, models, SWEEPS[options.name], options, out))
            theirs.append(self.peer(images, models, options, "out-peer"))
        self.peer(images, models, options, "out-float64", "--float64", options.exact)
        note, fair = compare_outputs(self.place, len(models), SWEEPS[options.name])
        self.failed |= not fair
        what = what.format(runs=len(models))
        self.row(what, [w for w, _ in ours], [w for w, _ in theirs], note=note, aim=aim)
        self.row(what + ", processor time", [b for _, b in ours], [b for _, b in theirs])

    def compare(self, folder, models, sparsities, options, out):
        shutil.rmtree(self.place / "home" / "cache" / "images", ignore_errors=True)
        return timed(
            [*self.command, "compare", "--images", folder / "images", "--models", *models, "--findings",
             folder / "findings.txt", "--image-size", options.size, "--sparsity", listed(sparsities),
             "--device", "cpu", "--quiet", "--out", fresh(out)], self.home)[:2]

    def peer(self, images, models, options, out, *more):
        return timed(
            [sys.executable, PEERS / "compare_pytorch.py", "--images", images, "--models", *models,
             "--architecture", options.name, "--size", options.size, "--sparsities",
             listed(SWEEPS[options.name]), "--threads", self.threads, "--out", fresh(self.place / out),
             *more])[:2]

    def small_inputs(self):
        if self.phantom:
            return self.made("phantom", lambda folder: inputs.phantom(folder, self.phantom))
        return self.made("small", lambda folder: inputs.small(folder, self.command, self.home))

    def small(self):
        what = "450 images 128², {runs} run(s) × (dense + 19 sparsities), whole command"
        self.comparison(self.small_inputs(), what, Study("small", 128, exact=24), "≥ 5")

    def large(self):
        what = "60 images 1024², ResNet-50 256², {runs} run(s) × (dense + 2), whole command"
        self.comparison(self.large_inputs(), what, Study("resnet50", 256, exact=6), "≥ 2.5")

    def large_inputs(self):
        return self.made("large", lambda folder: inputs.large(folder, SWEEPS["resnet50"]))

    # c
    def inference(self):
        folder = self.large_inputs()
        raw, threads = folder / "inputs.f32", str(self.threads)
        for batch in ("4", "16"):
            ours = self.side("exemplar", "inference", str(folder / "models/seed-0_chkpt.pt"), str(raw),
                             "256", "4", threads, str(self.place / "a.f32"))
            theirs = peer("frozen", "inference_frozen.py", folder / "models/seed-0_script.pt", raw,
                          "256", batch, threads, self.place / "b.f32", "channels_last")
            alternate([ours, theirs], self.short)
            a, b = (np.fromfile(self.place / f, np.float32) for f in ("a.f32", "b.f32"))
            gap = float(np.abs(1 / (1 + np.exp(-a)) - 1 / (1 + np.exp(-b))).max())
            self.pair(f"48 images through ResNet-50 256², frozen TorchScript in batches of {batch}", ours, theirs,
                      note=f"probabilities within {gap:.1e}", aim="≥ 1.0")

    # d
    def decode(self):
        images = self.large_inputs() / "images"
        for threads in ("1", "2"):
            ours = self.side("exemplar", "decode", str(images), threads, str(self.place / "crc"))
            theirs = peer("opencv", "decode_opencv.py", images, threads)
            alternate([ours, theirs], self.short)
            same = ours.said[0]["crc"] == theirs.said[0]["crc"]
            self.pair(f"60 PNGs of 1024² read and resized, {threads} thread(s)", ours, theirs,
                      note="pixels equal" if same else "PIXELS DIFFER", aim="≥ 1.0")
            self.failed |= not same

    # e
    def scores(self):
        folder = self.score_inputs()
        ours = self.side("exemplar", "spearman", str(folder))
        ranked = peer("sorted", "spearman_numpy.py", folder, "sorted")
        plain = peer("scipy", "spearman_numpy.py", folder, "scipy")
        for _ in range(5):  # compiled by then
            ours.turn(keep=False)
        alternate([ours, ranked, plain], self.turns)
        self.pair("Spearman per image, 100,000 × 20 × 4, against scipy's rankdata", ours, plain, aim="≥ 30")
        self.pair("the same against sorted mid-ranks in numpy", ours, ranked)
        ours = self.side("exemplar", "precision", str(folder))
        theirs = peer("scikit-learn", "precision_sklearn.py", folder, str(self.threads))
        alternate([ours, theirs], self.short, warm=2)
        self.row("AP of 20 findings × 4 tables of 100,000, scikit-learn on as many processes",
                 ours.seconds, theirs.seconds, aim="≥ 4")

    def score_inputs(self):
        return self.made("tables", lambda folder: inputs.tables(folder, 100_000, 4))

    # f
    def tables(self):
        folder = self.table_inputs()
        wall, _, _ = timed(
            [*self.command, "pies", folder, "--quiet", "--out", self.place / "pies.csv"],
            {**self.home, "EXEMPLAR_JAVA_OPTIONS": "-Xmx2g"})
        self.row("agreement, PIEs, stability and scores of 100,000 × 20 × 600 tables, heap of 2 GiB",
                 [wall], [], aim="< 60 s")

    def table_inputs(self):
        return self.made("wide", lambda folder: inputs.comparison(folder, 100_000, 30, SWEEP))

    def prepare(self, kind):
        made_by = {"small": self.small_inputs, "large": self.large_inputs, "inference": self.large_inputs,
                   "decode": self.large_inputs, "scores": self.score_inputs, "tables": self.table_inputs,
                   "ratings": self.rating_inputs}
        if kind in made_by:
            made_by[kind]()

    # g
    def frames(self):
        for gesture, ways in (("window", ("full", "reduced")), ("zoom", ("view",)), ("pan", ("view",))):
            ours = self.side("exemplar", "frames", gesture, "200")
            peers = [peer(way, "frames_opencv.py", way, "100", str(self.threads)) for way in ways]
            alternate([ours, *peers], self.turns)
            for way, other in zip(ways, peers):
                self.row(f"{gesture} frame in ms, median; OpenCV: {way}",
                         [s["median_ms"] for s in ours.said], [s["median_ms"] for s in other.said])
            self.row(f"{gesture} frame in ms, 95th percentile", [s["p95_ms"] for s in ours.said],
                     [s["p95_ms"] for s in peers[0].said], aim="< 16 ms")

    # h
    def ratings(self):
        table = self.rating_inputs() / "ratings.csv"
        walls = [timed([*self.command, "analyze", "--ratings", table, "--quiet", "--out",
                        fresh(self.place / "results")], self.home)[0] for _ in range(self.turns)]
        self.row("analysis of a long table of 108,000 ratings, whole command, s", walls, [])

    def rating_inputs(self):
        return self.made("ratings", lambda folder: inputs.ratings(folder, 4_000, 9))

    def exports(self):
        ours = self.side("exemplar", "exports", str(self.place / "exports"))
        alternate([ours], self.turns, warm=0)
        for word in ours.said[0]["formats"]:
            times = [said["formats"][word] for said in ours.said]
            self.row(f"108,000 ratings written as {word}, s", times, [], aim="< 5 s")

    def explore(self):
        ours = self.side("exemplar", "explore", str(self.place / "explore"))
        alternate([ours], self.turns, warm=0)
        for step in ours.said[0]["steps"]:
            times = [said["steps"][step] for said in ours.said]
            self.row(f"100,000 images × 20 findings × 3 runs in the explorer: {step}, s", times, [],
                     aim="< 3 s" if step == "open" else "")

    # i
    def start(self):
        """To the first page that a reader sees, as the program's own log tells it; needs a display."""
        folder = fresh(self.place / "start")
        timed([self.java, "--enable-native-access=ALL-UNNAMED", f"-Dexemplar.root={ROOT}", "-cp",
               os.environ["EXEMPLAR_BENCH_CLASSPATH"], "org.exemplar.app.Rehearsal", folder], self.home)
        log = self.place / "home" / "state" / "exemplar.log"
        starts = [until_logged([*self.command, "read", folder / "rehearsal.reading"], self.home, log, "on the screen")
                  for _ in range(max(self.turns, 10) + 1)]
        self.row("exemplar read FILE.reading to the passphrase page on the screen, first start, s", [starts[0][0]], [],
                 aim="< 2 s")
        self.row("the same, later starts", [wall for wall, _ in starts[1:]], [], aim="< 2 s")
        self.row("the same, processor time", [busy for _, busy in starts[1:]], [])


def listed(sparsities):
    return ",".join(map(str, sparsities))


def compare_outputs(place, runs, sparsities):
    """How far both sides lie apart, and from float64; whether the PIEs at 0.90 are the same.

    Fair when the probabilities differ by at most 1e-5, or the program lies no further from float64
    than its peer does, and the PIEs are the same.
    """
    gap, ours, theirs = 0.0, 0.0, 0.0
    for run in range(runs):
        for sparsity in [0.0, *sparsities]:
            name = f"run-{run:02d}_sparsity-{sparsity:.2f}.npy"
            a = np.load(place / "out-exemplar" / "predictions" / name)
            b = np.load(place / "out-peer" / name)
            if np.ptp(a, axis=0).max() < 1e-3:
                return f"CONSTANT OUTPUTS at {sparsity}", False
            gap = max(gap, float(np.abs(a - b).max()))
            c = np.load(place / "out-float64" / name)
            ours = max(ours, float(np.abs(a[: len(c)] - c).max()))
            theirs = max(theirs, float(np.abs(b[: len(c)] - c).max()))
    manifest = json.loads((place / "out-exemplar" / "manifest.json").read_text(encoding="utf-8"))
    ties = sum(p["ties"] for run in manifest["runs"] for p in run["pruned"].values())
    with open(place / "out-exemplar" / "agreement.csv", encoding="utf-8") as file:
        pies = {row["image_id"] for row in csv.DictReader(file) if row["pie"] == "1"}
    with open(place / "out-peer" / "agreement.csv", encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: float(row["spearman_0.90"]))
    same = pies & {row["image_id"] for row in rows[: len(pies)]}
    fair = same == pies and (gap <= 1e-5 or ours <= max(1e-5, theirs))
    note = (f"probabilities within {gap:.1e} (from float64: {ours:.1e}, peer {theirs:.1e}); "
            f"{len(same)} of {len(pies)} PIEs the same; {ties} ties at thresholds")
    return note if fair else "OUTPUTS DIFFER: " + note, fair


def number(value):
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"


def markdown(rows):
    lines = ["| what | Exemplar | peer | ratio | aim | check |", "|---|---|---|---|---|---|"]
    for row in rows:
        cells = []
        for side in ("exemplar", "peer"):
            s = row.get(side)
            cells.append(f"{number(s['median'])} ({number(s['lowest'])} to {number(s['highest'])})" if s else "–")
        ratio = f"{row['ratio']:.2f}" if "ratio" in row else "–"
        lines.append(f"| {row['what']} | {' | '.join(cells)} | {ratio} | {row['aim']} | {row['note']} |")
    return "\n".join(lines) + "\n"


def machine():
    import cv2
    import sklearn
    import torch

    model = "unknown"
    if Path("/proc/cpuinfo").exists():
        found = [l for l in Path("/proc/cpuinfo").read_text().splitlines() if l.startswith("model name")]
        model = found[0].split(":")[1].strip() if found else model
    return {"processor": model, "cores": os.cpu_count(), "system": platform.system(),
            "load_before": os.getloadavg()[0], "python": platform.python_version(),
            "torch": torch.__version__, "opencv": cv2.__version__, "numpy": np.__version__,
            "scikit-learn": sklearn.__version__}


def main():
    kinds = ["small", "large", "inference", "decode", "scores", "tables", "frames", "ratings", "exports", "explore",
             "start"]
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("what", nargs="*", help="of " + ", ".join(kinds) + " (default: all)")
    p.add_argument("--out", default="target/benchmarks", help="folder for results.md and results.json")
    p.add_argument("--place", default=None, help="folder for temporary files (8 GB)")
    p.add_argument("--inputs", help="folder that keeps the inputs for the next time")
    p.add_argument("--prepare", action="store_true", help="make the inputs, measure nothing")
    p.add_argument("--phantom", help="folder of images/ and models/ to use in small")
    p.add_argument("--turns", type=int, default=5, help="timed turns of each side (default 5)")
    p.add_argument("--runs", type=int, default=5, help="runs of whole comparisons (default: all)")
    p.add_argument("--threads", type=int, default=os.cpu_count(), help="threads (default: all)")
    a = p.parse_args()
    unknown = set(a.what) - set(kinds)
    if unknown:
        p.error(f"no benchmark {', '.join(sorted(unknown))}")
    facts = machine()
    place = workplace(a.place)
    bench = Bench(place, Path(a.inputs or place / "inputs"), a)
    bench.given.mkdir(parents=True, exist_ok=True)
    try:
        if a.prepare:
            for kind in a.what or kinds:
                bench.prepare(kind)
            return
        for kind in a.what or kinds:
            getattr(bench, kind)()
    finally:
        shutil.rmtree(bench.place)
        out = Path(a.out)
        out.mkdir(parents=True, exist_ok=True)
        (out / "results.md").write_text(markdown(bench.rows), encoding="utf-8")
        results = {"machine": facts, "results": bench.rows}
        (out / "results.json").write_text(json.dumps(results, indent=1), encoding="utf-8")
    if bench.failed:
        raise SystemExit("Outputs differ: see the column check.")


main()
