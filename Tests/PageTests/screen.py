"""What a reader sees in Chromium: accessibility, width, errors, the page without scripts, and the sheets it prints."""

import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Browser, BrowserContext, Error, Page, async_playwright

from markup import Finding, conditions

AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"landmark-unique": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,  # it would fetch stylesheets with scripts, which file: addresses do not allow
}
DESKTOP, PHONE = 1280, 320
MAIN_TEXT = "() => (document.querySelector('main') ?? document.body).innerText"
SCRIPTS = "script:not([type='application/ld+json']), [onload], [onerror]"
TITLES = "() => [document.title, document.querySelector('h1')?.innerText ?? '']"
STYLES = "() => [...document.querySelectorAll('style')].map(style => style.textContent)"

# The deepest element that reaches the page's full width is the one that makes it so wide.
OVERFLOW = """limit => {
    const width = document.scrollingElement.scrollWidth
    if (width <= limit) return null
    const widest = [...document.body.querySelectorAll('*')]
        .filter(element => Math.abs(element.getBoundingClientRect().right - width) < 1).pop() ?? document.body
    const classes = [...widest.classList].map(name => '.' + name).join('')
    return { width, name: widest.localName + (widest.id && '#' + widest.id) + classes }
}"""


@dataclass
class Visit:
    findings: list[Finding] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


@dataclass
class Screen:
    desktop: BrowserContext
    phone: BrowserContext
    scriptless: BrowserContext

    @classmethod
    @asynccontextmanager
    async def opened(cls) -> AsyncIterator["Screen"]:
        async with async_playwright() as playwright:
            # Chromium's sandbox refuses root.
            browser = await playwright.chromium.launch(
                executable_path=shutil.which("chromium"), chromium_sandbox=os.geteuid() != 0
            )
            large, small = {"width": DESKTOP, "height": 900}, {"width": PHONE, "height": 740}
            yield cls(
                desktop=await _context(browser, viewport=large),
                phone=await _context(browser, viewport=small, is_mobile=True, has_touch=True),
                scriptless=await _context(browser, viewport=large, java_script_enabled=False),
            )
            await browser.close()

    async def visit(self, page: Path, sheets: Path | None, pictures: Path | None) -> Visit:
        """Opens the page on each screen; prints it to `sheets` and begins pictures' names with `pictures` if given."""
        visit = Visit()
        try:
            async with _tab(self.desktop, page, visit) as tab:
                visit.titles = await tab.evaluate(TITLES)
                for style in await tab.evaluate(STYLES):
                    visit.findings += await _unsupported(tab, style)
                visit.findings += await _axe(tab, DESKTOP)
                text, scripted = await tab.evaluate(MAIN_TEXT), await tab.locator(SCRIPTS).count()
                if pictures:
                    await tab.screenshot(path=f"{pictures}-{DESKTOP}.png", full_page=True)
                if sheets:
                    await tab.pdf(
                        path=sheets, prefer_css_page_size=True, print_background=True, tagged=True, outline=True
                    )
            async with _tab(self.phone, page, visit) as tab:
                visit.findings += await _axe(tab, PHONE)
                if overflow := await tab.evaluate(OVERFLOW, PHONE):
                    advice = f"the page is {overflow['width']} px wide; let this wrap, shrink or scroll by itself"
                    visit.findings.append(Finding(f"overflow at {PHONE} px", overflow["name"], advice))
                if pictures:
                    await tab.screenshot(path=f"{pictures}-{PHONE}.png", full_page=True)
            if scripted:
                async with _tab(self.scriptless, page, visit) as tab:
                    if await tab.evaluate(MAIN_TEXT) != text:
                        advice = "its text differs without JavaScript; write all of it in the HTML"
                        visit.findings.append(Finding("scripts", "main", advice))
        except Error as error:
            visit.findings.append(Finding("browser", "page", f"{error.message}; mend what stops the page loading"))
        # The same fault on several screens is told once.
        visit.findings = list(dict.fromkeys(visit.findings))
        return visit

    async def read_style(self, style: str) -> list[Finding]:
        tab = await self.desktop.new_page()
        findings = await _unsupported(tab, style)
        await tab.close()
        return findings


async def _context(browser: Browser, **options) -> BrowserContext:
    context = await browser.new_context(**options)
    # A published page is complete in itself: what it asks of other hosts fails here, whether or not there is a network.
    await context.route(re.compile("^(https?|wss?):"), lambda route: route.abort())
    return context


@asynccontextmanager
async def _tab(context: BrowserContext, page: Path, visit: Visit) -> AsyncIterator[Page]:
    tab = await context.new_page()

    def report(rule: str, where: str, advice: str) -> None:
        visit.findings.append(Finding(rule, where, advice))

    tab.on("requestfailed", lambda request: report("request", request.url, "publish the file or drop the reference"))
    tab.on("pageerror", lambda error: report("script error", "page", error.message))
    # Failed requests reach the console as well, but there without their address.
    tab.on(
        "console",
        lambda message: message.type == "error"
        and not message.text.startswith("Failed to load resource")
        and report("console", message.location["url"], message.text),
    )
    try:
        await tab.goto(page.as_uri())
        yield tab
    finally:
        await tab.close()


async def _axe(tab: Page, width: int) -> list[Finding]:
    await tab.evaluate(AXE_SCRIPT)
    violations = await tab.evaluate("options => axe.run(options).then(results => results.violations)", AXE)
    findings = []
    for violation in violations:
        first, *others = violation["nodes"]
        where = " ".join(map(str, first["target"])) + (f" and {len(others)} more" if others else "")
        advice = " ".join(first.get("failureSummary", violation["help"]).split())
        findings.append(Finding(f"axe {violation['id']} at {width} px", where, advice))
    return findings


async def _unsupported(tab: Page, style: str) -> list[Finding]:
    """The at-rules, selectors and declarations that this Chromium drops."""
    asked = list(conditions(style))
    answers = await tab.evaluate("all => all.map(each => CSS.supports(each))", [condition for _, condition in asked])
    return [
        Finding("css", f"line {line} of the style, “{condition}”", "Chromium drops this; correct its name or value")
        for (line, condition), supported in zip(asked, answers, strict=True)
        if not supported
    ]
