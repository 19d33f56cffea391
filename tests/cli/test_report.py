from __future__ import annotations

import json
import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

EXAMPLE = Path(__file__).parents[2] / "examples" / "gitlab-2017" / "answers.yaml"


@pytest.fixture
def case(run, folder):
    run("triage", "-a", "answers.yaml")
    (found,) = (folder / "cases").iterdir()
    return found


def test_the_report_goes_into_the_folder_of_the_case(run, case):
    (case / "report.md").unlink()
    ran = run("report", "4711")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"The report is in cases/{case.name}/report.md.\n"
    assert (case / "report.md").exists()


def test_programs_get_it_as_json(run, case):
    ran = run("report", "4711", "-f", "json", "-o", "-")
    assert json.loads(ran.out)["title"] == "The parcel came three days after the promised day"
    run("report", "4711", "-f", "json")
    assert (case / "report.json").read_text() == ran.out


def test_an_unfinished_case_has_a_report_too(run, folder):
    run("triage", "A second one", "-Q", "late.yaml", "--set", "summary=Late again")
    ran = run("report", "second", "-o", "-")
    assert ran.code == 0
    assert "Late again" in ran.out


def test_what_was_said_about_a_question_that_is_open_is_in_the_report(run, folder):
    run("triage", "A second one", "-Q", "late.yaml", "--set", "summary=Late again")
    (case,) = (folder / "cases").iterdir()
    saved = json.loads((case / "case.json").read_text())
    (case / "case.json").write_text(json.dumps({**saved, "remarks": {"promised": {"note": "Kim has the order"}}}))
    ran = run("report", "second", "-o", "-")
    assert ran.code == 0
    assert "| not answered | Kim has the order |" in ran.out


def test_the_same_case_gives_the_same_bytes(cold, case):
    first = cold("report", "4711", "-o", "-", SOURCE_DATE_EPOCH="1700000000")
    again = cold("report", "4711", "-o", "-", SOURCE_DATE_EPOCH="1700000000", TZ="Asia/Tokyo")
    assert first.code == 0
    assert first.out == again.out
    assert "14 November 2023" in first.out


def test_a_triage_writes_the_same_report_at_a_given_moment_as_is_written_later(run, folder):
    (folder / "age.yaml").write_text(
        (folder / "late.yaml").read_text().replace("days(promised, arrived)", "days(promised, today)")
    )
    first = run("triage", "-Q", "age.yaml", "-a", "answers.yaml", "-o", "-", SOURCE_DATE_EPOCH="1800000000")
    again = run("report", "4711", "-o", "-", SOURCE_DATE_EPOCH="1800000000")
    assert first.code == 0
    assert "**Days late:** 375" in first.out
    assert again.out == first.out


def test_a_moment_that_is_none_is_explained(run, case):
    ran = run("report", "4711", SOURCE_DATE_EPOCH="yesterday")
    assert ran.code == 2
    assert 'SOURCE_DATE_EPOCH is "yesterday"' in ran.err


@pytest.mark.parametrize("target", ["notes.md", "no/folder.md", "cases"], ids=["other file", "no folder", "a folder"])
def test_a_place_that_cannot_be_used_is_refused(run, folder, case, target):
    (folder / "notes.md").write_text("my notes\n")
    ran = run("report", "4711", "-o", target)
    assert ran.code == 2
    assert ran.err.startswith(f"error: {target}: ")
    assert (folder / "notes.md").read_text() == "my notes\n"


@pytest.mark.parametrize("options", [(), ("--force",)], ids=["plain", "forced"])
def test_the_file_of_a_case_is_never_replaced(run, folder, case, options):
    before = (case / "case.json").read_bytes()
    (folder / "link.md").symlink_to(case / "case.json")
    for target in (case / "case.json", folder / "link.md", case / "drafts.json"):
        ran = run("report", "4711", "-o", str(target), *options)
        assert ran.code == 2
        assert "answers of a case are kept under that name" in ran.err
    assert (case / "case.json").read_bytes() == before


@pytest.mark.parametrize(
    "text",
    ["six==1.0 --hash=sha256:0123456789abcdef\n", "# Notes\n\n## About this report\n\nsha256:0123456789ab\n"],
    ids=["hashes of packages", "notes"],
)
def test_a_file_that_only_looks_like_a_report_is_kept(run, folder, case, text):
    (folder / "mine.txt").write_text(text)
    assert run("report", "4711", "-o", "mine.txt").code == 2
    assert (folder / "mine.txt").read_text() == text


