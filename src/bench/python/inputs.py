"""Makes the inputs of the benchmarks, the same each time: pictures, checkpoints, tables."""

import csv
import json
import sys
from pathlib import Path

import numpy as np

FINDINGS = 20


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


def network(name, example, seed):
    """Untrained, with long-tailed weights, so that something of it is left at high sparsity."""
    import torch

    sys.path.insert(0, str(Path(__file__).parent / "peers"))
    from networks import build

    torch.manual_seed(seed)
    made = build(name, FINDINGS)
    with torch.no_grad():
        for module in made.modules():
            if isinstance(module, (torch.nn.Conv2d, torch.nn.Linear)):
                tailed = torch.randn_like(module.weight) ** 3
                module.weight.copy_(tailed / tailed.std() * module.weight.std())
            if isinstance(module, torch.nn.BatchNorm2d):
                module.momentum = 1.0
        made.train()(example)
        made.eval()
        # outputs of about the size of logits, different for each image
        logits = made(example)
        made.fc.weight.mul_(2 / logits.std(0).mean())
        made.fc.bias.sub_(made(example).mean(0))
    return made


def checkpoints(folder, name, count, example):
    import torch

    folder.mkdir(parents=True)
    for seed in range(count):
        made = network(name, example, seed)
        torch.save({"weights": made.state_dict()}, folder / f"seed-{seed}_chkpt.pt")
        torch.jit.script(made).save(str(folder / f"seed-{seed}_script.pt"))


def names(file):
    file.write_text("".join(f"Finding {i:02d}\n" for i in range(FINDINGS)), encoding="utf-8")


def study(folder, name, images, side, size, runs):
    """Pictures, and networks of one architecture that take them."""
    pictures(folder / "images", images, side, seed=images)
    example = network_input(folder / "images", size, 24)
    checkpoints(folder / "models", name, runs, example)
    names(folder / "findings.txt")
    network_input(folder / "images", size, 48).numpy().tofile(folder / "inputs.f32")


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
