"""Undo and redo: what was, and what was taken back."""

from collections import deque


class History[T]:
    """Two piles of earlier and later contents.

    Parameters
    ----------
    depth
        So many steps back are kept; all of them where it is None.
    """

    def __init__(self, depth: int | None = 200) -> None:
        self._past: deque[T] = deque(maxlen=depth)
        self._future: deque[T] = deque()

    @property
    def can_undo(self) -> bool:
        """Whether there is something to go back to."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._future)

    def push(self, before: T) -> None:
        """Remember what was there before a change; what was taken back is forgotten."""
        self._past.append(before)
        self._future.clear()

    def undo(self, present: T) -> T:
        """Return what was there before; ``present`` if nothing was."""
        return self._move(self._past, self._future, present)

    def redo(self, present: T) -> T:
        """Return what was taken back last; ``present`` if nothing was."""
        return self._move(self._future, self._past, present)

    @staticmethod
    def _move(source: deque[T], target: deque[T], present: T) -> T:
        if not source:
            return present
        target.append(present)
        return source.pop()

    def clear(self) -> None:
        """Forget everything."""
        self._past.clear()
        self._future.clear()
