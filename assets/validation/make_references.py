"""Makes the reference data of `exemplar validate` from the team's test data, without the program itself.

usage: make_references.py DATA_FOLDER RESOURCE_FOLDER
needs: numpy, OpenCV (python3-opencv), cryptography

Numbers that other programs gave (PyTorch, iMRMC, SciPy, scikit-learn, pydicom with GDCM) are copied from
DATA_FOLDER. Numbers made here come from numpy, hashlib, cryptography, OpenCV, or the formulas of DICOM PS3.3
C.11 as written below.
"""
import base64, csv, gzip, hashlib, hmac, io, json, math, pathlib, pickle, shutil, sys, zipfile
import cv2, numpy as np
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

DATA, OUT = map(pathlib.Path, sys.argv[1:3])
MODELS = ["bare_state_dict.pt", "bare_state_dict_legacy_nonzip.pth", "dataparallel_state_dict.pth.tar", "float16.pt",
          "prunecxr_style_weights_optimizer_epoch.pt", "pruned_060_with_orig_and_mask.pt", "logits.onnx",
          "script_logits.pt", "trace_logits.pt", "hostile_pickle_must_be_refused.pt"]
PICTURES = ["input_0.png", "input_1.png", "input_2.png"]
FILMS = ["mono2_12bit_ile", "mono2_12bit_ebe", "mono2_12bit_deflated", "mono2_12bit_rle", "mono2_12bit_j2k_lossless",
         "mono2_12bit_jpegls_lossless", "mono2_12bit_jpegls_near2", "mono2_12bit_jpeg_lossless_p14",
         "mono2_12bit_jpeg_lossless_sv1", "mono2_12bit_jpeg_extended_12bit_q95", "mono2_8bit_jpeg_baseline_q90",
         "mono2_signed12_in16", "mono1_10bit_modality_lut_sequence", "mono2_12bit_voi_lut_sequence"]


def folder(name):
    (OUT / name).mkdir(parents=True, exist_ok=True)
    return OUT / name


def write_json(path, value):
    path.write_text(json.dumps(value, separators=(",", ":"), allow_nan=False) + "\n", encoding="utf-8")


def write_gz(path, text):
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def clean(value):
    """NaN and Infinity, which JSON lacks, become null."""
    if isinstance(value, dict):
        return {k: clean(v) for k, v in value.items()}
    if isinstance(value, list):
        return [clean(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


class StateDict(pickle.Unpickler):
    """Float tensors of a zip-format torch file, without torch."""

    def __init__(self, archive):
        self.archive = archive
        self.root = archive.namelist()[0].split("/")[0]
        super().__init__(io.BytesIO(archive.read(self.root + "/data.pkl")))

    def find_class(self, module, name):
        if name == "_rebuild_tensor_v2":
            return lambda storage, offset, size, stride, *_: None if storage is None else \
                storage[offset:offset + int(np.prod(size))].reshape(size)
        return dict if name == "OrderedDict" else name

    def persistent_load(self, pid):
        if pid[1] != "FloatStorage":
            return None
        return np.frombuffer(self.archive.read(f"{self.root}/data/{pid[2]}"), "<f4")


def engine():
    out = folder("engine")
    formats = DATA / "model-formats"
    for name in MODELS + PICTURES:
        shutil.copy(formats / name, out / name)
        (out / name).chmod(0o644)
    golden = json.loads((formats / "golden.json").read_text())
    with zipfile.ZipFile(formats / "bare_state_dict.pt") as archive:
        weights = StateDict(archive).load()
    header, blob = {}, b""
    for key, tensor in weights.items():
        if tensor is not None:
            header[key] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(blob), len(blob) + tensor.nbytes]}
            blob += tensor.tobytes()
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    (out / "state_dict.safetensors").write_bytes(len(head).to_bytes(8, "little") + head + blob)
    flat = np.concatenate([np.abs(weights[key]).ravel() for key in golden["prunable"]])
    order = np.argsort(flat, kind="stable")
    masks = []
    for sparsity in [0.05 * i for i in range(1, 20)]:
        sparsity = round(sparsity, 2)
        count = round(sparsity * flat.size)
        keep = np.ones(flat.size, bool)
        keep[order[:count]] = False
        masks.append({"sparsity": f"{sparsity:.2f}", "total": flat.size, "pruned": count,
                      "sha256": hashlib.sha256(np.packbits(keep).tobytes()).hexdigest()})
    gray = cv2.imread(str(out / "input_0.png"), cv2.IMREAD_GRAYSCALE)
    resize = [{"rows": r, "columns": c,
               "sha256": hashlib.sha256(cv2.resize(gray, (c, r), interpolation=cv2.INTER_LINEAR).tobytes()).hexdigest()}
              for r, c in [(224, 224), (256, 256), (96, 96), (57, 83), (512, 300)]]
    write_json(out / "golden.json", {
        "findings": len(golden["classes"]), "masks": masks, "resize": resize,
        **{k: golden[k] for k in ["logits", "logits_float16_weights", "logits_pruned_060"]}})
    means = {}
    with gzip.open(DATA / "phantom/golden/mean_preds_float64.csv.gz", "rt") as table:
        for row in csv.reader(table):
            if row[0] in ("0.00", "0.90"):
                means.setdefault(row[1], {})[row[0]] = row[2:]
    with open(DATA / "phantom/golden/spearman_per_image.csv") as table:
        spearman = {row["id"]: row["0.90"] for row in csv.DictReader(table)}
    lines = ["id,spearman,dense,pruned"] + \
        [",".join([i, spearman[i], " ".join(m["0.00"]), " ".join(m["0.90"])]) for i, m in means.items()]
    write_gz(out / "agreement.csv.gz", "\n".join(lines) + "\n")
    pies = json.loads((DATA / "phantom/golden/golden.json").read_text())["pies"]["0.90"]
    write_json(out / "pies.json", {"percentile": 5, "pies": pies["pie_ids"]})