@pytest.mark.parametrize("format", ["md", "html", "json", "docx", "pdf"])
def test_a_report_is_replaced_by_the_next_one_and_keeps_its_mode(run, folder, case, format):
    target = folder / "out"
    if format == "pdf":
        pytest.importorskip("weasyprint", reason="the extra pdf is not installed", exc_type=(ImportError, OSError))
    assert run("report", "4711", "-f", format, "-o", "out").code == 0
    target.chmod(0o644)
    assert run("report", "4711", "-f", format, "-o", "out").code == 0
    assert target.stat().st_mode & 0o777 == 0o644


def test_a_link_is_followed_and_stays(run, folder, case):
    (folder / "link.md").symlink_to("real.md")
    for _ in ("made", "replaced"):
        assert run("report", "4711", "-o", "link.md").code == 0
        assert (folder / "link.md").is_symlink()
        assert (folder / "real.md").read_text().startswith("# ")


def test_a_pipe_is_written_to_and_stays(run, folder, case):
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("report", "4711", "-o", "pipe").code == 0
        assert os.read(reader, 2) == b"# "
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_another_name_of_standard_output_is_standard_output(run, folder, case):
    (folder / "out").symlink_to("/dev/stdout")
    ran = run("report", "4711", "-o", "out")
    assert (ran.code, ran.out[:2]) == (0, "# ")
    assert (folder / "out").is_symlink()


def test_the_format_is_told_from_the_name_of_the_file(run, folder, case):
    run("report", "4711", "-o", "out.html")
    assert (folder / "out.html").read_text().startswith("<!DOCTYPE html>")
    run("report", "4711", "-o", "out.JSON")
    assert json.loads((folder / "out.JSON").read_text())


def test_every_command_that_writes_one_tells_the_format_from_the_name(run, folder):
    ran = run("triage", "-a", "answers.yaml", "-o", "out.html")
    assert ran.code == 0
    assert (folder / "out.html").read_text().startswith("<!DOCTYPE html>")
    (case,) = (folder / "cases").iterdir()
    assert (case / "report.md").read_text().startswith("# ")
    assert run("resume", "4711", "-a", "answers.yaml", "-o", "out.json").code == 0
    assert json.loads((folder / "out.json").read_text())


@pytest.mark.parametrize(("ending", "library"), [("pdf", "weasyprint"), ("docx", "docx")])
def test_what_a_format_needs_is_told_before_anything_is_done(cold, folder, ending, library):
    (folder / f"{library}.py").write_text("raise ImportError")
    ran = cold("triage", "-a", "answers.yaml", "-o", f"out.{ending}")
    assert ran.code == 2
    assert f"rootcause-triage[{ending}]" in ran.err
    assert not (folder / "cases").exists()


def test_a_name_without_a_letter_is_no_name(run, case):
    for command in ("report", "resume"):
        ran = run(command, "4711", "-o", "")
        assert ran.code == 2
        assert ran.err.startswith("error: -o needs the name of a file\nhint: ")


def test_pictures_lie_beside_the_report_where_they_are_files(run, folder):
    run("triage", "-a", str(EXAMPLE))
    assert run("report", "gitlab", "--diagrams", "svg", "-o", "out.md").code == 0
    named = re.findall(r"!\[.*\]\(<(out-files/[^>]*)>\)", (folder / "out.md").read_text())
    assert named
    assert all((folder / path).read_text().startswith("<svg ") for path in named)


def test_the_pictures_are_found_whatever_the_report_is_called(run, folder):
    run("triage", "-a", str(EXAMPLE))
    assert run("report", "gitlab", "--diagrams", "svg", "-o", "100%20 <a> &amp; #1\n.md").code == 0
    (report,) = folder.glob("100*.md")
    named = re.findall(r"!\[.*\]\(<([^>\n]*)>\)", report.read_text())
    assert named
    assert all((folder / unquote(unescape(path))).is_file() for path in named)


@pytest.mark.parametrize("made", [Path.mkdir, Path.touch], ids=["my picture", "a file in place of the folder"])
def test_what_lies_where_the_pictures_go_is_not_replaced(run, folder, made):
    run("triage", "-a", str(EXAMPLE))
    made(folder / "out-files")
    mine = folder / "out-files" / "timeline.svg"
    if mine.parent.is_dir():
        mine.write_text("<svg/>")
    ran = run("report", "gitlab", "--diagrams", "svg", "-o", "out.md")
    assert ran.code == 2
    assert "out-files" in ran.err
    assert not (folder / "out.md").exists()
    assert not mine.exists() or mine.read_text() == "<svg/>"


@pytest.mark.parametrize("target", ["loop.md", f"{300 * 'n'}.md"], ids=["a link to itself", "too long"])
def test_a_place_that_no_file_can_have_is_refused(run, folder, case, target):
    (folder / "loop.md").symlink_to("loop.md")
    ran = run("report", "4711", "-o", target)
    assert ran.code == 2
    assert ran.err.startswith(f"error: could not write to {target}: ")


