"""How far a long job is among its phases, and how long the rest will take."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Seconds beyond the expected time that still count as nearly done.
_PATIENCE = 3.0


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of a job: what it is called, and how long it usually takes.

    ``limit`` says that ``seconds`` is an upper bound (a solver's time limit), not an experience.
    """

    name: str
    seconds: float
    limit: bool = False


class Clock:
    """Where a job stands among its phases, and how long the rest will take."""

    def __init__(self, phases: Sequence[Phase]) -> None:
        self._phases: Mapping[str, Phase] = {phase.name: phase for phase in phases}
        self._order = [phase.name for phase in phases]
        self._begun = self._since = time.monotonic()
        self.current = ""
        self.text = ""

    def enter(self, name: str) -> None:
        """Begin a phase."""
        self.current, self.text, self._since = name, "", time.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since the job began."""
        return time.monotonic() - self._begun

    @property
    def left(self) -> float:
        """Seconds that the running phase and the later ones usually still take."""
        if self.current not in self._phases:
            return sum(phase.seconds for phase in self._phases.values())
        at = self._order.index(self.current)
        running = self._phases[self.current].seconds - (time.monotonic() - self._since)
        return max(0.0, running) + sum(self._phases[name].seconds for name in self._order[at + 1 :])

    @property
    def share(self) -> float:
        """Share of the job that is done, by time."""
        total = self.elapsed + self.left
        return self.elapsed / total if total > 0 else 1.0

    def remaining(self) -> str:
        """Return the time left in words."""
        at_most = self.current in self._phases and self._phases[self.current].limit
        words = "paling lama" if at_most else "kira-kira"
        if self.left >= 1:
            return f"sisa {words} {duration(self.left)}"
        return "lebih lama dari perkiraan" if self._late > _PATIENCE else "hampir selesai"

    @property
    def _late(self) -> float:
        """Seconds that the running phase has taken beyond what it usually takes."""
        usual = self._phases[self.current].seconds if self.current in self._phases else 0.0
        return time.monotonic() - self._since - usual


def duration(seconds: float) -> str:
    """Write a duration: ``42 detik``, ``2 menit 5 detik``."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} detik"
    return f"{minutes} menit {rest} detik" if rest else f"{minutes} menit"
