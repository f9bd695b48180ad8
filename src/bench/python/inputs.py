"""Makes the inputs of the benchmarks, the same each time: pictures, checkpoints, tables."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np

FINDINGS = 20
ROOT = Path(__file__).resolve().parents[3]
DEMO = ROOT / "assets/demo/models"
PHANTOM = ROOT / "src/test/resources/org/exemplar/classifier/phantom/models"


def pictures(folder, count, side, seed):
    """Smooth 8-bit fields with noise, whose PNGs are as long as those of real films."""
    import cv2

    folder.mkdir(parents=True)
    draw = np.random.default_rng(seed)
    y, x = np.mgrid[0:side, 0:side] / side
    for i in range(count):
        field = np.zeros((side, side))
        for _ in range(12):
            cx, cy, width = draw.uniform(0, 1), draw.uniform(0, 1), draw.uniform(0.05, 0.4)
            field += draw.normal() * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * width**2))
        field = (field - field.min()) / np.ptp(field) * 200 + 20 + draw.normal(0, 1.5, field.shape)
        cv2.imwrite(str(folder / f"image_{i:04d}.png"), np.clip(field, 0, 255).astype(np.uint8))


def network_input(folder, size, count):
    import cv2
    import torch

    files = sorted(folder.iterdir())[:count]
    grays = [cv2.resize(cv2.imread(str(f), cv2.IMREAD_GRAYSCALE), (size, size)) for f in files]
    x = torch.from_numpy(np.stack(grays)).float().div(255)[:, None].expand(-1, 3, -1, -1)
    mean = torch.tensor([0.485, 0.456, 0.406])[:, None, None]
    deviation = torch.tensor([0.229, 0.224, 0.225])[:, None, None]
    return ((x - mean) / deviation).contiguous()


def bands(pixels):
    """Twenty labels of each picture: whether it has more than the median share of each band of gray."""
    grays = pixels.reshape(len(pixels), -1)
    edges = np.quantile(grays, np.linspace(0, 1, FINDINGS + 1))
    shares = np.stack([((grays >= a) & (grays < b)).mean(1) for a, b in zip(edges, edges[1:])], 1)
    return (shares > np.median(shares, axis=0)).astype(np.float32)


def trained(example, seed, sparsities, steps=40):
    """A ResNet-50, trained a little on what its pictures look like, small; its norms fit full size.

    It begins with long-tailed weights, so that at 90 % sparsity most of what it does is left: a
    network that gives the same for every image agrees with everything.
    """
    import torch

    sys.path.insert(0, str(Path(__file__).parent / "peers"))
    from networks import build

    torch.manual_seed(seed)
    made = build("resnet50", FINDINGS)
    with torch.no_grad():
        for module in made.modules():
            if isinstance(module, (torch.nn.Conv2d, torch.nn.Linear)):
                tailed = torch.randn_like(module.weight) ** 3
                module.weight.copy_(tailed / tailed.std() * module.weight.std())
    labels = torch.from_numpy(bands(example.numpy()))
    small = torch.nn.functional.interpolate(example, (64, 64), mode="area")
    descent = torch.optim.SGD(made.parameters(), 0.05, momentum=0.9, nesterov=True)
    made.train()
    for _ in range(steps):
        some = torch.randperm(len(small))[:24]
        x = small[some].flip(-1) if torch.rand(()) < 0.5 else small[some]
        loss = torch.nn.functional.binary_cross_entropy_with_logits(made(x), labels[some])
        descent.zero_grad()
        loss.backward()
        descent.step()
    with torch.no_grad():
        for module in made.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.reset_running_stats()
                module.momentum = None
        for batch in example[:24].split(8):
            made(batch)
        separate(made, sparsities)
    print(f"trained network {seed}: loss {loss.item():.3f}", flush=True)
    return made.eval()


def separate(network, sparsities):
    """Moves weights that tie at the threshold of a sparsity apart by one step of float32.

    Where equal magnitudes lie on both sides, any choice is right, and two programs may choose
    differently; outputs then differ by more than rounding.
    """
    import torch

    weights = [m.weight for m in network.modules() if isinstance(m, (torch.nn.Conv2d, torch.nn.Linear))]
    for sparsity in sparsities:
        magnitudes = torch.cat([w.abs().flatten() for w in weights])
        pruned = round(sparsity * len(magnitudes))
        threshold = magnitudes.kthvalue(pruned).values
        spare = pruned - int((magnitudes < threshold).sum())
        for weight in weights:
            tied = (weight.abs() == threshold).nonzero(as_tuple=True)
            count = len(tied[0])
            aims = torch.full((count,), np.inf)
            aims[: min(spare, count)] = 0.0
            spare -= min(spare, count)
            signs = torch.sign(weight[tied])
            weight[tied] = signs * torch.nextafter(weight[tied].abs(), aims)


def checkpoints(folder, example, count, sparsities):
    import torch

    folder.mkdir(parents=True)
    for seed in range(count):
        made = trained(example, seed, sparsities)
        torch.save({"weights": made.state_dict()}, folder / f"seed-{seed}_chkpt.pt")
        torch.jit.script(made).save(str(folder / f"seed-{seed}_script.pt"))


def names(file):
    file.write_text("".join(f"Finding {i:02d}\n" for i in range(FINDINGS)), encoding="utf-8")


def large(folder, sparsities):
    """Sixty pictures of 1024², and two ResNet-50s that take them at 256²."""
    pictures(folder / "images", 60, 1024, seed=60)
    example = network_input(folder / "images", 256, 48)
    checkpoints(folder / "models", example, 2, sparsities)
    names(folder / "findings.txt")
    example.numpy().tofile(folder / "inputs.f32")


def small(folder, exemplar, environment):
    """The demonstration's films at 128², and five trained networks: its own and those of the tests."""
    made = folder / "made"
    subprocess.run(
        [*exemplar, "demo", "--films", "450", "--side", "128", "--seed", "7", "--format", "png",
         "--prevalence", "compared", "--out", str(made)],
        check=True, stdout=subprocess.DEVNULL, env={**os.environ, **environment})
    (made / "images").rename(folder / "images")
    shutil.rmtree(made)
    models = folder / "models"
    models.mkdir()
    ours = [*sorted(DEMO.glob("*_chkpt.pt")), *sorted(PHANTOM.glob("*_chkpt.pt"))]
    for run, file in enumerate(ours):
        shutil.copy(file, models / f"seed-{run}_chkpt.pt")
    shutil.copy(DEMO / "classes.txt", folder / "findings.txt")


