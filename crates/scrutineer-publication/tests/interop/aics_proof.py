"""Proof files between this program and aics-tlog, which nobody here wrote.

    python3.12 aics_proof.py verify FILE VKEY           verifies a proof file that carries its entry
    python3.12 aics_proof.py make FOLDER VKEY INDEX     prints a proof file, made from the tiles of a log

Hashes, proofs, notes and checkpoints are computed by aics-tlog; only the lines of the file (C2SP tlog-proof)
are read and written here. Exit status 1 if anything does not hold.
"""

import base64
import sys
from pathlib import Path

from aics_tlog import (
    FileSystemTileReader,
    inclusion_proof_from_tiles,
    parse_note,
    parse_vkey,
    read_entry,
    verify_checkpoint,
    verify_leaf_inclusion,
)

HEADER = "c2sp.org/tlog-proof@v1"


def checked(note, key):
    found = verify_checkpoint(parse_note(note), parse_vkey(key))
    if not found.ok:
        sys.exit(f"checkpoint: {found.error}")
    return found


def verify(file, key):
    head, note = Path(file).read_text(encoding="utf-8").split("\n\n", 1)
    header, extra, index, *hashes = head.split("\n")
    if header != HEADER or not extra.startswith("extra ") or not index.startswith("index "):
        sys.exit("not a proof file with its entry")
    entry = base64.b64decode(extra.removeprefix("extra "), validate=True)
    proof = [base64.b64decode(line, validate=True) for line in hashes]
    found = checked(note, key)
    number = int(index.removeprefix("index "))
    if not verify_leaf_inclusion(entry, number, found.size, proof, found.root):
        sys.exit(f"entry {number} is not in the tree of {found.size} entries")
    print(f"entry {number} of {found.size}")


def make(folder, key, index):
    reader, number = FileSystemTileReader(folder), int(index)
    note = (Path(folder) / "checkpoint").read_text(encoding="utf-8")
    size = checked(note, key).size
    lines = [HEADER]
    lines.append("extra " + base64.b64encode(read_entry(reader, number, size)).decode())
    lines.append(f"index {number}")
    lines += [base64.b64encode(value).decode() for value in inclusion_proof_from_tiles(reader, number, size)]
    sys.stdout.write("\n".join(lines) + "\n\n" + note)


if __name__ == "__main__":
    {"verify": verify, "make": make}[sys.argv[1]](*sys.argv[2:])
