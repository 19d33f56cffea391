"""Asks the YAML language server that editors use what it makes of our schemas, and prints its answers.

npm install --prefix /tmp/server yaml-language-server
python .ci/editor_completion.py /tmp/server

Exits with 1 when an answer lacks what it should hold. After the installation nothing of it needs a network.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rootcause.cli.schemas import as_file

TEXT = """\
# yaml-language-server: $schema=./schema.json
rootcause: 1
id: late
version: 1.0.0
title: Late deliveries
sections:
  - id: what
    title: WHAT happened
    questions:
      - id: carrier
        ask: Who carried it?
        type: choice
        list: carrier
        |
      - id: noticed
        ask: When was it noticed?
        type: |
      - id: summary
        ask: What happened?
        type: text
        choices: {a: A, b: B}
        hnit: In one sentence
"""
ANSWERS = """\
# yaml-language-server: $schema=./schema.json
questionnaire: incident-review
answers:
  over: true
  |
  trigger: |
"""


class Server:
    """A language server that talks over its standard streams."""

    def __init__(self, folder: Path) -> None:
        program = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
        self._process = subprocess.Popen(
            ["node", str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._last = 0
        self._told: dict[str, list[dict[str, Any]]] = {}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": _CAPABILITIES})
        self.tell("initialized", {})
        settings = {"yaml": {"schemaStore": {"enable": False}, "completion": True, "hover": True, "validate": True}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def ask(self, method: str, parameters: Any) -> Any:
        self._last += 1
        self._send({"id": self._last, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == self._last and "method" not in message:
                return message.get("result")

    def tell(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        while uri not in self._told:
            self._receive()
        return self._told[uri]

    def stop(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._process.wait(timeout=10)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline().strip()) or not length:
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(stream.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:  # it asks for settings, or wants to register something
            wanted = message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
            self._send({"id": message["id"], "result": None if wanted is None else [None] * len(wanted)})
        return message


_CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
    }
}


class Opened:
    """A file in the editor. Each `|` in its text is a place where somebody types."""

    def __init__(self, server: Server, folder: Path, text: str, schema: str) -> None:
        folder.mkdir()
        (folder / "schema.json").write_text(schema, encoding="utf-8")
        self._server = server
        self.uri = (folder / "file.yaml").as_uri()
        self.text = text.replace("|", "")
        self.places = [_position(text.replace("|", "", number), "|") for number in range(text.count("|"))]
        (folder / "file.yaml").write_text(self.text, encoding="utf-8")
        document = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": self.text}
        server.tell("textDocument/didOpen", {"textDocument": document})

    def offered(self, place: int) -> list[str]:
        answer = self._server.ask("textDocument/completion", self._at(self.places[place]))
        return [item["label"] for item in (answer or {}).get("items", [])]

    def shown(self, word: str) -> str:
        answer = self._server.ask("textDocument/hover", self._at(_position(self.text, word)))
        return answer["contents"]["value"].split("\n\nSource:")[0] if answer else ""

    def marked(self) -> list[str]:
        found = self._server.diagnostics(self.uri)
        return [f"line {one['range']['start']['line'] + 1}: {one['message']}" for one in found]

    def _at(self, position: dict[str, int]) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri}, "position": position}


def _position(text: str, word: str) -> dict[str, int]:
    before = text[: text.index(word)]
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


def main() -> int:
    server, missed = Server(Path(sys.argv[1])), []

    def show(what: str, answer: list[str] | str, *wanted: str, without: tuple[str, ...] = ()) -> None:
        print(f"{what}:\n  {answer if isinstance(answer, str) else ', '.join(answer) or 'nothing'}")
        lacks = [word for word in wanted if word not in answer]
        missed.extend(f"{what}: {word} is missing" for word in lacks)
        missed.extend(f"{what}: {word} does not belong there" for word in without if word in answer)

    with tempfile.TemporaryDirectory() as scratch:
        file = Opened(server, Path(scratch, "questions"), TEXT, as_file("questionnaire", None))
        show("keys of a choice", file.offered(0), "hint", "when", "other", "role", without=("max_length", "each"))
        show("types", file.offered(1), "datetime", "ladder", "choice")
        show("hover over `list`", file.shown("list:"), "instead of `choices`")
        show("hover over `type`", file.shown("type: text"), "What kind of answer it takes")
        marked = file.marked()
        print("marked as wrong:", *marked, sep="\n  ")
        missed += [word for word in ("hnit", "choices") if not any(word in line for line in marked)]
        file = Opened(server, Path(scratch, "answers"), ANSWERS, as_file("answers", "incident-review"))
        show("questions that can be answered", file.offered(0), "problem", "timeline")
        show("options of the question `trigger`", file.offered(1), "manual_step")
        show("hover over `trigger`", file.shown("trigger:"), "?")
    server.stop()
    print(*missed, sep="\n", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
