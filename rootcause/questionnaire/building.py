"""From documents to the model: every question with its texts, expressions and bounds, checked where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

from msgspec.structs import replace

from rootcause.expression.syntax import RESERVED, Expression
from rootcause.expression.types import ListType, Type, YesNo
from rootcause.questionnaire.mending import instead, without
from rootcause.questionnaire.model import Check, Literal, Question, Response, Section
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.responding import Lists, build_response
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.roles import ROLES
from rootcause.questionnaire.scope import View, response_type
from rootcause.questionnaire.wording import Wording
from rootcause.questionnaire.written import CheckDoc, Computed, QuestionDoc, SectionDoc
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.nearest import nearest

_RESERVED = RESERVED | {"why"}  # `why` holds the causes of a cause in an answers file


class Builder:
    """Builds one section after the other, each question seeing those before it."""

    def __init__(self, language: str, lists: Lists, ids: Sequence[str]) -> None:
        self.wording = Wording(language)
        self.places: dict[str, Place] = {}
        self._found: list[Diagnostic] = []
        self._lists = lists
        self._ids = frozenset(ids)
        self._types: dict[str, Type] = {}
        self.sections: dict[str, Place] = {}
        self._formers: dict[str, Place] = {}

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What has been found wrong so far."""
        return self._found + self.wording.diagnostics

    def section(self, doc: SectionDoc, place: Place) -> Section:
        """A section with its questions."""
        self._unique(doc.id, self.sections, place, "section")
        view = self._view()
        title = self.wording.text(doc.title, place / "title", view)
        intro = None if doc.intro is None else self.wording.text(doc.intro, place / "intro", view)
        when = self._condition(doc.when, place / "when", view)
        questions = tuple(
            self._question(question, place.at("questions", index)) for index, question in enumerate(doc.questions)
        )
        return Section(doc.id, title, doc.part, questions, intro, when)

    def _question(self, doc: QuestionDoc, place: Place) -> Question:
        self._unique(doc.id, self.places, place, "question")
        self._check_role(doc, place)
        response = self._response(doc, place)
        items: dict[str, Type] = {}
        self._check_former(doc, place, self._formers)
        each = self._items(doc, place, items) if doc.type.repeats else ()
        type = ListType(items) if doc.type.repeats else response_type(response)
        question = self._built(doc, place, self._view(doc.id), response, type)
        if doc.type.repeats:
            row = View(self._types, self._ids, None, items, items)
            next = None if doc.next is None else self.wording.text(doc.next, place / "next", row)
            stop_when = self._condition(doc.stop_when, place / "stop_when", row)
            question = replace(question, each=each, next=next, stop_when=stop_when)
        self._types[doc.id] = type
        return question

    def _items(self, doc: QuestionDoc, place: Place, items: dict[str, Type]) -> tuple[Question, ...]:
        if not doc.each:
            self._found.append(place.error("missing-key", f'a {doc.type} needs "each"', "list the questions of a row"))
            return ()
        seen: dict[str, Place] = {}
        fields: dict[str, Place] = {}
        formers: dict[str, Place] = {}
        simple = []
        for index, item in enumerate(doc.each):
            at = place.at("each", index)
            if item.id in seen:
                self._unique(item.id, seen, at, "question")
            else:
                seen[item.id] = at
                self._unique_field(item.role or item.id, fields, at)
            if item.type.repeats:
                help = "a row holds simple questions only"
                self._found.append((at / "type").error("nested-rows", f"a {item.type} cannot stand in a row", help))
            else:
                simple.append((item, at, self._response(item, at)))
        row = {item.id: response_type(response) for item, _, response in simple}  # `previous` may name any of them
        built = []
        for item, at, response in simple:
            if item.id in self._ids:
                message = f'"{item.id}" is the id of a question outside the row too'
                self._found.append((at / "id").error("duplicate-id", message, "give one of them another id"))
            self._check_former(item, at, formers)
            view = View(self._types, self._ids, item.id, items, row)
            built.append(self._built(item, at, view, response, row[item.id]))
            items[item.id] = row[item.id]
        return tuple(built)

    def _built(self, doc: QuestionDoc, place: Place, view: View, response: Response, type: Type) -> Question:
        if doc.id in _RESERVED:
            problem = (place / "id").error("reserved-id", f'"{doc.id}" has a meaning of its own', "choose another id")
            self._found.append(problem)
        if doc.ask is None and doc.compute is None:
            message = f'the question "{doc.id}" needs "ask"'
            self._found.append(place.error("missing-key", message, span=(place / "id").span))
        ask, asked_at = (doc.label or doc.id, "label") if doc.ask is None else (doc.ask, "ask")
        checks = [self._check(check, place, index, view.with_own(type)) for index, check in enumerate(doc.check)]
        return Question(
            id=doc.id,
            ask=self.wording.text(ask, place / asked_at, view),
            response=response,
            label=None if doc.label is None else self.wording.text(doc.label, place / "label", view),
            hint=None if doc.hint is None else self.wording.text(doc.hint, place / "hint", view),
            required=doc.required,
            quick=doc.quick,
            show=doc.show,
            default=self._default(doc, response, place / "default", view),
            when=self._condition(doc.when, place / "when", view),
            checks=tuple(check for check in checks if check is not None),
            compute=None if doc.compute is None else self._expression(doc.compute, place / "compute", view, type),
            role=doc.role,
            private=doc.private,
            was=tuple(doc.was),
        )

    def _response(self, doc: QuestionDoc, place: Place) -> Response:
        response, problems = build_response(doc, place, self._lists, self.wording)
        self._found += problems
        return response

    def _check(self, doc: CheckDoc, place: Place, index: int, view: View) -> Check | None:
        at = place / "check"
        at = at / index if isinstance(at.value, list) else at
        that = self._condition(doc.that, at / "that", view)
        otherwise = self.wording.text(doc.otherwise, at / "else", view)
        return None if that is None else Check(that, otherwise)

    def _default(self, doc: QuestionDoc, response: Response, place: Place, view: View) -> Literal | Expression | None:
        if doc.default is None:
            return None
        if doc.type.repeats or doc.compute is not None:
            noun = "computed question" if doc.compute is not None else doc.type
            message = f'a {noun} has no use for "default"'
            self._found.append(place.key_error("useless-key", message, "take it out", fix=without(place)))
            return None
        if isinstance(doc.default, Computed):
            return self._expression(doc.default.compute, place / "compute", view, response_type(response))
        from rootcause.questionnaire.response.reading import read_response  # few questions have a default

        problem = None if self._found else read_response(response, doc.default, UTC)
        if isinstance(problem, Problem):
            self._found.append(
                place.error("invalid-default", f"the default is no answer: {problem.message}", problem.hint)
            )
        return Literal(doc.default)

    def _condition(self, text: str | None, place: Place, view: View) -> Expression | None:
        return None if text is None else self._expression(text, place, view, YesNo())

    def _expression(self, text: str, place: Place, view: View, expected: Type) -> Expression | None:
        read = view.expression(text, place, expected)
        if isinstance(read, Expression):
            return read
        self._found += read
        return None

    def _view(self, own: str | None = None) -> View:
        return View(self._types, self._ids, own)

    def _unique(self, id: str, seen: dict[str, Place], place: Place, noun: str) -> None:
        first = seen.get(id)
        if first is None:
            seen[id] = place
            return
        line = (first / "id").span.line
        problem = (place / "id").error(
            "duplicate-id", f'there is a {noun} "{id}" already, in line {line}', "rename one"
        )
        self._found.append(replace(problem, labels=((first / "id").label("the other one"),)))

    def _unique_field(self, name: str, seen: dict[str, Place], place: Place) -> None:
        first = seen.setdefault(name, place)
        if first is place:
            return
        at, other = (where / ("role" if where.has("role") else "id") for where in (place, first))
        message = (
            f'"{name}" is what line {other.span.line} calls its answer already, and a report has one place for both'
        )
        problem = at.error("duplicate-id", message, "give one of them another id or role")
        self._found.append(replace(problem, labels=(other.label("the other one"),)))

    def _check_former(self, doc: QuestionDoc, place: Place, seen: dict[str, Place]) -> None:
        at = place / "was"
        for index, former in enumerate(doc.was):
            where = at / index if isinstance(at.value, list) else at
            if former in self._ids:
                message = f'"{former}" is a question of its own; its answers cannot move to "{doc.id}"'
                self._found.append(where.error("reused-id", message, "name an id that no question has any more"))
            first = seen.setdefault(former, where)
            if first is not where:
                message = f'the answers of "{former}" move already, in line {first.span.line}'
                problem = where.error("reused-id", message, "an answer can move to one question only")
                self._found.append(replace(problem, labels=(first.label("the other one"),)))

    def _check_role(self, doc: QuestionDoc, place: Place) -> None:
        if doc.role is None:
            return
        types = ROLES.get(doc.role)
        if types is None:
            near = nearest(doc.role, ROLES)
            help = f'did you mean "{near}"?' if near else f"known are {', '.join(sorted(ROLES))}"
            at = place / "role"
            problem = at.error("unknown-role", f'"{doc.role}" is not a role', help, fix=instead(at, near))
            self._found.append(problem)
        elif doc.type not in types:
            expected = " or ".join(sorted(types))
            message = f'the role "{doc.role}" needs a {expected}, this is a {doc.type}'
            self._found.append((place / "role").error("role-type-mismatch", message, "change one of the two"))
