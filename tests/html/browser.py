"""One headless Chromium for many pages, spoken to through its debugging pipe. Standard library only."""
import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile

# Debian's own: a browser that was put elsewhere may be any version.
BROWSER = "/usr/bin/chromium"
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars")


class Browser:
    """Opens one page after the other; `log` and `loads` are what the page on show has complained of and asked for."""

    def __init__(self):
        self.profile = tempfile.mkdtemp()
        # The browser reads its file 3 and writes its file 4; these four ends are the lowest free ones, so no other is in the way.
        theirs_in, self.out = os.pipe()
        self.inp, theirs_out = os.pipe()

        def place():
            ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (theirs_in, theirs_out)]
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        # The Debian script that starts it writes notes of its own.
        self.process = subprocess.Popen([BROWSER, *QUIET, "--remote-debugging-pipe", f"--user-data-dir={self.profile}", "about:blank"],
                                        pass_fds=(3, 4), preexec_fn=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.number, self.buffer, self.session = 0, b"", None
        self.log, self.loads, self.loaded = [], [], False
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for part in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{part}.enable")

    def close(self):
        try:
            self.call("Browser.close")
        except (OSError, RuntimeError):
            pass  # it is gone before it answers
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.inp)
        os.close(self.out)
        shutil.rmtree(self.profile, ignore_errors=True)

    def message(self, timeout=240):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.inp], [], [], timeout)
            if not ready:
                raise RuntimeError("the browser says nothing")
            read = os.read(self.inp, 1 << 20)
            if not read:
                raise RuntimeError("the browser is gone")
            self.buffer += read
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def event(self, message):
        method, params = message.get("method"), message.get("params", {})
        if method == "Page.loadEventFired":
            self.loaded = True
        elif method == "Network.requestWillBeSent":
            self.loads.append(params["request"]["url"][:200])
        elif method == "Runtime.consoleAPICalled":
            self.log.append(f"console.{params['type']}: {params['args']}")
        elif method == "Runtime.exceptionThrown":
            self.log.append(f"exception: {params['exceptionDetails']['text']}")
        elif method == "Log.entryAdded":
            self.log.append(f"{params['entry']['level']}: {params['entry']['text']}")

    def call(self, method, **params):
        self.number += 1
        request = {"id": self.number, "method": method, "params": params}
        if self.session and not method.startswith("Browser."):
            request["sessionId"] = self.session
        data = json.dumps(request).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        while True:
            answer = self.message()
            if answer.get("id") != self.number:
                self.event(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']}")
            else:
                return answer["result"]

    def open(self, path, width=1280, height=900):
        """The page as a reader has it on a screen of this size; what is logged is logged at the reader's."""
        self.log, self.loads, self.loaded = [], [], False
        self.resize(width, height)
        self.call("Page.navigate", url=path.as_uri())
        while not self.loaded:
            self.event(self.message())

    def resize(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def run(self, script):
        """The value of an expression in the page; scripts of the debugger run in spite of the page's policy."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def screenshot(self, path):
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True, optimizeForSpeed=True)["data"]))

    def print(self, path):
        path.write_bytes(base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]))
