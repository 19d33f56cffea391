"""What the generated cases talk about. A cause has wordings of its own, as several people would write it down."""

from __future__ import annotations

from typing import Final, NamedTuple


class Cause(NamedTuple):
    """A root cause: its kind in most questionnaires, that in a review of software, and its wordings."""

    kind: str
    software: str
    wordings: tuple[str, ...]


CAUSES: Final = (
    Cause(
        "strategy",
        "operations",
        (
            "The address list is renewed once a year, so {product} orders of people who moved go to the old door",
            "Addresses are renewed only once a year, so orders for the {product} go to old doors",
            "Nobody renews the list of addresses between two years, so it still holds old doors",
        ),
    ),
    Cause(
        "roles",
        "deployment_planning",
        (
            "It was open which desk tells the customer, so both desks waited for the other",
            "Each of the two desks took the other one to be in charge of telling customers",
            "Nobody was in charge of telling the customer about a changed day for the {product}",
        ),
    ),
    Cause(
        "resources",
        "software",
        (
            "The scanner in {place} has no spare battery, so parcels are booked by hand in the evening",
            "Without a spare battery for the scanner, parcels in {place} are booked by hand",
            "Scanner batteries have no spare, so evening parcels are typed in by hand",
        ),
    ),
    Cause(
        "training",
        "development_process",
        (
            "The new order form came without a course, so the field for the floor stays empty",
            "No course came with the new form, so the floor is left empty on orders",
            "The field for the floor in the new order form was never explained to the shop",
        ),
    ),
    Cause(
        "overload",
        "complex_behaviour",
        (
            "Sixty calls come in a shift planned for forty, so calls back are put off to the next day",
            "The shift is planned for forty calls and takes sixty, so nobody calls back on the day",
            "Calls back wait for the next day, because the shift takes sixty calls instead of forty",
        ),
    ),
    Cause(
        "strategy",
        "software",
        (
            "The price table of the {product} is copied by hand into two systems, so one of them is behind",
            "Prices are kept in two systems by hand, so the till is behind the web page",
        ),
    ),
    Cause(
        "resources",
        "network",
        (
            "There is one line to the depot in {place}, and no second one when it fails",
            "The depot in {place} hangs on a single line without a second way",
        ),
    ),
    Cause(
        "roles",
        "operations",
        (
            "The alarm goes to a mailbox that three teams share, and each expects another to read it",
            "Three teams share the mailbox of the alarm, so it is read by none at night",
        ),
    ),
    Cause(
        "training",
        "operations",
        (
            "The restore was written down but never rehearsed, so its third step was wrong",
            "Nobody had rehearsed the restore, so the wrong third step was not found before",
        ),
    ),
    Cause(
        "strategy",
        "deployment_planning",
        (
            "Changes go to all branches at once, so a fault reaches every customer in the same hour",
            "A change reaches all branches in one go, with no branch that tries it first",
        ),
    ),
    Cause(
        "overload",
        "operations",
        (
            "Two hundred alarms come each night, so the one that counts is missed",
            "Among two hundred alarms of a night the right one is not seen",
        ),
    ),
    Cause(
        "resources",
        "software",
        (
            "The time limit of the payment page is shorter than the answer of the bank at noon",
            "At noon the bank answers later than the time limit of the payment page allows",
        ),
    ),
    Cause(
        "roles",
        "development_process",
        (
            "The supplier checks the {part} by sample, and so do we, so a faulty batch passes both",
            "Both the supplier and we check the {part} by sample only, and a faulty batch gets through",
        ),
    ),
    Cause(
        "strategy",
        "complex_behaviour",
        (
            "The bonus counts parcels that left, so parcels that came back are nobody's figure",
            "Only parcels that left are counted for the bonus, not those that came back",
        ),
    ),
    Cause(
        "training",
        "software",
        (
            "The fitting of the {part} is shown on a drawing of the former model",
            "The drawing for the {part} is still that of the model before",
        ),
    ),
    Cause("resources", "operations", ("The copy of the orders is made once a night, and its log is read by nobody",)),
    Cause("overload", "network", ("Monday mornings take twice the bookings that the queue was built for",)),
    Cause(
        "roles", "operations", ("A refund above fifty needs a signature of somebody who is in {place} twice a week",)
    ),
    Cause("strategy", "software", ("The day of delivery is promised before the stock of the {product} is looked up",)),
    Cause("training", "development_process", ("The review list has no question about the way back of a change",)),
    Cause(
        "resources", "software", ("The van in {place} is cooled from the front only, so boxes at the door get warm",)
    ),
    Cause(
        "roles", "complex_behaviour", ("Returns of the {product} are taken in by two counters with lists of their own",)
    ),
    Cause(
        "strategy", "deployment_planning", ("Certificates are renewed by hand, and the date stands in one calendar",)
    ),
    Cause("overload", "operations", ("Invoices are printed on the last day of the month together with all reminders",)),
    Cause("training", "software", ("The word for the {part} differs between the shop and the workshop",)),
    Cause("resources", "operations", ("There is one key to the store room, and it leaves with the early shift",)),
    Cause(
        "strategy", "complex_behaviour", ("A retry sends the order again without a number that tells the two apart",)
    ),
    Cause("roles", "network", ("The provider announces its work to an address of a colleague who left",)),
    Cause("overload", "development_process", ("Reviews of forty files are done in the last hour before the release",)),
    Cause("training", "operations", ("The label printer is set back to the small format by each update",)),
    Cause(
        "resources",
        "complex_behaviour",
        ("The cache keeps the stock of the {product} for a day, the shop for a minute",),
    ),
    Cause("strategy", "operations", ("The rule for storms was made for lorries and holds for bicycles as well",)),
    Cause("roles", "software", ("Who may stop a faulty batch of the {product} is not written down anywhere",)),
    Cause("training", "network", ("The name service keeps entries for a day, which the move had not planned for",)),
    Cause("overload", "software", ("The nightly sum runs into the morning since the number of branches doubled",)),
    Cause("strategy", "development_process", ("Tests run with ten customers, the page breaks with ten thousand",)),
)

