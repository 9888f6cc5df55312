"""A second reader of links, after docs/snapshot-format.md and nothing else. Reads every golden link and holds it against what is kept beside it.

Use, from the root of the repository: python3 tests/snapshot/read_links.py
Prints a line for each fault and answers with 1 if there is one. What it shows: the document says every bit.
"""

import datetime
import json
import re
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
STATUSES = ["not-assessed", "not-due", "no-evidence", "not-started", "under-way", "fulfilled", "suspended", "disputed", "breached"]
BASES = ["none", "self", "other", "press", "observers", "own"]
EXTENTS = [None, "minimal", "intermediate"]
MARK_OF_PLACE = "@"
END = 0x110000


class Refused(Exception):
    """A link that no writer writes."""


# ── 1 Outside ──


def duties():
    """(slot, obligation, instrument, bearer) of each duty in the order of the slots."""
    lines = (ROOT / "tests/golden/slots.txt").read_text().split("\n")
    for line in filter(None, lines):
        slot, obligation, *bearers = line.split()
        for bearer in bearers:
            yield int(slot), obligation, obligation.split("-")[0], bearer


def shape_of(places):
    shape, before = 0, None
    for slot in range(max(place[0] for place in places) + 1):
        here = [place for place in places if place[0] == slot]
        last = here[-1][2] if here else before
        shape = (shape * 5 + 2 * len(here) + (last != before)) % 13
        before = last
    return shape


def number_of(digits, place):
    number, shift = 0, 0
    while True:
        digit = digits[place]
        number |= (digit & 31) << shift
        place, shift = place + 1, shift + 5
        if digit < 32:
            return number, place


def opened(link):
    assert link.startswith("s1")
    digits = [ALPHABET.index(letter) for letter in link[2:]]
    length, place = number_of(digits, 0)
    edition, place = number_of(digits, place)
    check = sum(digit * 62**power for power, digit in enumerate(digits[-6:]))
    if length != len(digits) or check & 0xFFFFFFFF != zlib.crc32(link[:-6].encode()):
        raise Refused("length or check")
    return edition, check >> 32, digits[place:-6]


# ── 2 The range coder ──


class Reader:
    def __init__(self, digits):
        self.digits, self.taken, self.place, self.range = digits, 0, 0, 2**48
        for _ in range(8):
            self.take()

    def take(self):
        digit = self.digits[self.taken] if self.taken < len(self.digits) else 0
        self.place, self.taken = self.place * 64 + digit, self.taken + 1

    def choose(self, sizes):
        """The number of the part, of parts of these sizes."""
        total = sum(sizes)
        unit = self.range // total
        part = self.place // unit
        if part >= total:
            raise Refused("a part that is none")
        start = 0
        for number, size in enumerate(sizes):
            if part < start + size:
                break
            start += size
        self.place -= unit * start
        self.range = unit * size
        while self.range < 2**42:
            self.range *= 64
            self.take()
        return number

    def evenly(self, count):
        unit = self.range // count
        part = self.place // unit
        if part >= count:
            raise Refused("a part that is none")
        self.place -= unit * part
        self.range = unit
        while self.range < 2**42:
            self.range *= 64
            self.take()
        return part

    def end(self):
        if not self.digits:
            return
        last, spare = self.digits[-1], self.taken - len(self.digits)
        unit = 64 ** min(spare, 8)
        if spare < 0 or last == 0 or self.place >= unit or (64 - last) * unit < self.range - self.place:
            raise Refused("not the digits that are written")


