"""Publishes a workspace in parts, as an array job of Dask, and joins them into its folder Output.

    python publish-array.py 12                                with two workers on this machine
    python publish-array.py 12 --scheduler tcp://HOST:8786    with the workers of a “dask scheduler”, on any machines
"""

import argparse
import shutil
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

from dask.distributed import Client, KilledWorker, LocalCluster, as_completed

Done = subprocess.CompletedProcess[str]


def publish(command: list[str], *options: str) -> Done:
    # A worker that is killed takes its clausebook with it, or the part would be busy for whoever does it again.
    done = subprocess.run(["setpriv", "--pdeathsig", "KILL", *command, *options], capture_output=True, text=True)
    # 1 means mistakes in the policies, which stay there however often a part is tried.
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.strip())
    return done


def tell(done: Done) -> None:
    print(done.stdout, end="", flush=True)
    print(done.stderr, end="", file=sys.stderr)
    if done.returncode:
        sys.exit(done.returncode)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", type=int, metavar="PARTS", help="how many: some for each worker")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a running “dask scheduler”")
    parser.add_argument("--workspace", type=Path, default=".", metavar="DIR", help="holds Policies; all workers see it")
    parser.add_argument("--clausebook", default="clausebook", metavar="FILE", help="one file that all workers see")
    options = parser.parse_args()
    if not (clausebook := shutil.which(options.clausebook)):
        parser.error(f"{options.clausebook}: no such command; name it with --clausebook FILE")
    command = [str(Path(clausebook).resolve()), "publish", "--workspace", str(options.workspace.resolve())]
    numbers = range(1, options.parts + 1)

    def publish_part(number: int) -> Done:
        return publish(command, "--shard", f"{number}/{options.parts}", "--output", f"Parts/{number}")

    local = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    try:
        with nullcontext(options.scheduler) if options.scheduler else LocalCluster(**local) as cluster:
            with Client(cluster) as client:
                # The part of a worker that died is done again by another; one that failed is tried twice more.
                # It is no pure function: whoever publishes again wants the policies to be looked at again.
                tasks = as_completed(client.map(publish_part, numbers, retries=2, pure=False), with_results=True)
                for _, done in tasks:
                    tell(done)
        tell(publish(command, "--join", *(f"Parts/{number}" for number in numbers)))
    except (RuntimeError, KilledWorker) as problem:
        sys.exit(f"publish-array: {problem}")


if __name__ == "__main__":
    main()
