"""``OpenPoint``: what a paper cannot know and leaves to be filled in or checked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something a paper cannot know and leaves to be filled in or checked.

    Attributes
    ----------
    place
        Where in the paper, in Indonesian: ``Pasal 3``, ``Lampiran II``, a code.
    what
        What is missing, in Indonesian.
    who
        Who can fill it in: an agency or a role.
    """

    place: str
    what: str
    who: str
