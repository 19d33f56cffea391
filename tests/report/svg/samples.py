"""Figures to draw: each picture small, usual and large, in several scripts."""

from __future__ import annotations

from collections.abc import Callable

from rootcause.report.diagrams import (
    Bone,
    Event,
    Figure,
    FishboneDiagram,
    Node,
    Period,
    TimelineDiagram,
    TreeDiagram,
)

COUNTS = (3, 12, 60)

SCRIPTS: dict[str, tuple[str, ...]] = {
    "plain": (
        "The night shift had one person for two lines",
        "Parcels were sorted by hand because the scanner was switched off",
        "Nobody was told that the route had changed",
        "The address label was printed before the address was corrected",
        "Replication stopped",
        "The backup job ended with an error on each of the last 14 nights, and its mail went to a mailbox that is not read",
    ),
    "long words": (
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
        "https://status.example.com/incidents/2026/01/31/gitlab-replication?lag=4294967296&host=db1.cluster.example.com",
        "ConnectionPoolExhaustedExceptionInRequestHandlerFactoryBean",
        "the_lock_of_the_migration_was_held_by_the_job_that_waited_for_it",
    ),
    "chinese and japanese": (
        "夜間の担当者は一人だけで、二本のラインを同時に見ていた。",
        "包裹是用手分拣的,因为扫描仪被关闭了。",
        "経路の変更が誰にも伝えられなかった",
        "备份任务连续十四个晚上失败",
        "배송 경로가 바뀐 것을 아무도 알지 못했다",
    ),
    "right to left": (
        "لم يتم إبلاغ أحد بتغيير المسار",
        "המשלוח מוין ידנית משום שהסורק היה כבוי (מאז 14 בינואר).",
        "فشلت مهمة النسخ الاحتياطي backup.sh كل ليلة",
        "העומס היה גבוה מדי",
    ),
    "emoji": (
        "👩‍💻 deployed on Friday 🚀🚀🚀 and 🔥🔥 followed",
        "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
        "🇩🇪🇫🇷🇯🇵 sites had no 📦 scanner 👍🏽",
        "e\u0301\u0302\u0303 combining Ẑ͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘ marks",
    ),
    "empty": ("",),
    "endless": (
        "The team had asked for a second scanner in every planning round since the line was built, and each time it was put off. "
        * 5,
        "x" * 500,
        "W" * 500,
    ),
}

Texts = Callable[[int], str]


def texts(script: str) -> Texts:
    """The text of a number: the texts of a script, again and again."""
    found = SCRIPTS[script]
    return lambda number: found[number % len(found)]


def tree(count: int, text: Texts, *, fan: int = 3) -> Figure:
    """A tree of so many causes; each has up to `fan` below it, the first of them reach deep."""
    children: dict[int, list[int]] = {0: []}
    level = {0: 0}
    for number in range(1, count + 1):
        deep = number - 1 if number % 9 < 7 else number // 9
        parent = deep if number > fan else 0
        if level[parent] >= 8:
            parent = number % fan
        children.setdefault(parent, []).append(number)
        children.setdefault(number, [])
        level[number] = level[parent] + 1
    return _figure("tree", TreeDiagram(_node(0, children, text)))


def flat_tree(count: int, text: Texts) -> Figure:
    """A tree of so many causes on three levels at most."""
    children: dict[int, list[int]] = {number: [] for number in range(count + 1)}
    for number in range(1, count + 1):
        children[0 if number <= 4 else 1 + number % 4 if number <= 16 else 5 + number % 12].append(number)
    return _figure("flat-tree", TreeDiagram(_node(0, children, text)))


def fishbone(count: int, text: Texts, kinds: int = 5) -> Figure:
    """So many causes by kind; some have others below them."""
    names = (
        "Strategy",
        "Training",
        "Resources",
        "Roles and responsibilities",
        "Overload",
        "Method",
        "Machine",
        "Measurement",
        "Environment",
        "Other",
    )
    bones: list[list[Node]] = [[] for _ in range(kinds)]
    number = 0
    while number < count:
        below = min(number % 4, count - number - 1)
        inner = tuple(Node(text(number + 1 + place), is_end=place == 1) for place in range(below))
        bones[(number * 3 + 1) % kinds].append(Node(text(number), inner, is_end=not inner and number % 5 == 0))
        number += 1 + below
    named = tuple(
        Bone(text(place) if place == 3 else names[place % len(names)], tuple(bone)) for place, bone in enumerate(bones)
    )
    return _figure("fishbone", FishboneDiagram(text(0), named))


def timeline(count: int, text: Texts) -> Figure:
    """So many events over days; some mark a moment."""
    moments = {1: ("Started",), count // 3 + 1: ("Detected",), 2 * count // 3 + 1: ("Contained",), count: ("Resolved",)}
    periods: list[Period] = []
    seconds = 0
    for start in range(0, count, 5):
        events = []
        for number in range(start, min(count, start + 5)):
            minutes = seconds // 60 % 1440
            events.append(
                Event(
                    f"{minutes // 60:02}:{minutes % 60:02}",
                    text(number),
                    None if number == 7 else seconds,
                    moments.get(number + 1, ()),
                )
            )
            seconds += 60 * (7 + 53 * (number % 5) ** 3)
        periods.append(Period(f"{1 + start // 5} February 2026", tuple(events)))
    return _figure("timeline", TimelineDiagram(tuple(periods)))


PICTURES: dict[str, Callable[[int, Texts], Figure]] = {
    "tree": tree,
    "flat tree": flat_tree,
    "fishbone": fishbone,
    "timeline": timeline,
}


def _node(number: int, children: dict[int, list[int]], text: Texts) -> Node:
    below = tuple(_node(child, children, text) for child in children[number])
    return Node(text(number), below, is_end=not below and number % 2 == 0)


def _figure(name: str, diagram: TreeDiagram | FishboneDiagram | TimelineDiagram) -> Figure:
    return Figure(name, f"A picture: {name}", "What it says to those who do not see it.", diagram)
