"""A YAML file and what became of its bare lines in; the file with these changes, other lines as they were, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from typeset.resume.migration.bare import Bare, is_top
from typeset.resume.migration.steps import Step, steps
from typeset.source.rewrite import Comment

_END = re.compile(r"\r\n|\r|\n")
_NEVER_THE_SAME = "\n"


def merged(bare: Bare, before: list[str], after: list[str], came: Iterable[tuple[range, list[int]]]) -> str:
    """Return the text of the file with the change from `before` to `after`, ends of lines as they were.

    `came` pairs lines after with the bare lines that held what they hold, whose comments come along.
    """
    writer = _Writer(bare, after)
    new = [*after]
    for lines, stood in came:
        writer.carry(lines, stood)
        for line in lines:
            new[line] = _NEVER_THE_SAME
    for step in steps(bare.texts, before, new):
        if step.stays:
            writer.keep(step)
        else:
            writer.write(step)
    writer.gap(len(bare.numbers))
    return writer.text()


@dataclass(slots=True)
class _Writer:
    """Puts lines one below the other: those of the file by their numbers, others as texts; no comment is lost.

    `above` and `behind` are comments for lines after; `as_it_was` gives bare lines that these only repeat.
    """

    bare: Bare
    after: list[str]
    lines: list[int | str] = field(default_factory=list)
    above: dict[int, list[str]] = field(default_factory=dict)
    behind: dict[int, str] = field(default_factory=dict)
    as_it_was: dict[int, int] = field(default_factory=dict)
    written: set[int] = field(default_factory=set)
    carried: set[int] = field(default_factory=set)
    shifts: dict[int, int] = field(default_factory=dict)

    def carry(self, lines: range, stood: list[int]) -> None:
        """Take what is said around bare lines to those that hold after what they held."""
        if not (lines and stood):
            return
        numbers = [self.bare.numbers[at] for at in stood]
        above = self._directly_above(stood[0])
        inside = [number for at in stood[1:] for number in self.bare.gaps[at]]
        self.carried.update([*(comment.line - 1 for comment in above), *inside, *numbers])
        if [self.after[line].strip() for line in lines] == [self.bare.texts[at].strip() for at in stood]:
            self.as_it_was |= dict(zip(lines, stood, strict=True))
        else:
            found = sorted([number for number in inside if number in self.bare.alone]
                           + [number for number in numbers if number in self.bare.behind])  # fmt: skip
            above += [self.bare.alone.get(number) or self.bare.behind[number] for number in found]
            if len(stood) == 1 and found:
                self.behind.setdefault(lines.start, above.pop().text)
        self.above.setdefault(lines.start, []).extend(comment.text for comment in above)

    def _directly_above(self, at: int) -> list[Comment]:
        """Return the comments that end right above a bare line, as far in as it is."""
        found: list[Comment] = []
        for number in reversed(self.bare.gaps[at]):
            comment = self.bare.alone.get(number)
            if not comment or comment.column != len(_margin(self.bare.texts[at])) + 1:
                break
            found.insert(0, comment)
        return found

    def keep(self, step: Step) -> None:
        """Write lines of the file as they are."""
        for count, at in enumerate(step.s):
            if count < len(step.b):
                line = step.b[count]
                self.shifts[line] = len(_margin(self.bare.texts[at])) - len(_margin(self.after[line]))
            self.gap(at)
            self.lines.append(self.bare.numbers[at])

    def write(self, step: Step) -> None:
        """Write new lines where lines of the file stood; comments of the latter that did not go anywhere stay."""
        for at in step.s:
            self.gap(at)
        takes_place = bool(step.s) and self.bare.is_top(step.s.start)
        if step.b and not takes_place:
            self._below(step)
        self._keep_strays(step)
        for line in step.b:
            text = self._shifted(line)
            top, is_first = is_top(text), line == step.b.start
            if top and not is_first and step.s.stop == len(self.bare.numbers):
                self.gap(len(self.bare.numbers))
            if top and not (is_first and takes_place) and self.bare.is_airy and self._last().strip():
                self.lines.append("")
            if line in self.above:
                self.lines += [_margin(text) + comment for comment in self.above[line]]
            elif line in self.as_it_was:
                self.lines += self.bare.gaps[self.as_it_was[line]]
            if line in self.as_it_was:
                self._repeat(self.as_it_was[line], text)
            else:
                self.lines.append(_behind(text, self.behind.get(line, "")))

    def _repeat(self, at: int, text: str) -> None:
        """Write a line of the file where it is now."""
        number = self.bare.numbers[at]
        comment = self.bare.behind.get(number)
        is_as_far_in = _margin(text) == _margin(self.bare.texts[at])
        self.lines.append(number if is_as_far_in else _behind(text, comment.text if comment else ""))

    def _keep_strays(self, step: Step) -> None:
        """Put what stood behind lines that are gone behind the first new one, or on lines of their own."""
        numbers = [self.bare.numbers[at] for at in step.s]
        strays = [self.bare.behind[number].text for number in numbers
                  if number in self.bare.behind and number not in self.carried]  # fmt: skip
        if strays and step.b and step.b.start not in {*self.behind, *self.as_it_was}:
            self.behind[step.b.start] = strays.pop(0)
        margin = _margin(self.after[step.b.start]) if step.b else ""
        self.lines += [margin + stray for stray in strays]

    def gap(self, at: int) -> None:
        """Write what stands above a bare line, once."""
        self._put(self.bare.gaps[at])

    def _below(self, step: Step) -> None:
        """Write what stands above the next line of the file but below, by how far in it is, the one before."""
        gap = self.bare.gaps[step.s.stop]
        margin = len(_margin(self.after[step.b.start]))
        if step.s.stop == len(self.bare.numbers) and not margin:
            self._put(gap)
            return
        deeper = [count for count, number in enumerate(gap)
                  if number in self.bare.alone and self.bare.alone[number].column > max(margin, 1)]  # fmt: skip
        self._put(gap[: deeper[-1] + 1] if deeper else [])

    def _put(self, numbers: list[int]) -> None:
        new = [number for number in numbers if number not in self.written and number not in self.carried]
        self.lines += new
        self.written.update(new)

    def _shifted(self, line: int) -> str:
        """Return a new line, as far in as the file has the line above that it belongs to."""
        text = self.after[line]
        above = (at for at in range(line - 1, -1, -1) if self.after[at] and _is_as_far_out(self.after[at], text))
        self.shifts[line] = shift = self.shifts.get(next(above, -1), 0)
        return " " * shift + text if shift > 0 else text[-shift:]

    def _last(self) -> str:
        last = self.lines[-1] if self.lines else ""
        return self.bare.source.lines[last] if isinstance(last, int) else last

    def text(self) -> str:
        """Return the lines as one text, each with the end it had, new ones with the commonest."""
        ends = _END.findall(self.bare.source.data.decode("utf-8-sig"))
        usual = Counter(ends).most_common(1)[0][0] if ends else "\n"
        own = self.bare.source.lines
        last = len(ends)
        made = []
        for line in self.lines:
            made += [line, usual] if isinstance(line, str) else [own[line], ends[line] if line < last else usual]
        return "".join(made[:-1] if self.lines[-1:] == [last] else made)


def _behind(text: str, comment: str) -> str:
    return f"{text}  {comment}" if comment else text


def _is_as_far_out(line: str, other: str) -> bool:
    return len(_margin(line)) <= len(_margin(other))


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