@pytest.mark.parametrize("option", ["--template", "--theme"])
def test_a_report_does_not_replace_what_it_is_made_of(run, folder, case, option):
    (folder / "mine.md").write_text("name: Harbour\n")
    ran = run("report", "4711", option, "mine.md", "-o", "mine.md", "--force")
    assert (ran.code, ran.out) == (2, "")
    assert "mine.md: the report is made of this file" in ran.err
    assert (folder / "mine.md").read_text() == "name: Harbour\n"


def test_a_report_for_customers_has_a_name_of_its_own_and_says_what_it_lacks(run, case):
    before = (case / "report.md").read_bytes()
    ran = run("report", "4711", "--redact", "--style", "one-page")
    assert ran.code == 0
    assert ran.err.startswith("Left out: ")
    assert (case / "report.md").read_bytes() == before
    assert (case / "report-one-page-redacted.md").exists()


def test_a_report_speaks_the_language_that_is_asked_for(run, case):
    ran = run("report", "4711", "--lang", "de", "-o", "-")
    assert "## Maßnahmen" in ran.out
    assert "## Actions" not in ran.out
    assert 'no texts in "de"' in ran.err
    refused = run("report", "4711", "--lang", "tlh", "-o", "-")
    assert (refused.code, refused.out) == (2, "")
    assert '"tlh"' in refused.err


@pytest.mark.parametrize("code", ["DE", "de_DE", "de-AT", "de-Latn-AT", " de "])
def test_case_and_region_of_a_language_do_not_matter(run, case, code):
    ran = run("report", "4711", "--lang", code, "-o", "-")
    assert ran.code == 0
    assert "## Maßnahmen" in ran.out
    assert 'no texts in "de"' in ran.err


def test_a_folder_is_no_template(run, case):
    ran = run("report", "4711", "--template", ".")
    assert (ran.code, ran.err) == (2, "error: .: is a folder, expected a file\nhint: name the template in it\n")


@pytest.mark.parametrize("code", ["", "deutsch", "x-de", "_"])
def test_what_is_no_known_language_is_refused(run, case, code):
    ran = run("report", "4711", "--lang", code, "-o", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "hint: choose one of en, de" in ran.err


def test_answers_are_read_in_their_own_language_whatever_that_of_the_report(run, case):
    def raised(*wishes: str) -> list[object]:
        made = json.loads(run("report", "4711", "-f", "json", "-o", "-", *wishes).out)
        return [(one["code"], one["key"]) for one in made["findings"]]

    assert raised()
    assert raised("--lang", "de") == raised()


def test_a_report_in_the_words_and_with_the_logo_of_a_team(run, folder, case):
    (folder / "theme.yaml").write_text("name: Harbour\nwords: {actions: What we promise}\n")
    ran = run("report", "4711", "--theme", "theme.yaml", "-f", "html", "-o", "-")
    assert ran.code == 0
    assert ">What we promise<" in ran.out
    assert "Harbour" in ran.out


def test_facts_stand_above_a_report_for_tools_that_publish_it(run, case):
    head, _, rest = run("report", "4711", "--front-matter", "-o", "-").out.removeprefix("---\n").partition("---\n")
    assert yaml.safe_load(head)["title"] == "The parcel came three days after the promised day"
    assert rest.lstrip().startswith("# ")


@pytest.mark.parametrize("name", ["letter.txt.j2", "letter.txt.jinja", "letter.txt.jinja2"])
def test_a_template_makes_its_own_document(run, folder, case, name):
    (folder / name).write_text("About: {{ title }}\n")
    ran = run("report", "4711", "--template", name)
    assert ran.code == 0
    assert (case / "letter.txt").read_text() == "About: The parcel came three days after the promised day\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-f", "html", "--diagrams", "svg"), "--diagrams is for md, not for html"),
        (("-f", "json", "--style", "one-page"), "--style is for md, html, pdf, docx, not for json"),
        (("-f", "pdf", "--front-matter"), "--front-matter is for md, not for pdf"),
        (("--template", "x.md.j2", "-f", "md"), "--template and --format do not go together"),
        (("--template", "x.md.j2", "--style", "one-page"), "--template and --style do not go together"),
        (("--diagrams", "svg", "-o", os.devnull), "pictures as files need a report to lie beside"),
        (("--diagrams", "svg", "-o", "-"), "pictures as files need a report to lie beside"),
        (("--template", "no.md.j2"), "no.md.j2"),
        (("--theme", "no.yaml"), "no.yaml"),
    ],
)
def test_wishes_that_do_not_go_together_are_refused_in_words(run, case, options, said):
    ran = run("report", "4711", *options)
    assert ran.code == 2
    assert said in ran.err
