"""Which meetings there are: one per cluster of child rights, one for the rest, and the plenary."""

from dataclasses import dataclass

from kla_plan.instrument import Instrument
from kla_plan.report.sentences.words import cluster_in_text

PLENARY = "pleno"


@dataclass(frozen=True, slots=True)
class Round:
    """One meeting.

    Attributes
    ----------
    code
        Short name, part of its file's name.
    title
        What it is about.
    clusters
        Clusters of the instrument that it deals with.
    """

    code: str
    title: str
    clusters: tuple[str, ...]

    @property
    def plenary(self) -> bool:
        """Whether it deals with everything."""
        return self.code == PLENARY


def rounds(instrument: Instrument) -> tuple[Round, ...]:
    """Return the meetings, the plenary last.

    A cluster named ``Klaster … — …`` meets by itself. Kelembagaan, kecamatan and desa/kelurahan
    cut across all agencies and share one meeting, which comes first.
    """
    named = {code: cluster.nama for code, cluster in instrument.clusters.items()}
    own = [code for code, name in named.items() if " — " in name]
    shared = tuple(code for code in named if code not in own)
    found = [Round("-".join(shared), " serta ".join(named[c] for c in shared), shared)]
    found += [Round(code, named[code], (code,)) for code in own]
    everything = Round(PLENARY, "Rapat Pleno Seluruh Klaster", tuple(named))
    return tuple([one for one in found if one.clusters] + [everything])


def in_text(meeting: Round, instrument: Instrument) -> str:
    """Write what a meeting deals with as running text does."""
    if meeting.plenary:
        return "seluruh klaster"
    return " serta ".join(cluster_in_text(instrument.clusters[c].nama) for c in meeting.clusters)
