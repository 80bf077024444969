"""The table of goals says what the results say, also where a goal was missed."""

import copy

from benchmarks.goals import goals_part

_RUN = {"lawan": "ours", "ke_1_persen": 2.0, "detik_menyusun": 0.2}
FAMILY = {
    "setelan": {"tahun": 7, "batas_detik": 30.0},
    "rasio_median_150_300": 12.5,
    "duel": [
        {"tahun": 7, "ukuran": "ke_1_persen", "menang": 4, "kalah": 0},
        {"tahun": 7, "ukuran": "ke_nilai_rakus", "menang": 2, "kalah": 1},
        {"tahun": 15, "ukuran": "ke_1_persen", "menang": 0, "kalah": 3},
    ],
    "kelas": [
        {"kegiatan": 300, "pagu": "ketat", "lawan": "scip", "ke_1_persen": 9.0},
        {
            "kegiatan": 300,
            "pagu": "ketat",
            "lawan": "ours",
            "ke_1_persen": 2.5,
            "rencana_pertama_5_persen": 1.25,
        },
    ],
    "lari": [_RUN, {**_RUN, "lawan": "scip"}, {**_RUN, "ke_1_persen": None}],
}
MOVED = {"kota": [{"paket": "kota-lain", "median_detik": 0.5}]}
WHOLE = {"kota": [{"detik": 9.0, "batas": 10.0}, {"detik": 14.0, "batas": 13.0}]}


def _lines(*results: object) -> dict[str, list[str]]:
    rows = [line.strip("| ").split(" | ") for line in goals_part(*results).splitlines()[2:]]
    return {row[0]: row[1:] for row in rows}


def test_each_goal_stands_beside_what_was_measured() -> None:
    lines = _lines(FAMILY, MOVED, WHOLE)
    assert list(lines.values()) == [
        ["10×", "≥ 12.5×", "yes"],
        ["0", "0 of 4", "yes"],
        ["0", "1 of 3", "no"],
        ["3", "2.5", "yes"],
        ["0.3", "1.2", "no"],
        ["15%", "10%", "yes"],
        ["1", "0.5", "yes"],
        ["13.0 s", "14.0 s", "no"],
    ]


def test_what_was_not_reached_within_the_limit_is_no_success() -> None:
    family = copy.deepcopy(FAMILY)
    family["kelas"][1]["ke_1_persen"] = None
    family["rasio_median_150_300"] = None
    family["duel"][0]["kalah"] = 1
    found = list(_lines(family, MOVED, WHOLE).values())
    ratio, sooner, _, seconds, *_ = found
    assert [ratio, sooner, seconds] == [["10×", "–", "no"], ["0", "1 of 5", "no"], ["3", "–", "no"]]
