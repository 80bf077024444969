"""What a person without a mouse, without sight, or with a narrow screen meets on a page."""

from collections.abc import Iterable

from playwright.sync_api import Locator, Page

#: Roles of things that somebody operates: each needs a name to be told by.
CONTROLS = frozenset(
    {
        "button", "checkbox", "combobox", "grid", "link", "listbox", "menuitem", "radio",
        "searchbox", "slider", "spinbutton", "switch", "tab", "textbox",
    }
)  # fmt: skip
#: Elements that stick out of their page, except within something that scrolls by itself.
_STICKING_OUT = """
(root) => {
  const edge = Math.min(root.getBoundingClientRect().right, document.documentElement.clientWidth);
  const scrolls = (one) => {
    for (let at = one.parentElement; at && at !== root.parentElement; at = at.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX)) {
        const box = at.getBoundingClientRect();
        if (box.width && box.right <= edge + 1) return true;
      }
    }
    return false;
  };
  return [...root.querySelectorAll("*")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
    .filter((one) => one.getBoundingClientRect().right > edge + 1 && !scrolls(one))
    .map((one) => `${one.tagName.toLowerCase()}.${one.className}: ` +
      `${Math.round(one.getBoundingClientRect().right)} > ${Math.round(edge)}`);
}
"""


def nameless(page: Page, selector: str) -> list[str]:
    """Return the controls below an element that the accessibility tree has no name for."""
    session = page.context.new_cdp_session(page)
    try:
        root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        found = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})
        tree = session.send("Accessibility.queryAXTree", {"nodeId": found["nodeId"]})["nodes"]
        bare = [node for node in tree if _is_control(node) and not _name(node)]
        return [_described(session.send, node) for node in bare]
    finally:
        session.detach()


def _is_control(node: dict) -> bool:
    return not node["ignored"] and node.get("role", {}).get("value") in CONTROLS


def _name(node: dict) -> str:
    return str(node.get("name", {}).get("value", "")).strip()


def _described(send, node: dict) -> str:
    where = send("DOM.describeNode", {"backendNodeId": node["backendDOMNodeId"]})["node"]
    pairs = zip(*[iter(where.get("attributes", []))] * 2, strict=True)
    said = " ".join(f'{key}="{value}"' for key, value in pairs if key in {"class", "data-testid"})
    return f"{node['role']['value']}: <{where['localName']} {said}>"


def sticking_out(root: Locator) -> list[str]:
    """Return what reaches beyond the right edge of an element or of the page."""
    return root.evaluate(_STICKING_OUT)


def tab_to(page: Page, target: Locator, most: int = 120, key: str = "Tab") -> int:
    """Press Tab until something has the focus; return how often that took.

    Raises
    ------
    AssertionError
        If it is not reached; with what had the focus on the way.
    """
    seen: list[str] = []
    for times in range(most):
        if target.evaluate("(one) => one.contains(document.activeElement)"):
            return times
        page.keyboard.press(key)
        seen.append(page.evaluate(_FOCUSED))
    message = f"not reached by {most} × {key}; seen: {', '.join(_without_repeats(seen))}"
    raise AssertionError(message)


_FOCUSED = """
() => {
  const at = document.activeElement;
  return `${at.tagName.toLowerCase()} ${at.getAttribute("aria-label") ?? at.innerText ?? ""}`
    .trim().slice(0, 40);
}
"""


def _without_repeats(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
