"""Volume (contract 3.1).

``volume_min·y[a,t] <= v[a,t] <= volume_maks_per_tahun·y[a,t]``; one-off activities deliver at
most ``volume_maks`` over the horizon. :class:`~kla_plan.problem.draft.Draft` writes the rows
when a decision is first asked for; asking for every volume here gives all of them a column.
"""

from kla_plan.problem.draft import Draft


def add(draft: Draft) -> None:
    """Make the volume decisions of every activity."""
    for activity in draft.case.activities:
        for year in draft.case.planned:
            draft.volume(activity.kegiatan, year)
