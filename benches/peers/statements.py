"""A log of the sheets of a synthetic election in actasum: build it, prove one statement, check the proof.

    python -m venv ENV && ENV/bin/pip install -r requirements-log.txt       # Python 3.11 to 3.13
    ENV/bin/python statements.py build SIM/sheets/sheets.csv LOG
    ENV/bin/python statements.py prove LOG

Each step is a fresh process, because a person starts one. `build` makes one statement of each row, appends
all in one call. `prove` opens the log, which that program checks whole, proves the
statement in the middle and checks the proof against the checkpoint. Peak memory is that of the process.
"""

import csv
import resource
import sys
import time

START = time.perf_counter()

from actasum.log import Log, verify_inclusion_proof  # noqa: E402
from actasum.statement import Statement  # noqa: E402

ORIGIN = "log.example/peer"
FIXED = ["place", "table", "registered", "ballots", "valid", "invalid", "blank"]


def statements(path):
    with open(path, encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows):
            yield Statement(
                profile="simulated",
                election="simulated",
                station=f"{row['place']}:{row['table']}",
                constituency=row["place"][:2],
                candidatures={name: int(row[name]) for name in row if name not in FIXED},
                blank=int(row["blank"]),
                null=int(row["invalid"]),
                registered=int(row["registered"]),
            )


def say(what, since):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what}: {time.perf_counter() - since:.2f} s, peak {peak:.0f} MB")


def main():
    if sys.argv[1] == "build":
        log = Log.create(sys.argv[3], ORIGIN)
        added, _ = log.append(statements(sys.argv[2]))
        say(f"build of {added} statements", START)
    else:
        log = Log.open(sys.argv[2])
        say(f"open of {len(log.leaves)} statements", START)
        since = time.perf_counter()
        proof = log.prove_inclusion(len(log.leaves) // 2)
        say("one proof", since)
        since = time.perf_counter()
        verify_inclusion_proof(proof, log.checkpoint())
        say("its check, with the root computed for it", since)
        say("together", START)


main()
