"""A whole comparison as a straightforward PyTorch script does it, in the manner of PruneCXR.

For every network and every sparsity the checkpoint is loaded, pruned with ``torch.nn.utils.prune``,
and run over a ``DataLoader`` that reads, decodes and resizes every image again. ``--decode-once``
keeps the decoded images in memory: the first thing that a careful author would do. ``--float64 N``
runs the same networks over the first N images in double precision, to tell rounding from error: only
tables are written then. Else agreement
(Spearman over the findings of mean dense and mean pruned) and the PIEs, written as CSV.
"""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import torch
from scipy.stats import rankdata
from torch.nn.utils import prune
from torch.utils.data import DataLoader, Dataset

from networks import build

MEAN = torch.tensor([0.485, 0.456, 0.406])[:, None, None]
DEVIATION = torch.tensor([0.229, 0.224, 0.225])[:, None, None]


class Images(Dataset):
    def __init__(self, folder, size, keep, most=None):
        self.files = sorted(Path(folder).iterdir())[:most]
        self.size = size
        self.kept = {} if keep else None

    def __len__(self):
        return len(self.files)

    def gray(self, index):
        gray = cv2.imread(str(self.files[index]), cv2.IMREAD_GRAYSCALE)
        return cv2.resize(gray, (self.size, self.size), interpolation=cv2.INTER_LINEAR)

    def __getitem__(self, index):
        if self.kept is None:
            gray = self.gray(index)
        else:
            if index not in self.kept:
                self.kept[index] = self.gray(index)
            gray = self.kept[index]
        x = torch.from_numpy(gray).float().div(255).expand(3, -1, -1)
        return (x - MEAN) / DEVIATION


def load(file, architecture, findings, sparsity):
    network = build(architecture, findings)
    network.load_state_dict(torch.load(file)["weights"])
    if sparsity > 0:
        kinds = (torch.nn.Conv2d, torch.nn.Linear)
        weights = [(m, "weight") for m in network.modules() if isinstance(m, kinds)]
        prune.global_unstructured(weights, prune.L1Unstructured, amount=sparsity)
        for module, name in weights:
            prune.remove(module, name)
    return network.eval()


def predict(network, loader, kind):
    with torch.no_grad():
        return torch.cat([network.to(kind)(x.to(kind)).sigmoid() for x in loader]).numpy()


def spearman(a, b):
    a, b = (rankdata(each, axis=1) for each in (a, b))
    a, b = (each - each.mean(axis=1, keepdims=True) for each in (a, b))
    return (a * b).sum(1) / np.sqrt((a * a).sum(1) * (b * b).sum(1))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--images", required=True)
    p.add_argument("--models", nargs="+", required=True)
    p.add_argument("--architecture", choices=["small", "resnet50"], required=True)
    p.add_argument("--findings", type=int, default=20)
    p.add_argument("--size", type=int, required=True)
    p.add_argument("--sparsities", required=True)
    p.add_argument("--batch", type=int, default=32)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--workers", type=int, default=0)
    p.add_argument("--decode-once", action="store_true")
    p.add_argument("--float64", type=int, metavar="N")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    cv2.setNumThreads(1)
    out = Path(a.out)
    out.mkdir(parents=True)
    sparsities = [0.0] + [float(s) for s in a.sparsities.split(",")]
    images = Images(a.images, a.size, a.decode_once or a.float64, a.float64)
    kind = torch.float64 if a.float64 else torch.float32
    loader = DataLoader(images, a.batch, num_workers=a.workers)
    means = []
    for sparsity in sparsities:
        tables = []
        for run, file in enumerate(a.models):
            network = load(file, a.architecture, a.findings, sparsity)
            tables.append(predict(network, loader, kind))
            np.save(out / f"run-{run:02d}_sparsity-{sparsity:.2f}.npy", tables[-1])
        means.append(np.mean(np.stack(tables).astype(np.float64), axis=0))
    if a.float64:
        return
    names = [file.name for file in images.files]
    agreements = [spearman(means[0], mean) for mean in means[1:]]
    with open(out / "agreement.csv", "w", encoding="utf-8") as file:
        header = [f"spearman_{s:.2f}" for s in sparsities[1:]]
        file.write(",".join(["image_id", *header]) + "\n")
        for name, *values in zip(names, *agreements):
            file.write(",".join([name, *(repr(float(v)) for v in values)]) + "\n")
    criterion = agreements[sparsities[1:].index(0.9)]
    lowest = np.argsort(criterion, kind="stable")[: int(0.05 * len(names))]
    print(json.dumps({"pies": [names[i] for i in lowest]}))


main()
