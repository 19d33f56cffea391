"""Which part of a statement is the cause, and whether it says what led to what."""

from __future__ import annotations

import pytest

from rootcause.analysis.checks.clauses import cause_part, has_link


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("The dose was doubled, because both caps are blue.", "both caps are blue.", id="behind because"),
        pytest.param("Both caps are blue, so the dose was doubled.", "Both caps are blue,", id="before so"),
        pytest.param(
            "It broke because it was cold because it was night.", "it was night.", id="behind the last because"
        ),
        pytest.param("Because of the storm, trains stood.", "of the storm", id="between because and a comma"),
        pytest.param("It stood, because it was cold, so nobody came.", "it was cold,", id="between because and so"),
        pytest.param("Two jobs wrote → the total doubled", "Two jobs wrote", id="before an arrow"),
        pytest.param("The time-out is 30 s.", "The time-out is 30 s.", id="all of it without a link"),
        pytest.param(
            'A guest wrote "so what" at night.', 'A guest wrote "so what" at night.', id="quoted words link nothing"
        ),
        pytest.param(
            "12 rooms were overbooked, since it syncs hourly.", "it syncs hourly.", id="behind since and a comma"
        ),
        pytest.param("The fridge was warm, which spoiled 40 kg.", "The fridge was warm,", id="before which and a verb"),
        pytest.param("A fuse which broke was old.", "A fuse which broke was old.", id="which without a comma"),
        pytest.param("It was cut although the rule says so.", "It was cut although the rule says so.", id="says so"),
        pytest.param("It did what the card says, so it fell.", "It did what the card says,", id="says, so"),
        pytest.param("It is slow since Monday.", "It is slow since Monday.", id="since without a comma is a time"),
    ],
)
def test_the_side_of_the_cause_is_told_from_that_of_the_effect(text: str, part: str):
    assert cause_part(text, "en").words.strip().removeprefix("of ") == part.removeprefix("of ")


@pytest.mark.parametrize(
    ("text", "language", "links"),
    [
        ("Weather.", "en", False),
        ("Snow covered the sensor, so the door stayed open.", "en", True),
        ("Default: on.", "en", True),
        ("Scan lost => pallet missing", "en", True),
        ("A short outage of the bank turned into 9 million calls.", "en", True),
        ("When the disk is full, orders are lost.", "en", True),
        ("The alarm rang at 14:05.", "en", False),
        ("Das Wetter.", "de", False),
        ("Schnee lag auf dem Sensor, sodass das Tor offen blieb.", "de", True),
        ("Le disque est plein.", "fr", False),
    ],
)
def test_a_link_is_a_word_a_colon_or_an_arrow(text: str, language: str, links: bool):
    assert has_link(text, language) is links