BEFORE_IT: Final = (
    "The {part} was not in the parcel when it was closed",
    "The order stood in the list twice and was sent twice",
    "The customer was told another day than the driver",
    "The page for the {product} did not answer for a while",
    "The parcel waited overnight in {place} without being booked",
    "The invoice showed the price of the year before",
    "The call was passed on twice and then ended",
    "The {part} broke when it was fitted for the first time",
    "The message about the delay stayed in a queue",
    "The wrong model of the {product} was taken from the shelf",
)

PROBLEMS: Final = (
    "The {product} came {days} days late in {place}",
    "{many} customers in {place} got the {product} without the {part}",
    "The {part} of the {product} broke within {days} days",
    "An order of the {product} was charged twice in {place}",
    "Nobody called back for {days} days about the {product}",
    "{many} invoices for the {product} were too high",
    "The {product} went to the wrong door in {place}",
    "The page of the {product} gave no answer in {place}",
)

PRODUCTS: Final = (
    ("sofa", ("cover", "frame", "foot")),
    ("bicycle", ("brake", "battery", "lock", "saddle")),
    ("kitchen", ("worktop", "hinge", "tap")),
    ("coffee machine", ("grinder", "pump", "tray")),
    ("heating", ("pump", "thermostat", "valve")),
    ("web shop", ("checkout", "search", "login")),
    ("booking service", ("calendar", "payment page", "mail")),
    ("telephone plan", ("invoice", "card", "router")),
    ("vegetable box", ("cooling", "label", "list")),
    ("lift", ("door", "emergency call", "motor")),
    ("hearing aid", ("ear piece", "charger")),
    ("ticket app", ("seat map", "refund", "code")),
)
"""Products and their parts; the first ones are sold most."""

PLACES: Final = ("Lyon", "Kraków", "Cork", "Graz", "Porto", "Malmö", "Ghent", "Turin", "Leeds", "Bilbao")

# fmt: off
OWNERS: Final = (
    "Ada Byron", "Ben Ode", "Cho Lin", "Dana Fox", "Eli Roth", "Fay Moss",
    "Gil Hart", "Hana Sato", "Ivo Petek", "Jana Novak", "Kofi Mensah", "Lea Brandt",
    "Max Stone", "Nia Okoro", "Omar Haddad", "Pia Keller", "Quinn Reed", "Rosa Marín",
    "Sam Hale", "Tove Lund", "Uri Katz", "Vera Conti", "Wim Smit", "Xenia Popa",
    "Yara Nasser", "Zoë Šimić", "José Núñez", "Åsa Berg", "Chloé Dubois", "Łukasz Wójcik",
)
# fmt: on

ACTIONS: Final = {
    "stronger": (
        "Block orders of the {product} without a floor at the counter",
        "Replace the {part} by one that fits only the right way round",
        "Take the second list away, so that one place holds the {product}",
        "Close the door of the van by itself after a minute",
    ),
    "intermediate": (
        "Put a check of the {part} on the list that is signed before a parcel is closed",
        "Show the stock of the {product} beside the day that is promised",
        "Send the alarm to the one who is on duty in {place}",
        "Let a second pair of eyes read the price table before it goes out",
    ),
    "weaker": (
        "Remind the shop in {place} to ask for the floor",
        "Write a note about the {part} for the early shift",
        "Explain the form for the {product} in the weekly meeting",
    ),
}
MEASURES: Final = (
    "No {product} came without its {part} for 30 days",
    "Fewer than 2 calls a week about the {product} from {place}",
    "All parcels of a day are booked before 18:00, ten days in a row",
    "The alarm rang in each of three rehearsals",
)
RESULTS: Final = (
    "In place in {place} since this week",
    "Works for the {product}, the others follow",
    "Done together with the depot",
    "Done, two days of work",
)
WHY_PUT_OFF: Final = ("The part comes next month", "Waits for the new contract", "The team in {place} is on holiday")
INTERIM: Final = (
    "Each {product} is checked by hand at the gate",
    "The desk calls every customer the day before",
    "A spare {part} lies in each van",
)

_OBJECTS: Final = (
    "the counter", "the ramp", "the returns shelf", "the packing bench", "the cash box", "the weekend rota",
    "the label printer", "the key cabinet", "the spare parts bin", "the tour plan", "the voucher book", "the hotline",
    "the loading dock", "the sample room", "the invoice run", "the chat window", "the stock count", "the courier bag",
    "the repair slip", "the test kit",
)  # fmt: skip
_MOMENTS: Final = (
    "the fair", "the audit", "the move", "the handover", "the sale", "the training week", "the inventory",
    "the system change", "the strike", "the storm", "the price change", "the new lease", "the first shift",
    "the summer break", "the open day", "the recall", "the contract change", "the rebuild", "the visit", "the pilot",
)  # fmt: skip
DETAILS: Final = tuple(
    f", which nobody had seen at {thing} in {{place}} since {moment} for the {{part}}"
    for thing in _OBJECTS
    for moment in _MOMENTS
)
"""What only one case has to say about its cause."""
