"""What a page prints: A4 sheets with tags, a running title and page numbers, and no heading left alone at a foot."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import Destination

from markup import Finding

A4 = (595.3, 841.9)  # points
TOLERANCE = 2.0
# The outer 15 mm hold a sheet's running title and number, and none of the policy's own text.
MARGIN = 42.5
# A number that CSS draws before a heading is on the paper but not in the outline; none is longer than "12.12.12".
NUMBER_LENGTH = 6


@dataclass(frozen=True)
class Line:
    text: str
    middle: float  # points below the sheet's top edge


def inspect(sheets: Path, titles: list[str]) -> list[Finding]:
    """Judges the PDF that a page printed; `titles` are the page's names, one of which must run along every sheet."""
    reader = PdfReader(sheets)
    findings = []
    if not reader.root_object.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in reader.root_object:
        findings.append(Finding("print tags", "PDF", "it is untagged; use headings, lists and tables that can be tagged"))

    total = len(reader.pages)
    lines = _lines(sheets)
    for number, sheet in enumerate(reader.pages, start=1):
        where = f"sheet {number} of {total}"
        width, height = float(sheet.mediabox.width), float(sheet.mediabox.height)
        if any(abs(side - a4) > TOLERANCE for side, a4 in zip(sorted((width, height)), A4)):
            size = f"{width:.0f} × {height:.0f} points"
            findings.append(Finding("print size", where, f"it is {size}; write size: A4 in @page"))
        margins = " ".join(line.text for line in lines[number - 1] if not MARGIN < line.middle < height - MARGIN)
        if f"Page {number} of {total}" not in margins:
            advice = f"“Page {number} of {total}” is not in its outer 15 mm; print it in an @page margin box"
            findings.append(Finding("print page number", where, advice))
        if not any(title and _words(title) <= _words(margins) for title in titles):
            advice = f"no title ({' / '.join(titles)}) is in its outer 15 mm; print one in an @page margin box"
            findings.append(Finding("print running title", where, advice))
        if any(re.search(r"\b(dd/mm|mm/dd)/yyyy\b", line.text) for line in lines[number - 1]):
            advice = "a date to be written by hand shows what a screen asks for; hide it in print"
            findings.append(Finding("print date", where, advice))

    for number, heading in _headings(reader, reader.outline):
        height = float(reader.pages[number].mediabox.height)
        title = _letters(heading.title)
        rest = _letters(
            " ".join(line.text for line in lines[number] if height - float(heading.top) < line.middle < height - MARGIN)
        )
        if rest.endswith(title) and len(rest) <= len(title) + NUMBER_LENGTH:
            advice = "nothing follows this heading on its sheet; write break-after: avoid for headings"
            findings.append(Finding("print heading", f"sheet {number + 1} of {total}, “{heading.title}”", advice))
    return findings


def draw(sheets: Path, pictures: Path) -> None:
    subprocess.run(["pdftoppm", "-png", "-r", "72", sheets, f"{pictures}-A4"], check=True)


def _lines(sheets: Path) -> list[list[Line]]:
    """The lines of text on every sheet, from the top down."""
    layout = subprocess.run(["pdftotext", "-bbox-layout", sheets, "-"], capture_output=True, check=True).stdout
    return [
        sorted(
            (
                Line(
                    text=" ".join(word.text or "" for word in line),
                    middle=(float(line.attrib["yMin"]) + float(line.attrib["yMax"])) / 2,
                )
                for line in sheet.findall(".//{*}line")
            ),
            key=lambda line: line.middle,
        )
        for sheet in ElementTree.fromstring(layout).findall(".//{*}page")
    ]


def _headings(reader: PdfReader, outline: list) -> Iterator[tuple[int, Destination]]:
    """The headings with the index of their sheet: Chromium lists them, nested, in the PDF's outline."""
    for entry in outline:
        if isinstance(entry, list):
            yield from _headings(reader, entry)
        elif (number := reader.get_destination_page_number(entry)) is not None and entry.top is not None:
            yield number, entry


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def _letters(text: str) -> str:
    """The text without what a line break may add or take: spaces and hyphens."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text).casefold())
