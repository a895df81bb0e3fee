"""A real Chromium for the tests of the handbook, the page that it opens, and what it is asked there."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE, DESK = (390, 844), (1280, 900)

ASK = """questions => questions.map(question => {
  const box = document.getElementById("q");
  const start = performance.now();
  box.value = question;
  box.dispatchEvent(new Event("input"));
  const milliseconds = performance.now() - start;
  const first = document.querySelector("#results>details");
  return [first ? first.id : "", document.getElementById("s").textContent, milliseconds];
})"""


class Found(NamedTuple):
    """What the page shows for one question."""

    first: str
    """The slug of the answer that is on top; empty for none."""

    told: str
    milliseconds: float


class Seen(NamedTuple):
    """An open page, and all that it asked for or complained about."""

    page: "Page"
    requests: list[str]
    complaints: list[str]


@contextmanager
def chromium() -> "Iterator[Browser]":
    """Debian's Chromium, without a window. Where there is none the test is skipped, but never in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None and not os.environ.get("CI"):
        pytest.skip("no chromium here: apt-get install chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the ordinary tests do without

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: "Browser", address: Path | str, size: tuple[int, int] = DESK, *, script: bool = True, bypass: bool = False
) -> Iterator[Seen]:
    """The page at a path or an address; `bypass` lets a test put its own script into it."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=script, bypass_csp=bypass
    )
    page = context.new_page()
    seen = Seen(page, [], [])
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("dialog", lambda dialog: seen.complaints.append(f"dialog {dialog.message}"))
    page.goto(address if isinstance(address, str) else address.as_uri())
    yield seen
    context.close()


def ask(page: "Page", questions: Sequence[str]) -> list[Found]:
    """What the page shows for each question, typed at once."""
    return [Found(*found) for found in page.evaluate(ASK, list(questions))]


def first_paint(page: "Page") -> float:
    """Milliseconds from the call of the page to its first paint."""
    page.wait_for_function("performance.getEntriesByName('first-paint').length")
    return float(page.evaluate("performance.getEntriesByName('first-paint')[0].startTime"))


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a web server for the folder, on this machine only, and the paths that are asked of it."""
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def log_request(self, *_: object) -> None:
            asked.append(self.path)

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
