"""The theme file: colours, logo, name and headings of a team. `docs/theme.md` describes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from rootcause.cli.output import say
from rootcause.cli.reporting.logo import read_logo
from rootcause.cli.reporting.named_file import reading
from rootcause.configuration import Setting, nearest_setting
from rootcause.errors import InvalidContent, RootcauseError
from rootcause.report.contrast import ENOUGH, faint
from rootcause.report.theme import DEFAULT, Colour, Logo, Palette, Theme
from rootcause.report.words.rewording import REWORDABLE
from rootcause.source.diagnostic import Diagnostic, Severity, render_all
from rootcause.source.nearest import nearest
from rootcause.source.text import SourceText
from rootcause.source.tree import Plain, Route, Tree, parse_tree
from rootcause.source.visible import shortened

SETTINGS: Final = ("theme",)
KEYS: Final = ("name", "logo", "colours", "words")
LOGO_KEYS: Final = ("file", "text")
PALETTES: Final = ("light", "dark", "print")
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_LONGEST: Final = 200


class ReadTheme(Struct, frozen=True):
    """A theme, None when something is wrong with its file, and what is wrong or weak."""

    theme: Theme | None
    found: tuple[Diagnostic, ...] = ()


def chosen_theme(option: Path | None, cwd: Path) -> Theme:
    """The theme of the option, else that of the nearest settings file, else ours. Raises RootcauseError."""
    if option is not None:
        return load_theme(cwd / option)
    hint = "mend it, or name a theme with --theme"
    setting = nearest_setting(cwd, "report", hint)
    if setting is None:
        return DEFAULT
    table = _known(setting)
    if "theme" not in table:
        return DEFAULT
    theme = table["theme"]
    if not isinstance(theme, str) or not theme.strip() or "\0" in theme:
        name = ".".join((*setting.keys, "theme"))
        raise RootcauseError(
            f'{setting.place("theme")}: {name} is {theme!r}; expected a path such as "theme.yaml"', hint=hint
        )
    return load_theme(setting.folder / Path(theme).expanduser())


def _known(setting: Setting) -> Mapping[str, object]:
    """What the settings say of reports. Raises RootcauseError for what they cannot say."""
    name = ".".join(setting.keys)
    if not isinstance(setting.value, dict):
        raise RootcauseError(
            f"{setting.place()}: {name} is {setting.value!r}; expected a table", hint=f"write it as [{name}]"
        )
    for key in setting.value:
        if key not in SETTINGS:
            near = nearest(key, SETTINGS)
            hint = f'did you mean "{near}"?' if near else f"there is only {_listed(SETTINGS)}"
            raise RootcauseError(f'{setting.place(key)}: "{shortened(key)}" is no setting of {name}', hint=hint)
    return setting.value


def load_theme(path: Path) -> Theme:
    """The theme of a file; what is weak in it is said. Raises UnreadableInput or InvalidContent."""
    with reading(path, "theme"):
        source = SourceText.read(path)
    read = read_theme(source)
    if read.theme is None:
        raise InvalidContent(render_all(read.found))
    if read.found:
        say(render_all(read.found))
    return read.theme


def read_theme(source: SourceText) -> ReadTheme:
    """The theme that a text says; the logo is read from the folder of the text."""
    tree, found = parse_tree(source)
    if tree is None or found:
        return ReadTheme(None, found)
    reader = _Reader(tree)
    theme = reader.theme()
    is_wrong = any(one.severity is Severity.ERROR for one in reader.found)
    return ReadTheme(None if is_wrong else theme, tuple(reader.found))


class _Reader(Struct):
    """Reads one file and gathers what is wrong with it."""

    tree: Tree
    found: list[Diagnostic] = field(default_factory=list)

    def theme(self) -> Theme:
        top = self._mapping((), KEYS, "a theme")
        colours = self._mapping(("colours",), PALETTES, "colours") if "colours" in top else {}
        words = self._mapping(("words",), REWORDABLE, "a word of reports") if "words" in top else {}
        given = {name: self._palette(name, getattr(DEFAULT, name)) for name in colours}
        return Theme(
            **given,
            logo=self._logo() if "logo" in top else None,
            name=self._text(("name",)) if "name" in top else "",
            words={name: self._text(("words", name)) for name in words},
        )

    def _palette(self, name: str, ours: Palette) -> Palette:
        said = self._mapping(("colours", name), tuple(Colour), "a colour")
        given = {colour: self._colour(("colours", name, colour)) for colour in said}
        palette = replace(ours, **{colour: value for colour, value in given.items() if value})
        for text, ground, ratio in faint(palette):
            at = text if text in said else ground
            if text in said or ground in said:
                message = f'"{text}" stands out from "{ground}" by {ratio:.1f} to 1, which many people cannot read'
                self._say(("colours", name, at), message, f"at least {ENOUGH:g} to 1 is needed", Severity.WARNING)
        return palette

    def _colour(self, route: Route) -> str | None:
        value = self.tree.at(route)
        if isinstance(value, str) and _COLOUR.fullmatch(value):
            return value.lower()
        if value is None:
            self._say(route, "there is no colour", 'put it between quotes: "#0a5a9c"; without them # starts a comment')
        else:
            self._say(route, f'"{shortened(str(value))}" is no colour', 'write it as "#0a5a9c": red, green, blue')
        return None

    def _logo(self) -> Logo | None:
        said = self._mapping(("logo",), LOGO_KEYS, "a logo")
        if not said:
            return None
        for key in LOGO_KEYS:
            if key not in said:
                purpose = "the path of the picture" if key == "file" else "what it says to those who do not see it"
                self._say(("logo",), f'a logo needs "{key}"', f"write `{key}:` and {purpose}")
                return None
        file, text = (self._text(("logo", key)) for key in LOGO_KEYS)
        if not file or not text:
            return None
        try:
            return Logo(data=read_logo(Path(self.tree.source.name).parent / file), text=text)
        except RootcauseError as error:
            self._say(("logo", "file"), error.message, error.hint)
            return None

    def _text(self, route: Route) -> str:
        value = self.tree.at(route)
        if isinstance(value, str) and value.strip() and "\0" not in value and len(value) <= _LONGEST:
            return " ".join(value.split())
        self._say(route, f"expected a text of at most {_LONGEST} signs", "put it between quotes")
        return ""

    def _mapping(self, route: Route, keys: Iterable[str], what: str) -> Mapping[str, Plain]:
        """The mapping at that place without what is unknown in it."""
        value, known = self.tree.at(route), tuple(map(str, keys))
        if value is None and not route:  # a file with comments alone
            return {}
        if not isinstance(value, dict):
            self._say(route, f"expected a mapping with {_listed(known)}", "write each on a line of its own")
            return {}
        for key in value:
            if key not in known:
                near = nearest(key, known)
                help = f'did you mean "{near}"?' if near else f"known are {_listed(known)}"
                self._say((*route, key), f'"{shortened(key)}" is no key of {what}', help, at_key=True)
        return {key: one for key, one in value.items() if key in known}

    def _say(
        self,
        route: Route,
        message: str,
        help: str | None,
        severity: Severity = Severity.ERROR,
        *,
        at_key: bool = False,
    ) -> None:
        is_empty = route and self.tree.at(route) is None
        span = self.tree.key_span(route) if at_key or is_empty else self.tree.span(route)
        self.found.append(Diagnostic("theme-file", severity, message, span, self.tree.source, help=help))


def _listed(keys: tuple[str, ...]) -> str:
    return ", ".join(keys)
