"""A real browser, spoken to over a pipe: one start of Chromium for all pages that tests look at."""

import base64
import itertools
import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

TOOLS = Path(__file__).with_name("node_modules")
LONGEST_SILENCE = 60
"""Seconds."""
BROWSERS = ("chromium", "google-chrome", "chromium-browser")


class Browser:
    """Chromium without a window, driven by the DevTools protocol: one tab and one page at a time."""

    def __init__(self, program: str, profile: Path) -> None:
        (here, theirs), (ours, there) = os.pipe(), os.pipe()  # Chromium reads commands from 3 and answers into 4
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe",
                   "--disable-background-networking", "--disable-dev-shm-usage", "--hide-scrollbars",
                   f"--user-data-dir={profile}"]  # fmt: skip
        code = f"import os; os.dup2({here}, 3); os.dup2({there}, 4); os.execvp({program!r}, {command!r})"
        self.process = subprocess.Popen(
            [sys.executable, "-c", code], pass_fds=(here, there), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        os.close(here)
        os.close(there)
        self.commands, self.answers = os.fdopen(theirs, "wb"), os.fdopen(ours, "rb")
        self.unread = b""
        self.numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        self.session = self.target = ""

    def turn(self) -> None:
        """Open a new tab in place of the old one."""
        self.session, old = "", self.target
        self.target = self.call("Target.createTarget", url="about:blank")["targetId"]
        if old:
            self.call("Target.closeTarget", targetId=old)
        self.session = self.call("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Inspector", "Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command; return its result. What else arrives meanwhile is kept in `events`."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.commands.write(json.dumps(message).encode() + b"\0")
        self.commands.flush()
        while (answer := self.next_message()).get("id") != number:
            self.events.append(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def next_message(self) -> dict[str, Any]:
        while b"\0" not in self.unread:
            assert select.select([self.answers], [], [], LONGEST_SILENCE)[0], "Chromium says nothing more"
            data = self.answers.read1(1 << 20)
            assert data, "Chromium has ended"
            self.unread += data
        text, _, self.unread = self.unread.partition(b"\0")
        message = json.loads(text)
        assert message.get("method") != "Inspector.targetCrashed", "the page has crashed"
        return message

    def open(self, page: Path, width: int = 1280, scheme: str = "light", **features: str) -> None:
        """Show a file in a window `width` CSS pixels wide, in a colour scheme and other media features."""
        self.turn()
        self.look(width, scheme, **features)
        self.events.clear()
        self.call("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self.next_message())
        self.value("document.fonts.ready.then(() => 0)")

    def look(self, width: int, scheme: str = "light", **features: str) -> None:
        """Change the window's width and what the page is told of its reader's wishes."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        wishes = {"prefers-color-scheme": scheme} | {name.replace("_", "-"): wish for name, wish in features.items()}
        self.call("Emulation.setEmulatedMedia", media="", features=[{"name": k, "value": v} for k, v in wishes.items()])

    def value(self, expression: str) -> Any:
        """Return what an expression comes to in the page; policies of the page do not bind it."""
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def printed(self) -> bytes:
        """Return the page as a PDF, on the paper that its style sheets ask for."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])

    def pictured(self) -> bytes:
        """Return the whole page as a PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def close(self) -> None:
        self.session = ""
        self.call("Browser.close")
        self.commands.close()
        self.answers.close()
        self.process.wait(30)


@pytest.fixture(scope="session")
def browser(need: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium, started once."""
    found = Browser(need(*BROWSERS), tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture(scope="session")
def tool(missing: Callable[[str], None]) -> Callable[[str], Path]:
    """A function from a path among the installed packages of `package.json` to the file."""

    def find(path: str) -> Path:
        if not (file := TOOLS / path).is_file():
            missing(f"{path.partition('/')[0]} (npm ci --prefix {Path(__file__).parent.relative_to(Path.cwd())})")
        return file

    return find
