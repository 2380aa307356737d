"""A log kept by aics-tlog, which nobody here wrote, cosigned by a witness over HTTP.

    python3.12 aics_log.py FOLDER ORIGIN SEED_BYTE WITNESS_URL WITNESS_VKEY SIZE...

Grows the log to each size in turn; entry i is the text `entry i`. At each size it signs a checkpoint, submits
it with aics-witness's client, which verifies the cosignature, then verifies the merged note with a quorum of
that witness, and writes it to FOLDER/checkpoint. The last line printed is the number of cosignatures; exit
status 1 if anything does not hold.
"""

import sys
from pathlib import Path

from aics_tlog import (
    Checkpoint,
    DirectoryTileStore,
    IncrementalTileWriter,
    consistency_proof_from_tiles,
    parse_note,
    parse_vkey,
    sign_checkpoint,
    verify_checkpoint,
    vkey_from_ed25519,
)
from aics_witness.feeder import WitnessClient, merge_cosignatures
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def main():
    folder, origin, seed, url, witness = sys.argv[1:6]
    key = Ed25519PrivateKey.from_private_bytes(bytes([int(seed)]) * 32)
    own = vkey_from_ed25519(origin, key.public_key())
    store = DirectoryTileStore(folder)
    writer = IncrementalTileWriter(store, prune_partials=False)
    cosigned = 0
    with WitnessClient(url, witness) as client:
        for size in map(int, sys.argv[6:]):
            writer.append(f"entry {index}".encode() for index in range(writer.size, size))
            note = sign_checkpoint(Checkpoint(origin, size, writer.root()), key, origin).to_bytes()
            proof = lambda old, new: consistency_proof_from_tiles(store, old, new)
            merged = merge_cosignatures(note, client.submit(note, proof))
            found = verify_checkpoint(parse_note(merged), own, [parse_vkey(witness)], 1)
            if not found.ok:
                sys.exit(f"size {size}: {found.error}")
            (Path(folder) / "checkpoint").write_bytes(merged)
            cosigned += 1
    print(cosigned)


if __name__ == "__main__":
    main()
