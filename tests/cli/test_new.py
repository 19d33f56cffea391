from __future__ import annotations


def test_a_questionnaire_is_begun_that_is_found_by_its_name_and_lints_clean(run, folder):
    ran = run("new", "late-delivery")
    assert (ran.code, ran.out) == (0, "")
    assert "questionnaires/late-delivery.yaml" in ran.err
    assert run("questionnaires", "late-delivery").code == 0
    ran = run("lint", "questionnaires/late-delivery.yaml", "--fail-on", "info", "--no-cache")
    assert (ran.code, ran.err) == (0, "")


def test_one_that_is_there_is_never_replaced(run, folder):
    (folder / "questionnaires").mkdir()
    (folder / "questionnaires" / "mine.yaml").write_text("precious")
    ran = run("new", "mine", "--from", "late.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "there is a file already" in ran.err
    assert (folder / "questionnaires" / "mine.yaml").read_text() == "precious"


def test_it_goes_where_one_wants_it(run, folder):
    assert run("new", "mine", "--from", "late.yaml", "-o", "deep/down.yaml").code == 0
    written = (folder / "deep" / "down.yaml").read_text()
    assert "\nid: mine\n" in written
    assert run("new", "mine", "--from", "late.yaml", "-o", "-").out == written


def test_a_name_that_nothing_has_gets_the_nearest(run):
    ran = run("new", "mine", "--from", "incident-revue")
    assert ran.code == 2
    assert 'did you mean "incident-review"?' in ran.err


def test_a_place_where_nothing_can_be_is_said(run, folder):
    ran = run("new", "mine", "-o", "late.yaml/mine.yaml")
    assert ran.code == 2
    assert "late.yaml/mine.yaml" in ran.err
    assert "Traceback" not in ran.err
