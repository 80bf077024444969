// The box in which one cell is edited: a text field, or a list of choices.

class Editor {
  constructor(commit, leave) {
    this.commit = commit; // (row, column, text)
    this.leave = leave; // (key, shift): where to go after a commit; null stays
    this.open = null;
  }

  start(td, place, column, text, replace) {
    this.finish();
    const control = column.kind === "pilihan" ? listOf(column, text) : fieldOf(text);
    control.setAttribute("aria-label", `Isi ${td.getAttribute("aria-label")}`);
    control.classList.add("kla-editor");
    // Arrow keys move the caret after F2, and leave the cell after typing over it, as in Excel.
    this.open = { td, place, before: text, control, typing: replace !== null };
    td.append(control);
    td.classList.add("kla-editing");
    if (replace !== null && control.tagName === "INPUT") control.value = replace;
    control.addEventListener("keydown", (event) => this.onKey(event));
    control.addEventListener("blur", () => this.finish());
    control.focus();
    if (control.tagName === "INPUT") control.setSelectionRange(control.value.length, control.value.length);
  }

  onKey(event) {
    event.stopPropagation();
    const { key, shiftKey } = event;
    const arrow = this.open.typing && key.startsWith("Arrow") && this.open.control.tagName === "INPUT";
    if (key === "Escape") this.finish(true);
    else if (key === "Enter" || key === "Tab" || arrow) this.finish();
    else return;
    event.preventDefault();
    this.leave(key, shiftKey);
  }

  // Takes the text over, unless it is cancelled or still the old one.
  finish(cancel = false) {
    if (!this.open) return;
    const { td, place, before, control } = this.open;
    this.open = null;
    const text = control.value;
    control.remove();
    td.classList.remove("kla-editing");
    if (!cancel && text !== before) this.commit(place.row, place.column, text);
  }

  isAt(row, column) {
    return this.open?.place.row === row && this.open.place.column === column;
  }
}

function fieldOf(text) {
  return element("input", { type: "text", value: text, autocomplete: "off", spellcheck: "false" });
}

function listOf(column, text) {
  const words = ["", ...column.choices.filter(Boolean)];
  const list = element("select", {}, words.map((word) => element("option", { value: word, text: word })));
  list.value = text;
  return list;
}
