"""What happened when, as a timeline."""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.report.diagrams import Event, TimelineDiagram
from rootcause.report.mermaid.labels import LONGEST, line
from rootcause.report.prose import shorten


def timeline(diagram: TimelineDiagram) -> Iterator[str]:
    """A section for each day."""
    yield "timeline"
    for period in diagram.periods:
        if period.title:
            yield f"  section {line(period.title)}"
        for event in period.events:
            yield f"    {line(event.time)} : {line(shorten(_told(event), LONGEST))}"


def _told(event: Event) -> str:
    return ": ".join(filter(None, (", ".join(event.moments), event.text)))
