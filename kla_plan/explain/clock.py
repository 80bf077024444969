"""The time that many searches share."""

import time

from kla_plan.solve.door import Stop

#: A search with less time than this is not worth starting.
LEAST_SECONDS = 0.5


class Clock:
    """Seconds that many searches share, and the planner's wish to stop."""

    def __init__(self, seconds: float, stop: Stop | None = None) -> None:
        self._begun = time.perf_counter()
        self._end = self._begun + seconds
        self.stop = stop

    @property
    def left(self) -> float:
        """Seconds left; none once the planner wants to stop."""
        if self.stop is not None and self.stop():
            return 0.0
        return max(0.0, self._end - time.perf_counter())

    @property
    def over(self) -> bool:
        """Whether there is no time left for another search."""
        return self.left < LEAST_SECONDS

    @property
    def elapsed(self) -> float:
        """Seconds since the clock was started."""
        return time.perf_counter() - self._begun

    def share(self, searches: int) -> float:
        """Return the seconds for one of so many searches that are still to come."""
        return max(LEAST_SECONDS, self.left / max(1, searches))

    def part(self, share: float) -> "Clock":
        """Return a clock that runs for this share of the time left."""
        return Clock(self.left * share, self.stop)
