"""The way through `what-why-different` that a person takes: what is said where, and every word used once.

What to do follows from what the screen asks, so the walk goes on after it was broken off anywhere.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.walk.at_a_screen import AtAScreen
from tests.walk.person import Person

BEGINNING = ("triage", "--timezone", "Europe/Berlin")
EDITED = "Two days without hot water.\nA night in a hotel, 140 EUR."
MOST_SCREENS = 500  # a walk that is killed fifty times takes half as many
NOTE, FORM = "Nobody looked for gaps", "the order form"
PROBLEM = "The flat in 12 Mill Lane had no hot water for 3 days in May"
FIRST, SECOND, WRONG, MISTYPED = "Ordered", "Broke down", "Rained", "Orderd"
VALVE, WORN, PART, STOCK = "Valve broke", "Valve worn out", "No spare part", "No stock list"

Does = Callable[[Person], None]


def answers(text: str) -> Does:
    return lambda person: person.answer(text)


def writes(text: str) -> Does:
    return lambda person: person.paragraph(text)


def picks(label: str) -> Does:
    return lambda person: person.pick(label)


def says(word: str) -> Does:
    return lambda person: person.word(word)


def unless(there: str, first: Does, then: Does) -> Does:
    """The first thing where that cannot be read, and the other where it can."""
    return lambda person: (then if there in person.sees() else first)(person)


class Walk:
    """One walk, however often it is broken off. `asks` are the questions and what is done about them."""

    def __init__(self) -> None:
        self._screens = 0
        self._has_rained = False
        self._changes_a_cause = False
        self._jumps = self._once(says(":goto 4"), picks("Go on with: ..."))
        self.finished = False
        self.asks: dict[tuple[str, ...], Does] = {
            ("Saved after every answer",): Person.begins,
            ("So far:", "Save and leave"): self._looks_over,
            ("spoken with the customer in person?",): picks("Yes"),
            ("the people who did the work asked too?",): picks("I don't know"),
            ("Which customer is it?",): answers("Miller & Sons"),
            ("How can they be reached?",): self._once(says(":back"), says(":skip")),
            ("What exactly is the customer unhappy about?",): self._once(says(":help"), answers(PROBLEM)),
            ("Which product or service is it about?",): answers("Heating"),
            ("the whole product or service, or a part of it?",): picks("A part"),
            ("Which part is it?",): self._once(self._shift_tab, answers("The hot water")),
            ("At which step did they begin to be unhappy?",): picks("Delivery or handing over"),
            ("When did it begin?",): answers("5 Mar 2024 14:00"),
            ("When did we learn of it?",): answers("2024-03-06 09:30"),
            ("How did we learn of it?",): picks("A customer"),
            ("How many customers does it touch?",): says(":unknown"),
            ("What did it do to the customer?",): self._edits,
            ("What has it cost us so far?",): says(":ask Kim 2099-01-31"),
            ("Did the customer try to get it settled?",): picks("Yes"),
            ("What they tried, 1", "When was it?"): answers("2024-03-07 08:15"),
            ("What they tried, 1", "How did they reach us?"): picks("By phone"),
            ("What they tried, 1", "What did they want?"): says(":skip"),
            ("What they tried, 1", "What did we answer?"): answers("::unknown, said the desk"),
            ("Each time they tried, what happened?", "That was all"): picks("That was all"),
            ("What was missing in our answer",): writes("A day.\nA name."),
            ("What else happened, in order?", "Back"): self._lists,
            ("What else happened, 1", "When was it?"): answers("2024-03-08 10:00"),
            ("What else happened, 1", "What happened?"): answers(SECOND),
            ("What else happened, 2", "When was it?"): answers("2024-03-08 11:00"),
            ("What else happened, 2", "What happened?"): answers(WRONG),
            ("What else happened, 3", "When was it?"): answers("2024-03-08 12:00"),
            ("What else happened, 3", "What happened?"): self._once(answers(MISTYPED), answers(FIRST)),
            ("Which answer is changed?", MISTYPED): picks(f"What: {MISTYPED}"),
            ("Which one is put at another place?",): picks("3 ..."),
            ("Where does it go?",): picks("to the top"),
            ("What is taken away?",): picks("3 ..."),
            ("What else happened", "Where is that written?"): says(":skip"),
            ("What was agreed before the work began?",): lambda person: person.mark(["Time", "Scope"]),
            ("How did we keep in touch along the way?",): unless(
                "How sure: reported", says(":sure reported"), picks("We asked once or twice")
            ),
            ("Was it checked before it was handed over?",): unless(NOTE, says(f":note {NOTE}"), picks("In part")),
            ("did we ask whether it met their expectations?",): picks("Yes"),
            ("Was their answer written down?",): picks("No"),
            ("Did we answer their complaint at once?",): picks("Yes"),
            ("What was done at once?",): self._once(says(":undo"), answers("A plumber was sent")),
            ("Did we promise more than we delivered?",): picks("No"),
            ("Is there a quality problem in it?",): picks("No"),
            ("against what this client expects?",): self._once(says(":goto step"), picks("Below")),
            ("against what the market expects?",): picks("About the same"),
            ("Causes, level 1", "What led to this?"): self._names_a_cause,
            ("What led to this?", "That was all"): self._causes,
            ("Which answer is changed?", f"Cause: {VALVE}"): picks(f"Cause: {VALVE}"),
            ("Causes", "How do we know?"): picks("A record"),
            ("Causes", "Where can that be looked up?"): says(":skip"),
            ("Causes, level 1", "Can we act here"): lambda person: person.pick(
                "Yes" if STOCK in person.sees() else "No"
            ),
            ("Causes, level 2", "What made that possible?"): writes(PART),
            ("Causes, level 2", "Can we act here"): picks("Yes"),
            ("Causes", "What kind of cause is it?"): picks("Missing resources"),
            ("Causes", "What kept it from being noticed earlier?"): says(":skip"),
            ("What did it look like at first sight?",): answers("The price"),
            ("What is the issue beneath it?",): answers("The way parts are ordered"),
            ("What kept us from seeing it before the customer did?",): says(":skip"),
            ("What is the finding, in one sentence?",): self._once(says(":review"), answers("No part, no water")),
            ("Which of our processes stood in the way",): unless(FORM, says(f":evidence {FORM}"), says(":skip")),
            ("May the people in front of the customer",): picks("No"),
            ("Whom do they have to ask first?",): self._once(says(":quit"), answers("The dispatcher")),
            ("Are there right people in the wrong job?",): picks("No"),
            ("Does something built into our systems",): picks("No"),
            ("Has our organisation grown too heavy",): picks("No"),
            ("Where is the opportunity in this?",): writes("Parts that are there when they are needed"),
            ("Ways to solve it, 1", "What would we do?"): answers("Keep a stock list"),
            ("Ways to solve it, 1", "Is it a quick fix or a lasting improvement?"): picks("A lasting improvement"),
            ("Ways to solve it, 1", "Which steps lead there?"): writes("Count.\nWrite down."),
            ("Ways to solve it, 1", "How big is it?"): picks("Small"),
            ("Ways to solve it, 1", "What does it cost to do it once?"): answers("1,200.50 EUR"),
            ("Ways to solve it, 1", "What does it cost a year to keep it up?"): says(":skip"),
            ("Ways to solve it, 1", "How long until it is in place?"): answers("5 d"),
            ("Ways to solve it, 1", "Which loss does it save in a year?"): says(":skip"),
            ("Ways to solve it, 1", "What will the customer notice?"): says(":skip"),
            ("Ways to solve it, 1", "Can we do it with what we have?"): picks("Yes"),
            ("Ways to solve it, 1", "What if it goes wrong?"): says(":skip"),
            ("Which ways are there to solve it?", "That was all"): picks("That was all"),
            ("Which way do we choose?",): answers("The stock list"),
            ("What speaks for this way?",): writes("It is cheap."),
            ("How much time do we give it, without rushing?",): answers("2 h 15 min"),
            ("What do we do if it does not work?",): says(":skip"),
            ("Does a temporary fix hold things together meanwhile?",): picks("No"),
            ("Actions, 1", "What exactly?"): answers("Write the stock list"),
            ("Actions, 1", "Which cause does it act on?"): answers("1.1"),
            ("Actions, 1", "What does it do?"): picks("Prevent"),
            ("Actions, 1", "How strong is it?"): picks("Stronger"),
            ("Actions, 1", "Who sees to it?"): answers("Kim"),
            ("Actions, 1", "Where does it stand?"): picks("Not begun"),
            ("Actions, 1", "By which day?"): answers("31 Mar 2099"),
            ("Actions, 1", "How will we see that it worked?"): answers("No van without parts for 30 days"),
            ("What will be done?", "That was all"): picks("That was all"),
            ("Have we apologised?",): picks("Yes"),
            ("What have we done for this customer?",): writes("A night in a hotel."),
            ("When was it settled for the customer?",): answers("2024-03-09 18:00"),
            ("Are they satisfied with it?",): picks("They are"),
            ("How will we handle it the next time?",): says(":edit"),
            ("Would our quality stand up in a public comparison?",): picks("Yes"),
            ("How do we tell the story of our answer inside?",): writes("At the meeting on Monday."),
            ("How do we tell it in public?",): says(":skip"),
            **{
                (f"{when}, how {rest}",): picks(level)
                for when, level in (("Before the problem", "High"), ("After our answer", "Medium"))
                for rest in ("far did they trust", "far do they trust")
            },
            ("How full was the account before the problem?",): picks("High"),
            ("How full was it when the problem had happened?",): picks("Low"),
            ("How full is it after our recovery?",): picks("Medium"),
            ("What pays into the account from now on?",): says(":skip"),
            ("What went well in how we dealt with it?",): says(":skip"),
            ("What could have gone better?",): says(":skip"),
            ("What did we learn?",): says(":skip"),
            ("Which other problems came to light on the way?",): picks("There is none"),
        }

    def goes_on(self, person: Person) -> bool:
        """Do what there is to do about the question or screen that comes next; False when the program has ended."""
        if not person.waits():
            return False
        self._screens += 1
        assert self._screens < MOST_SCREENS, f"it leads nowhere:\n{person.terminal.screen()}"
        self.known(person)(person)
        return True

    def known(self, person: Person) -> Does:
        """What there is to do about the question or screen that is there."""
        person.terminal.until(lambda: bool(self._asked(person.sees())), "a question that is known")
        return self.asks[self._asked(person.sees())[0]]

    def _asked(self, seen: str) -> list[tuple[str, ...]]:
        """What is asked: the most that fits, and of several the lowest on the screen."""
        fits = [texts for texts in self.asks if all(text in seen for text in texts)]
        return sorted(fits, key=lambda texts: (len(texts), seen.rfind(texts[-1])), reverse=True)

    def _once(self, first: Does, then: Does) -> Does:
        """The first thing once, and from then on the other."""
        left = [first]

        def does(person: Person) -> None:
            (left.pop() if left else then)(person)

        return does

    def _shift_tab(self, person: Person) -> None:
        if isinstance(person, AtAScreen):
            person.presses("Shift-Tab")
        else:
            person.word(":back")

    def _edits(self, person: Person) -> None:
        if isinstance(person, AtAScreen):
            person.presses("Ctrl-X Ctrl-E")
        else:
            person.word(":edit")

    def _names_a_cause(self, person: Person) -> None:
        above = person.sees().rpartition("Causes, level 1")[2]
        if self._changes_a_cause:
            person.paragraph(WORN)
        else:
            person.paragraph(STOCK if VALVE in above else VALVE)

    def _causes(self, person: Person) -> None:
        causes = person.sees().rpartition("What led to this?")[2]
        self._changes_a_cause = STOCK in causes and VALVE in causes
        if STOCK not in causes:
            person.word(":another")
        elif self._changes_a_cause:
            person.pick("Change one")
        else:
            person.pick("That was all")

    def _lists(self, person: Person) -> None:
        rows = person.sees().rpartition("What else happened, in order?")[2]
        self._has_rained |= WRONG in rows
        if SECOND not in rows:
            person.pick("Add the first entry")
        elif not self._has_rained or not (MISTYPED in rows or FIRST in rows):
            person.pick("Add another entry")
        elif MISTYPED in rows:
            person.pick("Change one")
        elif rows.index(FIRST) > rows.index(SECOND):
            person.pick("Put one at another place")
        elif WRONG in rows:
            person.pick("Take one away")
        else:
            person.pick("That was all")

    def _looks_over(self, person: Person) -> None:
        if "Write the report as it stands" not in person.sees():
            person.pick("Write the report")
            self.finished = True
        else:
            self._jumps(person)