def statistics():
    out = folder("statistics")
    golden = json.loads((DATA / "ratings-mrmc/golden.json").read_text())
    keep = {}
    for name, table in golden.items():
        shutil.copyfileobj(open(DATA / f"ratings-mrmc/{name}.csv", "rb"), gz := gzip.GzipFile(
            filename="", fileobj=open(out / f"{name}.csv.gz", "wb"), mode="wb", mtime=0))
        gz.close()
        keep[name] = {q: {"mrmc": {k: v["mrmc"].get(k) for k in
                                   ["auc", "status", "var_u", "var_v", "se", "df", "t", "p", "ci", "reader_auc"]},
                          "permutation": v["permutation"]} for q, v in table["questions"].items()}
    write_gz(out / "mrmc.json.gz", json.dumps(clean(keep)))
    agreement = {}
    python = json.loads((DATA / "ratings/golden_python.json").read_text())
    for path in sorted((DATA / "ratings").glob("*.csv")):
        (out / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
        agreement[path.name] = {q: python[path.name][q].get("agreement") for q in ["agree_label", "quality", "difficulty"]}
    write_gz(out / "agreement.json.gz", json.dumps(clean(agreement)))
    write_gz(out / "vectors.json.gz", json.dumps(clean(json.loads((DATA / "vectors/golden_vectors.json").read_text()))))


def window(x, function, c, w):
    """DICOM PS3.3 C.11.2.1.2.1, C.11.2.1.3.2 and C.11.2.1.3.1 with output 0 to 1."""
    if function == "SIGMOID":
        return 1 / (1 + math.exp(-4 * (x - c) / w))
    if function == "LINEAR_EXACT":
        return 0.0 if x <= c - w / 2 else 1.0 if x > c + w / 2 else (x - c) / w + 0.5
    low, high = c - 0.5 - (w - 1) / 2, c - 0.5 + (w - 1) / 2
    return 0.0 if x <= low else 1.0 if x > high else (x - (c - 0.5)) / (w - 1) + 0.5


def lut(x, table):
    return table["data"][min(max(math.floor(x + 0.5) - table["first"], 0), len(table["data"]) - 1)]


def pipelines():
    cases = []
    for photometric in ["MONOCHROME1", "MONOCHROME2"]:
        for signed in [False, True]:
            for bits in [8, 10, 12, 14, 16]:
                low = -(1 << bits - 1) if signed else 0
                high = low + (1 << bits) - 1
                values = sorted({low, low + 1, low + (1 << bits) // 4, low + (1 << bits) // 2 - 1, low + (1 << bits) // 2,
                                 low + 3 * (1 << bits) // 4, high - 1, high})
                modalities = [{"slope": 1.0, "intercept": 0.0}, {"slope": -0.5, "intercept": 37.25},
                              {"first": low + 3, "bits": 12, "data": [(37 * i * i) % 4096 for i in range(29)]}]
                for m in modalities:
                    for function in ["LINEAR", "LINEAR_EXACT", "SIGMOID", "LUT"]:
                        for shape in [None, "IDENTITY", "INVERSE"]:
                            for padding in [None, [high - 1, high]]:
                                cases.append(pipeline(photometric, signed, bits, values, m, function, shape, padding))
    return cases


def pipeline(photometric, signed, bits, values, m, function, shape, padding):
    after = [float(lut(v, m)) if "data" in m else m["slope"] * v + m["intercept"] for v in values]
    centre, width = (min(after) + max(after)) / 2 + 0.25, max(2.0, (max(after) - min(after)) * 0.75)
    if function == "LUT":
        voi = {"first": math.floor(min(after)) + 1, "bits": 10, "data": [(i * 97) % 1024 for i in range(51)]}
        shares = [lut(x, voi) / 1023 for x in after]
    else:
        voi = {"function": function, "centre": centre, "width": width}
        shares = [window(x, function, centre, width) for x in after]
    inverse = photometric == "MONOCHROME1" if shape is None else shape == "INVERSE"
    display = [0.0 if padding and padding[0] <= v <= padding[1] else 1 - s if inverse else s
               for v, s in zip(values, shares)]
    return {"photometric": photometric, "signed": signed, "bits": bits, "modality": m, "voi": voi, "shape": shape,
            "padding": padding, "values": values, "display": display}


def grayscale():
    out = folder("grayscale")
    golden = json.loads((DATA / "dicom/golden/derived.json").read_text())
    keep = {}
    for name in FILMS:
        (out / f"{name}.dcm.gz").write_bytes(gzip.compress((DATA / f"dicom/derived/{name}.dcm").read_bytes(), 9, mtime=0))
        g = golden[f"{name}.dcm"]
        keep[name] = {"transfer_syntax": g["transfer_syntax_name"], "stored_sha256": g["stored_sha256_little_endian"],
                      "modality_mean": g["after_modality_lut"]["mean"],
                      "minmax_sha256": None if g["pixel_padding"] else g["minmax_8bit_sha256"]}
    write_json(out / "films.json", keep)
    write_gz(out / "pipelines.json.gz", json.dumps(pipelines(), separators=(",", ":")))


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def audit():
    out = folder("audit")
    entries, previous = [], "0" * 64
    for n, (action, payload) in enumerate([("sealed", {"cases": 40, "note": "Größe \u20ac"}), ("issued", {"reader": "R01"}),
                                           ("rating", {"value": 4, "half": 0.5, "kept": True}), ("closed", {})], 1):
        entry = {"action": action, "actor": "coordinator", "at": f"2026-01-02T03:04:0{n}.678Z",
                 "payload": payload, "previous": previous, "sequence": n}
        previous = hashlib.sha256(canonical(entry).encode()).hexdigest()
        entries.append({**entry, "hash": previous})
    key, nonce = bytes(range(32)), bytes(range(100, 112))
    salt, rounds, passphrase = bytes(range(16)), 600000, "open sesame"
    master = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, rounds, 32)
    derive = lambda purpose: hmac.new(master, purpose, hashlib.sha256).digest()
    header = b"EXBX" + b"\1" + rounds.to_bytes(4, "big") + salt + derive(b"check")[:8]
    plain = "the unblinding key would lie here".encode()
    box = header + nonce + AESGCM(derive(b"key")).encrypt(nonce, plain, header.hex().encode())
    write_json(out / "golden.json", {
        "chain": entries,
        "box": {"passphrase": passphrase, "plain": plain.decode(), "sealed": base64.b64encode(box).decode()},
        "digests": [{"text": t, "sha256": hashlib.sha256(t.encode()).hexdigest()}
                    for t in ["", "abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"]],
        "pbkdf2": {"passphrase": "passwd", "salt": b"salt".hex(), "rounds": 1,
                   "key": "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"},
        "aes_gcm": [{"key": "00" * 32, "nonce": "00" * 12, "name": "", "plain": "00" * 16,
                     "cipher": "cea7403d4d606b6e074ec5d3baf39d18", "tag": "d0d1c8a799996bf0265b98b5d48ab919"},
                    {"key": key.hex(), "nonce": nonce.hex(), "name": "case 1", "plain": plain.hex(),
                     "cipher": (c := AESGCM(key).encrypt(nonce, plain, b"case 1"))[:-16].hex(), "tag": c[-16:].hex()}],
        "ed25519": [{"seed": "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                     "public": "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "message": "72",
                     "signature": "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                  "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
                    {"seed": "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                     "public": "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "message": "af82",
                     "signature": "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                                  "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"}]})
    for vector in json.loads((out / "golden.json").read_text())["ed25519"]:
        private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(vector["seed"]))
        assert private.sign(bytes.fromhex(vector["message"])).hex() == vector["signature"], vector
        assert private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex() == vector["public"]


engine()
statistics()
grayscale()
audit()
