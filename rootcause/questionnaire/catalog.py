"""Where questionnaires are found: by path, then in the project, in the user's data folder, among the bundled ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

import rootcause
from rootcause.errors import UnreadableInput
from rootcause.questionnaire.loader import Loaded, beside, load_questionnaire
from rootcause.source.nearest import nearest
from rootcause.source.text import SourceText

DEFAULT = "what-why-different"
_ENDINGS = (".yaml", ".yml")


class Entry(Struct, frozen=True):
    """A questionnaire file and where it comes from: `project`, `user` or `bundled`."""

    name: str
    path: Path
    origin: str


def bundled_folder() -> Path:
    """The folder of the questionnaires that come with rootcause, in an installation or in a checkout."""
    package = Path(rootcause.__file__).parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent / "questionnaires"


def user_folder() -> Path:
    """The folder where a person keeps questionnaires of their own."""
    import platformdirs

    return platformdirs.user_data_path("rootcause", appauthor=False) / "questionnaires"


class Catalog(Struct, frozen=True):
    """The questionnaires in reach, those of nearer folders first."""

    folders: Sequence[tuple[str, Path]]

    @classmethod
    def around(cls, folder: Path) -> Catalog:
        """The catalog of somebody who works in a folder."""
        return cls((("project", folder / "questionnaires"), ("user", user_folder()), ("bundled", bundled_folder())))

    def entries(self) -> Iterator[Entry]:
        """All of them; of two with one name the nearer."""
        seen: set[str] = set()
        for origin, folder in self.folders:
            for path in sorted(folder.glob("*.y*ml")):
                if path.suffix in _ENDINGS and path.stem not in seen and path.is_file():
                    seen.add(path.stem)
                    yield Entry(path.stem, path, origin)

    def find(self, name: str) -> Path:
        """The file of a questionnaire, by path or by name. Raises `UnreadableInput` when there is none."""
        if name.endswith(_ENDINGS) or "/" in name or "\\" in name:
            return Path(name)
        entries = {entry.name: entry for entry in self.entries()}
        if name in entries:
            return entries[name].path
        near = nearest(name, entries)
        hint = (
            f'did you mean "{near}"?' if near else f"there are {', '.join(sorted(entries))}; or give the path of a file"
        )
        raise UnreadableInput(f'there is no questionnaire "{name}"', hint=hint)

    def load(self, name: str) -> Loaded:
        """Read a questionnaire by path or by name. Raises `UnreadableInput` when the file cannot be read."""
        path = self.find(name)
        return load_questionnaire(SourceText.read(path), resolve=beside(path))
