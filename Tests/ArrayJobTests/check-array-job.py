"""Publishes a county in parts with publish-array.py, kills a worker on the way, and compares with publishing it whole.

Run it with the Python that Tests/install sets up:
.build-tests/venv/bin/python Tests/ArrayJobTests/check-array-job.py .build/debug/clausebook
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

import psutil

HERE = Path(__file__).resolve().parent
SCHOOLS = 60
PARTS = 6
PATIENCE = 120  # seconds; the job takes about ten
HELD = 4  # seconds, fewer than a command waits for another before it is refused


def write_county(workspace: Path) -> None:
    """A county's policy and the schools that amend it, every fifth by amending what its neighbour made of it."""

    def write(path: str, text: str) -> None:
        file = workspace / "Policies" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    matters = "\n".join(
        f"## Matter {matter} {{#matter-{matter}}}\n\n"
        + "".join(
            f"{rule}. {{#rule-{matter}-{rule}}} All {{{{wearer}}}} must keep rule {rule} of [](#matter-{matter}).\n"
            for rule in range(1, 6)
        )
        for matter in range(1, 9)
    )
    write("county/organisation.yaml", "name: {long: Down County Council, short: the Council}\nkind: council\n")
    write("county/uniform/draft.md", f"---\ntitle: School Uniform\nterms: {{wearer: pupils}}\n---\n\n{matters}")
    for school in range(1, SCHOOLS + 1):
        base = f"school-{school - 1}" if school % 5 == 0 else "county"
        rule = school % 4 + 1
        write(f"school-{school}/organisation.yaml", f"name: School {school}\nkind: school\n")
        write(
            f"school-{school}/uniform/draft.md",
            f"---\namends: {base}/uniform@draft\nterms: {{wearer: children of school {school}}}\n---\n\n"
            f"## In #rule-{rule}-{rule}, for “must” substitute “should”\nBecause: the governors chose so.\n\n"
            f"## Omit #rule-5-{school % 3 + 1}\n",
        )
    shutil.copytree(HERE.parents[1] / "Templates", workspace / "Templates")


class Job:
    """The array job while it runs: who publishes which part, and what is half made."""

    def __init__(self, clausebook: Path, workspace: Path) -> None:
        self.parts = workspace / "Parts"
        self.runs: dict[int, set[int]] = defaultdict(set)  # the processes that worked on each part
        command = [sys.executable, HERE / "publish-array.py", f"{PARTS}", "--clausebook", clausebook]
        self.process = psutil.Popen(
            [*command, "--workspace", workspace], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def at_work(self) -> dict[int, psutil.Process]:
        """Who publishes a part now."""
        found = {}
        for child in self.process.children(recursive=True):
            try:
                shard = re.search(r"--shard (\d+)/", " ".join(child.cmdline()))
            except psutil.NoSuchProcess:
                continue
            if shard:
                found[int(shard[1])] = child
                self.runs[int(shard[1])].add(child.pid)
        return found

    def half_made(self, part: int) -> bool:
        return (self.parts / f".{part}.publishing").exists()

    def hold_a_part(self) -> tuple[int, psutil.Process]:
        """Stops whoever publishes a part in the midst of it, and says which part."""
        while self.process.poll() is None:
            for part, publishing in self.at_work().items():
                with suppress(psutil.NoSuchProcess):
                    publishing.suspend()
                    if self.half_made(part):
                        return part, publishing
                    publishing.resume()
            time.sleep(0.002)
        raise AssertionError(f"no part was ever half made\n{self.process.stderr.read()}")

    def kill_a_worker(self) -> int:
        """Kills a worker in the midst of a part, once another part was begun beside it, and says which part."""
        part, publishing = self.hold_a_part()
        end = time.monotonic() + HELD
        while not any(self.half_made(other) for other in self.at_work() if other != part):
            if time.monotonic() > end:
                publishing.kill()
                raise AssertionError("while one part was half made, no other was begun")
            time.sleep(0.002)
        worker = publishing.parent()
        worker.kill()
        assert ends(worker), "the worker outlived kill -9"
        if not ends(publishing):
            publishing.kill()
            raise AssertionError("the killed worker left its clausebook behind")
        return part

    def finish(self) -> str:
        """What the job printed."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"the job is not done after {PATIENCE} seconds"
            self.at_work()
            time.sleep(0.01)
        printed, complaints = self.process.communicate()
        assert self.process.returncode == 0, f"the job ended with {self.process.returncode}:\n{complaints}"
        return printed

    def stop(self) -> None:
        """Leaves nothing of it running, wherever the check ended."""
        if self.process.poll() is None:
            for process in [self.process, *self.process.children(recursive=True)]:
                with suppress(psutil.NoSuchProcess):
                    process.kill()


def ends(process: psutil.Process) -> bool:
    """Whether a process ends within ten seconds; it may wait for good to be buried."""
    for _ in range(1_000):
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.01)
    return False


def published(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes, but for what publishing keeps for itself."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def check(clausebook: Path, workspace: Path) -> None:
    write_county(workspace)
    whole = [clausebook, "publish", "--workspace", workspace, "--output", "Clean"]
    subprocess.run(whole, check=True, stdout=subprocess.DEVNULL)

    job = Job(clausebook, workspace)
    try:
        killed = job.kill_a_worker()
        print(f"ok   two parts were published at once; the worker at part {killed} was killed, its clausebook with it")
        printed = job.finish()
    finally:
        job.stop()

    runs = {part: len(processes) for part, processes in sorted(job.runs.items())}
    expected = {part: 2 if part == killed else 1 for part in range(1, PARTS + 1)}
    assert runs == expected, f"how often each part was tried: {runs}, not {expected}"
    print(f"ok   part {killed} was done again, and every other part once: none was refused")

    left = sorted(entry.name for entry in job.parts.iterdir())
    assert left == [f"{part}" for part in range(1, PARTS + 1)], f"Parts holds {left}"
    parts = [{path for path in published(job.parts / name) if "/" in path} for name in left]
    documents = set().union(*parts)
    assert len(documents) == sum(map(len, parts)), "a document is in two parts"
    drafts = workspace.glob("Policies/*/*/draft.md")
    policies = {str(draft.parent.relative_to(workspace / "Policies")) for draft in drafts}
    assert len(policies) == SCHOOLS + 1 and {path.rsplit("/", 1)[0] for path in documents} == policies
    print(f"ok   the parts together hold all {len(policies)} policies, each in one part")

    clean, joined = published(workspace / "Clean"), published(workspace / "Output")
    differing = sorted(path for path in clean | joined if clean.get(path) != joined.get(path))
    assert not differing, f"{len(differing)} files are not those of a clean publishing: {differing[:5]}"
    anew = re.search(r"in (\d+) files, (\d+) made anew: Output/", printed)
    assert anew and int(anew[1]) == len(clean), printed
    assert int(anew[2]) == len(clean.keys() - documents), f"joining made documents again: {anew[0]}"
    print(f"ok   all {len(clean)} files are those of publishing whole; joining made {anew[2]}, none of them documents")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            check(Path(sys.argv[1]).resolve(), Path(scratch))
        except AssertionError as failure:
            sys.exit(f"FAIL {failure}")
    print(f"check-array-job: {time.monotonic() - started:.0f} seconds")


if __name__ == "__main__":
    main()
