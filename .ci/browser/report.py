"""What was checked and what failed, one line a check."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Check:
    """One line of the report: a rule, how often it was looked at, and where it is broken."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self.passed = 0
        self.failures: list[str] = []
        self.notes: list[str] = []

    def expect(self, holds: bool, failure: str) -> None:
        if holds:
            self.passed += 1
        else:
            self.failures.append(failure)

    def note(self, text: str) -> None:
        if text:
            self.notes.append(text)


class Report:
    def __init__(self, partial: bool = False) -> None:
        self.partial = partial
        self.checks: list[Check] = []

    @contextmanager
    def check(self, rule: str) -> Iterator[Check]:
        """Collects one check and prints it when it is done; what it raises is a failure, too, so that the others still run."""
        check = Check(rule)
        start = time.monotonic()
        try:
            yield check
        except Exception as error:
            check.failures.append(f"stopped by {type(error).__name__}: {error}")
        check.note(f"{time.monotonic() - start:.0f} s")
        self.checks.append(check)
        self._print(check)

    def _print(self, check: Check) -> None:
        # A filter, a form or a file that has vanished would otherwise pass for a sound one.
        if not check.passed and not check.failures:
            if self.partial:
                print(f"skipped  {check.rule}: nothing to look at", flush=True)
                return
            check.failures.append("found nothing to look at")
        notes = "".join(f"; {note}" for note in check.notes)
        word = "FAILED" if check.failures else "ok"
        print(f"{word:7}  {check.rule}: {check.passed} passed, {len(check.failures)} failed{notes}", flush=True)
        for failure in check.failures:
            print(f"           {failure}", flush=True)

    @property
    def failed(self) -> int:
        return sum(len(check.failures) for check in self.checks)

    def total(self) -> str:
        return f"{sum(check.passed for check in self.checks)} passed, {self.failed} failed"