def phantom(folder, given):
    """A study that lies elsewhere: images, and networks with their findings."""
    shutil.copytree(given / "images", folder / "images")
    (folder / "models").mkdir()
    for file in given.glob("models/*_chkpt.pt"):
        shutil.copy(file, folder / "models")
    shutil.copy(given / "models" / "classes.txt", folder / "findings.txt")


def tables(folder, images, count, seed=5):
    """Labels, one dense and ``count`` pruned tables of probabilities."""
    folder.mkdir(parents=True)
    draw = np.random.default_rng(seed)
    base = draw.normal(-2, 1.5, (images, FINDINGS)).astype(np.float32)
    labels = draw.random(base.shape) < 1 / (1 + np.exp(-base))
    np.save(folder / "labels.npy", labels.astype(np.float32))
    np.save(folder / "dense.npy", sigmoid(base))
    for i in range(count):
        noise = draw.standard_normal(base.shape, dtype=np.float32)
        np.save(folder / f"pruned-{i}.npy", sigmoid(base + (0.2 + 0.1 * i) * noise))


def sigmoid(x):
    return (1 / (1 + np.exp(-x))).astype(np.float32)


def comparison(folder, images, runs, sparsities):
    """A comparison folder as ``exemplar compare`` leaves it, with made-up tables."""
    (folder / "predictions").mkdir(parents=True)
    draw = np.random.default_rng(9)
    base = draw.normal(-2, 1.5, (images, FINDINGS)).astype(np.float32)
    labels = (draw.random(base.shape) < 1 / (1 + np.exp(-base))).astype(int)
    noises = [draw.standard_normal(base.shape, dtype=np.float32) for _ in range(8)]
    findings = [f"Finding {i:02d}" for i in range(FINDINGS)]
    with open(folder / "images.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["image_id", "path", "sha256", *findings])
        for i in range(images):
            rows.writerow([f"i{i:06d}", f"i{i:06d}.png", format(i, "064x"), *labels[i]])
    for run in range(runs):
        for k, sparsity in enumerate([0.0, *sparsities]):
            noise = noises[(run * 3 + k) % 8] * draw.uniform(0.8, 1.2) * (0.3 + sparsity)
            table = sigmoid(base + np.roll(noise, int(draw.integers(images)), axis=0))
            np.save(folder / "predictions" / f"run-{run:02d}_sparsity-{sparsity:.2f}.npy", table)
    pruned = {f"{s:.2f}": {"count": 1, "total": 2, "mask_sha256": "0" * 64, "ties": 0} for s in sparsities}
    manifest = {
        "format": "exemplar-comparison/1",
        "version": "benchmark",
        "findings": findings,
        "runs": [
            {"checkpoint": f"{r}.pt", "sha256": format(r, "064x"), "architecture": "none", "pruned": pruned}
            for r in range(runs)
        ],
        "method": "l1",
        "seed": 0,
        "sparsities": sparsities,
        "preprocessing": {
            "size": 256,
            "channels": 3,
            "mean": [0.485, 0.456, 0.406],
            "deviation": [0.229, 0.224, 0.225],
            "resize": "opencv-bilinear",
        },
        "output": "logits",
        "device": "cpu",
        "images": {"listed": images, "used": images, "left_out": []},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def ratings(folder, cases, readers):
    """A long table of ratings: every reader rates every case on two scales and one yes/no."""
    folder.mkdir(parents=True)
    draw = np.random.default_rng(3)
    arm = np.where(np.arange(cases) % 2 == 0, "PIE", "NON_PIE")
    case_effect = draw.normal(0, 0.7, cases) + np.where(arm == "PIE", 0.3, 0)
    with open(folder / "ratings.csv", "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["reader_id", "case_id", "arm", "question", "value"])
        for reader in range(readers):
            bias = draw.normal(0, 0.4)
            for case in range(cases):
                x = case_effect[case] + bias
                for question, value in (
                    ("agree_label", int(draw.random() < 1 / (1 + np.exp(x - 1)))),
                    ("quality", int(np.clip(round(3.5 - x + draw.normal()), 1, 5))),
                    ("difficulty", int(np.clip(round(2.5 + x + draw.normal()), 1, 5))),
                ):
                    rows.writerow([f"R{reader:02d}", f"C{case:05d}", arm[case], question, value])
