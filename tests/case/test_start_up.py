import subprocess
import sys

PROGRAM = """
import sys
import rootcause.case.changes, rootcause.case.location, rootcause.case.record, rootcause.case.store
print(*sorted({"pydantic", "filelock", "tomllib", "difflib", "shutil"} & set(sys.modules)))
"""


def test_a_command_that_opens_no_case_does_not_pay_for_what_is_slow_to_import() -> None:
    shown = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == []
