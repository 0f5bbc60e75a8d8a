"""Opens every published page as readers do, on a desktop, a phone and A4 paper, and reports what is wrong with it.

Run it with the Python that Tests/install sets up: .build-tests/venv/bin/python Tests/PageTests/check-pages.py Output
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

import markup
import paper
from markup import Finding
from screen import Screen

PROGRAMS = ("chromium", "java", "pdftotext", "pdftoppm")
AT_ONCE = 3  # pages; more gain nothing on two cores


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the published folder")
    parser.add_argument("--print", default="**/*.html", metavar="GLOB", help="the pages to print (default: all)")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="write PNG pictures for people to look at")
    options = parser.parse_args()
    if not any(options.folder.rglob("*.html")):
        parser.error(f"{options.folder}: no pages here; publish first")
    return options


async def check_page(screen: Screen, page: Path, sheets: Path | None, pictures: Path | None) -> list[Finding]:
    """Looks at one page on every screen and, where `sheets` names a file to print to, on paper."""
    visit = await screen.visit(page, sheets, pictures)
    if sheets and sheets.exists():
        visit.findings += await asyncio.to_thread(paper.inspect, sheets, visit.titles)
        if pictures:
            await asyncio.to_thread(paper.draw, sheets, pictures)
    return visit.findings


async def check(options: argparse.Namespace, scratch: Path) -> dict[Path, list[Finding]]:
    folder = options.folder.resolve()
    pages, drawings, styles = (sorted(folder.rglob(kind)) for kind in ("*.html", "*.svg", "*.css"))
    printed = set(folder.glob(options.print))
    findings = markup.broken_links(folder, pages) | {file: [] for file in drawings + styles}
    gate = asyncio.Semaphore(AT_ONCE)

    async def check_one(screen: Screen, page: Path) -> None:
        name = "--".join(page.relative_to(folder).with_suffix("").parts)
        async with gate:
            sheets = scratch / f"{name}.pdf" if page in printed else None
            pictures = options.pictures / name if options.pictures else None
            findings[page].extend(await check_page(screen, page, sheets, pictures))

    nu = asyncio.create_task(asyncio.to_thread(markup.nu, pages + drawings))
    async with Screen.opened() as screen:
        await asyncio.gather(*(check_one(screen, page) for page in pages))
        for style in styles:
            findings[style] += await screen.read_style(style.read_text(encoding="utf-8"))
    for file, found in (await nu).items():
        findings[file] += found
    return {file.relative_to(folder): found for file, found in findings.items()}


def main() -> int:
    options = arguments()
    if absent := [program for program in PROGRAMS if not shutil.which(program)]:
        sys.exit(f"check-pages: run Tests/install first; not installed: {', '.join(absent)}")
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        findings = asyncio.run(check(options, Path(scratch)))
    failed = 0
    for file, found in findings.items():
        fails = any(finding.fails for finding in found)
        failed += fails
        print("FAIL" if fails else "ok  ", file)
        for finding in found:
            print(f"     {finding}")
    print(f"{len(findings) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
