"""Headless Chromium over the DevTools protocol on a pair of pipes (no packages, no network port): see html_browser.py."""
import base64
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time

WIDTHS = (390, 1440)
PATIENCE = 120  # seconds


class Chromium:
    """One browser with one page; closed at the end of a `with`."""

    def __init__(self):
        binary = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if binary is None:
            raise FileNotFoundError("chromium is not installed")
        self.profile = tempfile.TemporaryDirectory()
        to_child, self.write_end = os.pipe()
        self.read_end, from_child = os.pipe()

        def place_pipes():  # the protocol wants descriptors 3 and 4
            read, write = os.dup(to_child), os.dup(from_child)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            [binary, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
             "--disable-background-networking", f"--user-data-dir={self.profile.name}", "--remote-debugging-pipe", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=place_pipes, close_fds=False)
        os.close(to_child)
        os.close(from_child)
        self.buffer, self.events, self.number, self.session = b"", [], 0, None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.write_end)
        os.close(self.read_end)
        for _ in range(20):  # the browser's helpers may still be writing there
            shutil.rmtree(self.profile.name, ignore_errors=True)
            if not os.path.exists(self.profile.name):
                break
            time.sleep(0.1)

    def receive(self):
        while b"\0" not in self.buffer:
            if not select.select([self.read_end], [], [], PATIENCE)[0]:
                raise TimeoutError(f"chromium says nothing for {PATIENCE} s")
            piece = os.read(self.read_end, 1 << 20)
            if not piece:
                raise ConnectionError("chromium went away")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write_end, data):]
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def open(self, path):
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.events.clear()
        self.call("Page.navigate", url=pathlib.Path(path).resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.receive())
        self.settle()

    def settle(self):
        self.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))")

    def resize(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.settle()

    def dark(self, on):
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if on else "light"}])
        self.settle()


# Elements that stick out of the page to the right, boxes that scroll on their own aside.
OVERFLOWING = """
(() => {
    const room = document.documentElement.clientWidth, out = [];
    for (const node of document.body.querySelectorAll('*')) {
        if (node.closest('.scroll') && !node.matches('.scroll')) continue;
        if (node.getBoundingClientRect().right > room + 1) out.push(node.tagName + '.' + node.className);
    }
    if (document.documentElement.scrollWidth > room) out.push('the page: ' + document.documentElement.scrollWidth);
    return out;
})()
"""

PAGE_STATE = """
({
    title: document.title,
    alien: Array.from(document.body.querySelectorAll('img, iframe, object, embed, link, b, base, form:not(#filters)')).map(node => node.tagName),
    scripts: document.scripts.length,
    canary: typeof window.canary !== 'undefined',
    cards: document.querySelectorAll('.finding').length,
    shown: document.querySelectorAll('.finding:not([hidden])').length,
    charts: Array.from(document.querySelectorAll('canvas')).filter(node => node.width > 0 && node.height > 0).length,
    count: document.getElementById('shown').textContent,
    text: document.getElementById('list').textContent,
})
"""

SEARCH = """
(() => {
    const field = document.getElementById('filter-text');
    field.value = %s;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    return document.querySelectorAll('.finding:not([hidden])').length;
})()
"""

SELECT = """
(() => {
    const shown = {};
    for (const select of document.querySelectorAll('#filters select')) {
        shown[select.id] = {};
        for (const option of select.options) {
            select.value = option.value;
            select.dispatchEvent(new Event('input', {bubbles: true}));
            shown[select.id][option.value] = document.querySelectorAll('.finding:not([hidden])').length;
        }
        select.value = '';
        select.dispatchEvent(new Event('input', {bubbles: true}));
    }
    return shown;
})()
"""


def complaints(events):
    """What the console said, and what the page asked of the network."""
    console, requests = [], []
    for event in events:
        method, params = event.get("method"), event.get("params", {})
        if method == "Runtime.consoleAPICalled":
            console.append(str([argument.get("value") for argument in params["args"]]))
        elif method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            console.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Log.entryAdded":
            console.append(params["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            requests.append(params["request"]["url"])
        elif method == "Page.javascriptDialogOpening":
            console.append("dialog: " + params["message"])
    return console, requests


def look(browser, path, words, shots=None):
    """Opens a page and tells all that html_browser.py judges: state, overflow, searches, filters, console, requests."""
    browser.resize(WIDTHS[-1])
    browser.open(path)
    found = browser.evaluate(PAGE_STATE)
    found["overflow"] = {}
    for width in WIDTHS:
        browser.resize(width)
        found["overflow"][str(width)] = browser.evaluate(OVERFLOWING)
    found["search"] = {word: browser.evaluate(SEARCH % json.dumps(word)) for word in words}
    found["nonsense"] = browser.evaluate(SEARCH % json.dumps("no finding says this"))
    browser.evaluate(SEARCH % "''")
    found["filters"] = browser.evaluate(SELECT)
    found["pdf"] = len(print_page(browser))
    if shots:
        take_shots(browser, pathlib.Path(shots))
    found["console"], requests = complaints(browser.events)
    found["requests"] = [url for url in requests if not url.startswith(("file:", "data:"))]
    return found


def print_page(browser):
    return base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])


def take_shots(browser, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        for dark in (False, True):
            browser.resize(width)
            browser.dark(dark)
            height = min(browser.evaluate("document.documentElement.scrollHeight"), 16_000)  # more is more than Chromium can
            clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
            picture = browser.call("Page.captureScreenshot", captureBeyondViewport=True, format="png", clip=clip)["data"]
            (folder / f"{width}-{'dark' if dark else 'light'}.png").write_bytes(base64.b64decode(picture))
    (folder / "page.pdf").write_bytes(print_page(browser))
