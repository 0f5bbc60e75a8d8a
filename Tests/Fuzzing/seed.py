"""Makes the seeds of the fuzzers from the specification's examples and the policies that are shipped.

    python3 Tests/Fuzzing/seed.py FOLDER    writes FOLDER/Parsing, FOLDER/Amending and FOLDER/Publishing, a file per seed
"""

import hashlib
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parents[2]

# The letter that stands before a file in the corpus of Parsing: see FileKind.
KINDS = [
    (r"organisation\.yaml$", "o"), (r"ledger\.yaml$", "l"), (r"registers/.*\.yaml$", "r"),
    (r"(decisions|form)[^/]*\.yaml$", "d"), (r"^Policies/.*\.md$", "p"), (r"\.md$", "f"),
]


def examples():
    """The files of each example, by their paths."""
    for page in sorted((root / "Tests/PolicySpecTests/Spec").glob("*.md")):
        for example in re.findall(r"^````example\n(.*?)^````$", page.read_text(), re.M | re.S):
            parts = re.split(r"^%% (.+)\n", example, flags=re.M)[1:]
            titles = [re.sub(r"^(write|file) ", "", title) for title in parts[::2]]
            yield {title: text for title, text in zip(titles, parts[1::2]) if re.search(r"\.(md|yaml)$", title)}


def shipped():
    for path in sorted((root / "Policies").rglob("*.*")):
        yield {str(path.relative_to(root)): path.read_text()}


def parsing(files):
    for path, text in files.items():
        letter = next((letter for pattern, letter in KINDS if re.search(pattern, path)), None)
        if letter:
            yield letter + text
        if letter == "p":
            yield "f" + text


def amending(files):
    """A text with each other one of its example, and all its forks."""
    policies = [text for path, text in files.items() if re.search(r"^Policies/.*\.md$", path)]
    forks = [text for text in policies if re.search(r"^amends:", text, re.M)]
    texts = [text for text in policies if text not in forks]
    for first in texts:
        for second in texts:
            if first != second or len(texts) == 1:
                yield "".join(f"%% \n{text}" for text in [first, second, *forks])


def publishing(files):
    """The same, every fork resting on the text that comes first, and each text alone."""
    for path, text in files.items():
        if re.search(r"^Policies/.*\.md$", path) and not re.search(r"^amends:", text, re.M):
            yield f"%% \n{text}"
    for seed in amending(files):
        yield re.sub(r"^amends: .*$", "amends: county/trips@draft", seed, flags=re.M)


def write(folder, seeds):
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        data = seed.encode()
        (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


folder = pathlib.Path(sys.argv[1])
for files in [*examples(), *shipped()]:
    write(folder / "Parsing", parsing(files))
    write(folder / "Amending", amending(files))
    write(folder / "Publishing", publishing(files))
