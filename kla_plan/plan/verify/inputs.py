"""Whether ``paket/`` is still the input that the plan was made from."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kla_plan.findings import Finding, Place
from kla_plan.plan.verify.codes import found

#: Folder of a saved plan that holds the pack as used.
PACK = "paket"


def check_inputs(folder: Path, manifest: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for every input that changed, is gone, or is not listed in the manifest."""
    listed = manifest.get("masukan")
    if not isinstance(listed, dict) or not listed:
        yield found(
            "KLA-P-053", "Manifest tidak mendaftar berkas masukan.", Place("manifest", "masukan")
        )
        return
    paket = folder / PACK
    present = {p.relative_to(paket).as_posix(): p for p in paket.rglob("*") if p.is_file()}
    for name, stated in sorted(listed.items()):
        place = Place(Path(name).stem, "", f"{PACK}/{name}")
        if name not in present:
            yield found("KLA-P-050", f"Berkas {PACK}/{name} tidak ada.", place)
            continue
        actual = hashlib.sha256(present[name].read_bytes()).hexdigest()
        if actual != stated:
            yield found(
                "KLA-P-052",
                f"Berkas {PACK}/{name} berubah: sha256 {actual[:12]}…; menurut manifest "
                f"{str(stated)[:12]}….",
                place,
            )
    for name in sorted(present.keys() - listed.keys()):
        yield found(
            "KLA-P-053",
            f"Berkas {PACK}/{name} tidak terdaftar pada manifest.",
            Place(Path(name).stem, "", f"{PACK}/{name}"),
        )
