"""Reads the published calendar of reviews and feed of editions as other programs do, and reports what is wrong with them.

Run it with the Python that Tests/install sets up: .build-tests/venv/bin/python Tests/PageTests/check-feeds.py Output
"""

import calendar
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import icalendar

SOMEWHERE = "https://policies.example/site/"  # where the folder might be put; the files do not know


def last_day(written: str) -> date:
    """The last day that 2019, 2019-04 or 2019-04-30 may mean."""
    year, month, day = ([int(part) for part in written.split("-")] + [0, 0])[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def calendar_problems(octets: bytes, policies: list[dict]) -> Iterator[str]:
    lines = octets.split(b"\r\n")
    if lines.pop() != b"" or any(b"\n" in line or b"\r" in line for line in lines):
        yield "its lines do not all end with CR LF"
    if long := [line for line in lines if len(line) > 75]:
        yield f"{len(long)} lines are longer than 75 octets, the first is {long[0]!r}"
    parsed = icalendar.Calendar.from_ical(octets)
    events = {str(event["UID"]): event for event in parsed.walk("VEVENT")}
    if broken := [error for part in parsed.walk() for error in part.errors]:
        yield f"the parser complains: {broken}"
    if len(events) != len(parsed.walk("VEVENT")):
        yield "two events have one UID"
    due = {}
    for policy in policies:
        if policy["nextReview"]:
            organisation, name = policy["address"].split("@")[0].split("/")
            due[f"{organisation}.{name}.review@clausebook.invalid"] = policy
    if events.keys() != due.keys():
        yield f"it has events for {sorted(events)}, reviews are due for {sorted(due)}"
    for uid in events.keys() & due.keys():
        event, policy, day = events[uid], due[uid], last_day(due[uid]["nextReview"])
        if (event.decoded("DTSTART"), event.decoded("DTEND")) != (day, day + timedelta(days=1)):
            yield f"{uid} is not on the whole day {day}"
        if str(event["SUMMARY"]) != f"Review due: {policy['title']} ({policy['organisation']})":
            yield f"{uid} is called {event['SUMMARY']!r}"
        alarms = sorted(alarm.decoded("TRIGGER") for alarm in event.walk("VALARM"))
        if alarms != [timedelta(days=-90), timedelta(days=-7)]:
            yield f"{uid} has the alarms {alarms}"


def feed_problems(octets: bytes, policies: list[dict], folder: Path) -> Iterator[str]:
    ElementTree.fromstring(octets)  # well-formed, or this raises
    headers = {"content-location": SOMEWHERE + "editions.atom", "content-type": "application/atom+xml"}
    feed = feedparser.parse(octets, response_headers=headers)
    if feed.bozo or feed.version != "atom10":
        yield f"the parser takes it for “{feed.version}”: {feed.get('bozo_exception')}"
    if feed.feed.links[0].href != SOMEWHERE + "editions.atom":
        yield f"its link to itself leads to {feed.feed.links[0].href}"
    ids = [feed.feed.id] + [entry.id for entry in feed.entries]
    if len(set(ids)) != len(ids) or not all(name.startswith("tag:clausebook.invalid,2026:") for name in ids):
        yield f"its ids are not all different tags: {ids}"
    dates = [entry.get("updated_parsed") for entry in feed.entries]
    if not all(dates) or dates != sorted(dates, reverse=True) or dates and feed.feed.updated_parsed != dates[0]:
        yield "its entries are not all dated, the newest first"
    known = {policy["address"]: policy for policy in policies}
    for entry in feed.entries:
        policy = known.get(entry.id.removeprefix("tag:clausebook.invalid,2026:"))
        if not policy:
            yield f"{entry.id} is no published edition"
        elif entry.title != f"{policy['title']}, edition {policy['address'].split('@')[1]} – {policy['organisation']}":
            yield f"{entry.id} is called {entry.title!r}"
        elif entry.author != policy["organisation"] or policy["approvedOn"] and "published" not in entry:
            yield f"{entry.id} does not say who approved it when"
    for link in [link for part in [feed.feed, *feed.entries] for link in part.links]:
        path = link.href.removeprefix(SOMEWHERE)
        if urljoin(SOMEWHERE, path) != link.href or not (folder / path).is_file():
            yield f"it links to {link.href}, which is not published"
    dated = {policy["address"] for policy in policies if policy["approvedOn"]}
    if missing := dated - {name.removeprefix("tag:clausebook.invalid,2026:") for name in ids}:
        yield f"it leaves out {sorted(missing)}"


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    policies = json.loads((folder / "policies.json").read_text(encoding="utf-8"))
    current = [policy for policy in policies if policy["state"] == "in force"]
    problems = [f"reviews.ics: {words}" for words in calendar_problems((folder / "reviews.ics").read_bytes(), current)]
    feed = (folder / "editions.atom").read_bytes()
    problems += [f"editions.atom: {words}" for words in feed_problems(feed, policies, folder)]
    for problem in problems:
        print("FAIL", problem)
    print(f"calendar and feed: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