class Rows:
    """Counted choices. A row is named by a tuple."""

    def __init__(self, coder, most=None):
        self.coder, self.most, self.counts = coder, most, {}

    def row(self, name, values):
        return self.counts.setdefault(name, [0] * values)

    def choose(self, values, *rows):
        floor = 4 if 3 <= values <= 9 else 1
        rows = [(self.row(name, values), weight) for name, weight in rows]
        sizes = [sum(weight * (row[value] + floor) for row, weight in rows) for value in range(values)]
        said = self.coder.choose(sizes)
        for row, _ in rows:
            row[said] += 8
            if self.most and row[said] > self.most:
                row[:] = [count - count // 2 for count in row]
        return said

    def flag(self, *name):
        return self.choose(2, (name, 1)) == 1


# ── 4 Texts ──


class Context:
    def __init__(self, order, suffix):
        self.order, self.suffix, self.letters, self.weights, self.places, self.then = order, suffix or self, [], [], [], []

    def total(self):
        return sum(self.weights)


def script_of(letter):
    if 0x41 <= letter <= 0x5A or 0x61 <= letter <= 0x7A or 0xC0 <= letter <= 0x24F:
        return 0
    if 0xE00 <= letter <= 0xE7F:
        return 1
    if 0x1780 <= letter <= 0x17FF:
        return 2
    if 0x250 <= letter <= 0x1FFF or 0x2C00 <= letter <= 0xFFFF:
        return 3
    return None


def above(number, *bounds):
    return sum(number > bound for bound in bounds)


class Prose:
    def __init__(self, coder):
        self.roots = [Context(0, None) for _ in range(4)]
        self.script, self.here, self.sure, self.said = 0, self.roots[0], False, []
        self.begins, self.coder = {}, coder
        self.rows = Rows(coder, 500)

    def text(self, kind):
        self.script = self.begins.get(kind, 0)
        root = self.roots[self.script]
        self.here = self.follow(root, root.letters.index(END)) if END in root.letters else root
        text = []
        while True:
            letter = self.letter()
            if not text:
                self.begins[kind] = self.script
            if letter == END:
                return "".join(text)
            text.append(chr(letter))

    def letter(self):
        top, context, refused = self.here, self.here, []
        sure, self.sure = self.sure, False
        while True:
            if len(context.letters) > len(refused) and (place := self.ask(context, refused, sure)) is not None:
                letter = context.letters[place]
                self.strengthen(context, place)
                self.said.append(letter)
                self.learn(top, context, place, letter)
                self.here = self.follow(context, place)
                return letter
            if context.order == 0:
                return self.foreign(top)
            refused, context = context.letters, context.suffix

    def ask(self, context, refused, sure):
        free = [place for place, letter in enumerate(context.letters) if letter not in refused]
        total = sum(context.weights[place] for place in free)
        behind = bool(self.said) and self.said[-1] >= 64 and self.said[-1] != END
        if len(context.letters) == 1:
            name = ("one", min(16, context.weights[0]), self.support(context), sure, behind)
        else:
            steps = above(len(free), 1, 2, 3, 4, 6, 9, 14, 22, 35, 60)
            name = ("several", bool(refused), behind, above(total // len(free), 2, 4, 8), steps)
        if not self.rows.flag(*name):
            return None
        place = free[self.coder.choose([context.weights[place] for place in free])]
        self.sure = not refused and 2 * context.weights[place] > total
        return place

    def support(self, context):
        suffix = context.suffix
        weight = suffix.weights[context.places[0]]
        if len(suffix.letters) == 1:
            return 4 + min(3, weight)
        return above(8 * weight // suffix.total(), 0, 1, 3)

    def strengthen(self, context, place):
        context.weights[place] += 1 if len(context.letters) == 1 else 4
        if context.weights[place] > 124:
            context.weights = [weight - weight // 2 for weight in context.weights]

    def learn(self, top, found, place, letter):
        if found is None and len(self.roots[self.script].letters) >= 255:
            return
        a, b = 1, 256
        if found is not None:
            a = found.weights[place]
            b = found.total() + len(found.letters) - a
        context = top
        while context is not found:
            suffix = context.suffix
            below = suffix.letters.index(letter) if letter in suffix.letters else len(suffix.letters)
            if len(context.letters) == 1:
                context.weights[0] *= 2
            t = context.total() + 4 * len(context.letters)
            q = 2 * a * (t + 6) // (b + t)
            context.letters.append(letter)
            context.weights.append(1 + above(q, 0, 3, 5, 8, 11, 14))
            context.places.append(below)
            context.then.append((MARK_OF_PLACE, len(self.said)))
            if context is suffix:
                break
            context = suffix

    def follow(self, context, place):
        then = context.then[place]
        if isinstance(then, Context):
            return then
        at = then[1]
        suffix = context if context.order == 0 else self.follow(context.suffix, context.places[place])
        made = suffix
        letter = self.said[at] if at < len(self.said) else END
        if context.order < 5 and letter in suffix.letters:
            below = suffix.letters.index(letter)
            weight = suffix.weights[below]
            made = Context(context.order + 1, suffix)
            made.letters, made.places, made.then = [letter], [below], [(MARK_OF_PLACE, at + 1)]
            made.weights = [1 + weight // 2 if len(suffix.letters) == 1 else 1 + (2 * weight > suffix.total())]
        context.then[place] = made
        return made

    def foreign(self, top):
        script = self.script
        root = self.rows.choose(4, (("elsewhere", script), 1))
        if root != script:
            context = self.roots[root]
            place = self.coder.choose(context.weights)
            letter = context.letters[place]
            if script_of(letter) != root:
                raise Refused("a letter of another script")
            self.strengthen(context, place)
            self.said.append(letter)
            self.script = root
            self.here = self.follow(context, place)
            return letter
        blocks = [0, 0x40, 0x1C, 0x2F, END >> 7, None]
        block = blocks[self.rows.choose(6, (("block",), 1))]
        if block == END >> 7:
            letter = END
        else:
            if block is None:
                block = self.coder.evenly(8704)
                if block in blocks:
                    raise Refused("a known block")
            letter = block << 7 | self.coder.evenly(128)
            chr(letter).encode()
        home = script_of(letter)
        if letter in self.roots[script].letters or home not in (None, script) and letter in self.roots[home].letters:
            raise Refused("a letter that is known")
        self.said.append(letter)
        if home in (None, script):
            self.here = self.roots[script]
            self.learn(top, None, None, letter)
        else:
            self.script, self.here = home, self.roots[home]
            self.learn(self.here, None, None, letter)
        return letter


def primed(coder):
    """A model that has read the primer: what it learns by reading its digits is what it learns by saying its lines."""
    digits = (ROOT / "src/snapshot/primer.digits").read_text().strip()
    reader = Reader([ALPHABET.index(digit) for digit in digits])
    prose = Prose(reader)
    lines = []
    while line := prose.text("note"):
        lines.append(line)
    reader.end()
    assert lines == (ROOT / "src/snapshot/primer.txt").read_text().rstrip("\n").split("\n"), "the primer"
    prose.begins = {}
    prose.coder = prose.rows.coder = coder
    return prose


# ── 3 Content ──


class Content:
    def __init__(self, coder, places):
        self.coder, self.rows, self.model = coder, Rows(coder), None
        self.bases, self.dates, self.notes, self.evidence = [coder.evenly(2) == 1 for _ in range(4)]
        folded = self.number("time")
        away = -(folded // 2) - 1 if folded % 2 else folded // 2
        self.taken = (29891520 + away) % 2**32
        self.today = self.last_day = self.taken // 1440
        self.title = self.text("label") if coder.evenly(2) else ""
        self.author = self.text("label") if coder.evenly(2) else ""
        self.said = []
        text, before = 0, None
        for place in places:
            if before and before[2] != place[2]:
                text = min(text + 1, 38)
            fellow = self.said[-1] if before and before[1] == place[1] else None
            self.said.append(self.duty(text, fellow))
            before = place
        coder.end()

    def number(self, name):
        w = self.rows.choose(33, ((name, "w"), 1))
        h = min(w, 2)
        m = 1
        if h:
            m = m << h | self.rows.choose(2**h, ((name, "head", w), 1))
        for _ in range(w - h):
            m = m << 1 | self.coder.evenly(2)
        return m - 1

    def text(self, kind):
        self.model = self.model or primed(self.coder)
        return self.model.text(kind)

    def duty(self, text, fellow):
        case = 0 if fellow is None else 1 + (fellow["status"] > 0)
        lately = [int(one["status"] > 0) for one in self.said]
        one_before, two_before = (lately[-1:] or [0])[0], (lately[-2:-1] or [0])[0]
        status = self.rows.choose(
            2,
            (("any", text), 8),
            (("any of four", sum(lately[-4:]), case), 4),
            (("any of two", one_before, two_before, case), 4),
            (("any",), 1),
        )
        if status:
            of = fellow["status"] if fellow else 9
            status = 1 + self.rows.choose(8, (("which", text), 2), (("which of", of), 1), (("which",), 1))
        one = {"status": status, "extent": None, "basis": 0, "date": None, "note": "", "evidence": []}

        def case_of(detail):
            return (status > 0, None if fellow is None else bool(fellow[detail]))

        if STATUSES[status] == "under-way":
            like = fellow["extent"] if fellow and fellow["status"] == status else "none"
            one["extent"] = EXTENTS[self.rows.choose(3, (("extent", like), 1))]
        if self.bases:
            of = fellow["basis"] if fellow else 6
            one["basis"] = self.rows.choose(6, (("basis", status), 3), (("basis of", of), 3), (("basis",), 1))
        if self.dates:
            one["date"] = self.date(case_of("date"))
        if self.notes and self.rows.flag("note", case_of("note")):
            same = fellow is not None and fellow["note"] and self.rows.flag("same note")
            one["note"] = fellow["note"] if same else self.text("note")
        if self.evidence:
            count = self.rows.choose(21, (("pieces", case_of("evidence")), 1))
            if count and fellow and len(fellow["evidence"]) == count and self.rows.flag("same pieces"):
                one["evidence"] = fellow["evidence"]
            else:
                one["evidence"] = [
                    (self.text("address"), self.text("title"), self.date("seventh")) for _ in range(count)
                ]
        return one

    def date(self, case):
        if not self.rows.flag("date", case):
            return None
        if not self.rows.flag("same date", case):
            later = self.rows.flag("later")
            away = self.number("day")
            self.last_day = self.today + away if later else self.today - away
        return str(datetime.date(1970, 1, 1) + datetime.timedelta(self.last_day))


# ── What is kept beside the links ──


def main():
    places = list(duties())
    order = [f"{obligation}/{bearer}" for _, obligation, _, bearer in places]
    faults = count = 0
    for block in (ROOT / "tests/golden/snapshot-v1.txt").read_text().removeprefix("= ").rstrip("\n").split("\n= "):
        name, link, whole, *runs = block.split("\n")
        edition, shape, digits = opened(link)
        content = Content(Reader(digits), places)
        told = {
            "edition": EDITIONS[edition],
            "title": content.title,
            "author": content.author,
            "taken": content.taken,
            "bases": content.bases,
            "dates": content.dates,
            "notes": content.notes,
            "evidence": content.evidence,
        }
        kept = {}
        for run in runs:
            ends, said = run.split(": ", 1)
            first, last = map(order.index, ends.split(" to "))
            kept.update(dict.fromkeys(order[first : last + 1], json.loads(said)))
        heard = dict(zip(order, map(tell, content.said)))
        heard = {duty: said for duty, said in heard.items() if said != NOTHING}
        if (told, heard, shape) != (json.loads(whole), kept, shape_of(places)):
            faults += 1
            print(f"{name}: not what is kept beside it")
        count += 1
    print(f"{count} links read, {faults} with faults")
    return 1 if faults else 0


def tell(one):
    """What a duty says, without what it leaves open."""
    said = {
        "status": STATUSES[one["status"]],
        "extent": one["extent"],
        "basis": BASES[one["basis"]],
        "as_of": one["date"],
        "note": one["note"],
        "evidence": [list(piece) for piece in one["evidence"]],
    }
    return {field: value for field, value in said.items() if value and value != "none"}


NOTHING = {"status": STATUSES[0]}
EDITIONS = re.findall(r'(?m)^version = "(.*)"', (ROOT / "catalogue/editions.toml").read_text())

if __name__ == "__main__":
    sys.exit(main())
