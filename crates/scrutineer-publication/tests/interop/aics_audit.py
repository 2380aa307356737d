"""Checks a log folder with aics-tlog, which nobody here wrote.

    python3.12 aics_audit.py FOLDER VKEY

Verifies the signed checkpoint with the given key, then every tile and every entry bundle against its root,
and inclusion of the first, the last and a middle entry. Prints what was checked; exit status 1 if anything
does not hold.
"""

import base64
import subprocess
import sys
from pathlib import Path

from aics_tlog.tiles import FileSystemTileReader
from aics_tlog.verified import audit_tiles


def main():
    folder, key = Path(sys.argv[1]), sys.argv[2]
    program = [sys.executable, "-m", "aics_tlog"]
    log = ["--log-key", key, "--tiles", str(folder)]
    subprocess.run([*program, "verify-checkpoint", *log], check=True)
    origin, size, root = (folder / "checkpoint").read_text(encoding="utf-8").split("\n")[:3]
    report = audit_tiles(FileSystemTileReader(folder), int(size), base64.b64decode(root))
    print(f"{origin}: {report}")
    for index in sorted({0, int(size) // 2, int(size) - 1}):
        subprocess.run([*program, "verify-inclusion", "--index", str(index), *log], check=True)


if __name__ == "__main__":
    main()
