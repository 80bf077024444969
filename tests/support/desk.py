"""The workbench as a planner's hands meet it: steps, fields and buttons by their words."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from .browser import open_notebook
from .servers import Server

#: The steps by name, in their order.
STEPS = ("Data", "Kesenjangan", "Skenario", "Hitung", "Rencana", "Bandingkan", "Simpan", "Ekspor")
#: Milliseconds that a solve with the limits of these tests may take on a slow machine.
SOLVING = 120_000


@dataclass(frozen=True, slots=True)
class Desk:
    """An opened workbench.

    Attributes
    ----------
    page
        The page it is on.
    folder
        Its working folder.
    """

    page: Page
    folder: Path

    @property
    def root(self) -> Locator:
        """The whole workbench."""
        return self.page.locator(".kla-meja")

    def step(self, name: str) -> None:
        """Go to a step."""
        tab = self.root.get_by_test_id(f"langkah-{STEPS.index(name) + 1}")
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")

    def button(self, name: str) -> Locator:
        """Return the button of these words that is seen."""
        # By its text: the sign of an icon would belong to the accessible name.
        words = re.compile(rf"^\s*{re.escape(name)}\s*$")
        return self.root.locator("button").filter(has_text=words, visible=True)

    def field(self, label: str) -> Locator:
        """Return the control of this label that is seen."""
        return self.root.get_by_label(label, exact=True).filter(visible=True)

    def fill(self, label: str, text: str) -> None:
        """Type into a field and leave it."""
        self.field(label).fill(text)
        self.field(label).press("Enter")

    def notice(self) -> Locator:
        """Return the bar that says what happened."""
        return self.root.get_by_test_id("pemberitahuan").filter(visible=True)

    def open_pack(self, label: str) -> None:
        """Choose one of the packs of step 1 and open it."""
        self.step("Data")
        self.field("Paket data").select_option(label=label)
        self.button("Buka").click()
        expect(self.root.get_by_test_id("paket-terbuka")).to_be_visible()

    def hurry(self, gap: str = "3", seconds: str = "30") -> None:
        """Ask for a quick search."""
        self.step("Skenario")
        self.fill("Celah optimalitas (%)", gap)
        self.fill("Batas waktu (detik)", seconds)

    def solve(self) -> Locator:
        """Seek a plan and wait for it; return the card that says what was found."""
        self.step("Hitung")
        self.button("Hitung rencana").click()
        return self.solved()

    def solved(self) -> Locator:
        """Wait for the end of a search; return the card that says what was found."""
        found = self.root.get_by_test_id("rencana-ditemukan")
        expect(found).to_be_visible(timeout=SOLVING)
        return found

    def up_to_date(self) -> None:
        """Wait until the plan is one for the scenario as it is now."""
        note = self.root.get_by_test_id(f"langkah-{STEPS.index('Rencana') + 1}")
        expect(note).to_contain_text("terbaru", timeout=SOLVING)


def open_desk(page: Page, server: Server, name: str, pack: str = "", folder: str = "") -> Desk:
    """Open a workbench in JupyterLab or as a page.

    Parameters
    ----------
    name
        Of the notebook, and of its working folder where ``folder`` names no other.
    pack
        A shipped pack to begin with; waits until it is open.
    """
    notebook, place = server.desk(name, pack, folder)
    open_notebook(page, server, notebook)
    desk = Desk(page, place)
    expect(desk.root).to_be_visible(timeout=60_000)
    if pack:
        expect(desk.root.get_by_test_id("paket-terbuka")).to_be_visible()
    return desk
