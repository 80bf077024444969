// The grid: what it shows, where the planner is in it, and what goes to the kernel to be read.

const UNANSWERED =
  "Perubahan belum diterima: kernel tidak menjawab. Isian tetap tampak di sini; " +
  "ulangi setelah kernel berjalan lagi.";

class GridView {
  constructor(model, el) {
    this.model = model;
    this.selection = new Selection();
    this.tabLeaves = false;
    this.sent = 0; // messages to the kernel so far
    this.pending = new Map(); // cells written into, by the number of the message
    this.tools = toolbar(model, {
      undo: () => this.ask("undo"),
      redo: () => this.ask("redo"),
      nextError: () => this.goToNextError(),
    });
    const id = model.get("testid");
    this.table = element("table", { role: "grid", "aria-multiselectable": "true", "data-testid": `${id}-tabel` });
    this.status = element("div", { class: "kla-status", role: "status", "data-testid": `${id}-pesan` });
    const help = element("div", { class: "kla-help", text: model.get("help") });
    this.editor = new Editor(
      (row, column, text) => this.write([{ row, column, text }]),
      (key, shift) => this.leaveEditor(key, shift),
    );
    el.append(this.tools.bar, element("div", { class: "kla-scroll" }, [this.table]), this.status, help);
    this.listen();
    this.draw();
  }

  get size() {
    return { rows: this.model.get("_texts").length, columns: this.model.get("columns").length };
  }

  cell({ row, column }) {
    return this.table.tBodies[0]?.rows[row]?.cells[column];
  }

  listen() {
    const { table } = this;
    table.addEventListener("keydown", (event) => onKey(this, event));
    table.addEventListener("mousedown", (event) => this.onMouse(event, event.shiftKey));
    table.addEventListener("mouseover", (event) => event.buttons === 1 && this.onMouse(event, true));
    table.addEventListener("dblclick", () => this.startEditing(null));
    table.addEventListener("paste", (event) => onPaste(this, event));
    table.addEventListener("copy", (event) => onCopy(this, event));
    table.addEventListener("cut", (event) => onCopy(this, event) && this.clear());
    table.addEventListener("focusin", () => (this.tabLeaves = false));
  }

  draw() {
    this.editor.finish(true);
    this.pending.clear();
    this.table.setAttribute("aria-label", this.model.get("label"));
    this.tools.caption.textContent = this.model.get("label");
    drawTable(this.model, this.table);
    const { row, column } = this.selection.active;
    this.selection.moveTo(row, Math.max(column, headingColumns(this.model.get("columns"))), this.size);
    this.fill();
    markSelection(this.table, this.selection);
  }

  fill() {
    fill(this.model, this.table, this.pending);
    this.showTools();
  }

  refresh() {
    const rows = this.table.tBodies[0].rows;
    const sameShape = rows.length === this.size.rows && (rows[0]?.cells.length ?? 0) === this.size.columns;
    if (sameShape) this.fill();
    else this.draw();
  }

  showTools() {
    const count = this.model.get("errors").length;
    this.tools.undo.disabled = !this.model.get("can_undo");
    this.tools.redo.disabled = !this.model.get("can_redo");
    this.tools.wrong.hidden = count === 0;
    this.tools.wrong.textContent = `⚠ ${count} sel perlu diperbaiki`;
  }

  // --- towards the kernel

  ask(type, more = {}) {
    this.editor.finish();
    this.send({ type, ...more });
  }

  send(content) {
    this.sent += 1;
    this.model.send({ ...content, number: this.sent });
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.say(UNANSWERED), 10_000);
  }

  write(changes) {
    const columns = this.model.get("columns");
    const writable = changes.filter(({ column }) => columns[column].editable);
    for (const { row, column, text } of writable) {
      const td = this.cell({ row, column });
      td.children[0].textContent = text;
      td.classList.add("kla-pending");
      this.pending.set(`${row}:${column}`, this.sent + 1);
    }
    if (writable.length) {
      this.send({
        type: "edit",
        changes: writable.map(({ row, column, text }) => [row, columns[column].key, text]),
      });
    }
    return writable.length;
  }

  // A later edit of the same cell still waits for its own answer.
  answered({ number }) {
    for (const [place, sent] of this.pending) if (sent <= number) this.pending.delete(place);
    if (number >= this.sent) clearTimeout(this.patience);
    if (this.status.textContent === UNANSWERED) this.say("");
    this.refresh();
  }

  clear() {
    this.write([...this.selection.places()].map((place) => ({ ...place, text: "" })));
  }

  // --- moving about

  select(row, column, extend = false) {
    this.selection.moveTo(row, column, this.size, extend);
    markSelection(this.table, this.selection);
    const td = this.cell(this.selection.active);
    td?.focus({ preventScroll: true });
    td?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  onMouse(event, extend) {
    const td = event.target.closest("tbody td, tbody th");
    if (!td || event.target.closest(".kla-editor")) return;
    event.preventDefault();
    this.editor.finish();
    this.select(Number(td.dataset.row), Number(td.dataset.column), extend);
  }

  collapse() {
    const { row, column } = this.selection.active;
    this.select(row, column);
    this.tabLeaves = true;
    this.say("Tab sekarang keluar dari kisi.");
  }

  goToNextError() {
    const keys = this.model.get("columns").map((column) => column.key);
    const places = this.model.get("errors").map((error) => [error.row, keys.indexOf(error.key)]);
    const { row, column } = this.selection.active;
    const later = places.find(([r, c]) => r > row || (r === row && c > column));
    if (places.length) this.select(...(later ?? places[0]));
  }

  // --- editing

  startEditing(typed) {
    const { row, column } = this.selection.active;
    const spec = this.model.get("columns")[column];
    if (!spec.editable) {
      this.say(`Kolom ${spec.label} tidak dapat diubah.`);
      return;
    }
    const td = this.cell(this.selection.active);
    this.editor.start(td, { row, column }, spec, td.children[0].textContent, typed);
  }

  leaveEditor(key, shift) {
    const { row, column } = this.selection.active;
    const size = this.size;
    if (key === "Enter") this.select(row + (shift ? -1 : 1), column);
    else if (key === "Tab") this.select(...(following({ row, column }, size, shift ? -1 : 1) ?? [row, column]));
    else this.select(...(destination(key, { row, column }, size, false) ?? [row, column]));
  }

  say(text) {
    this.status.textContent = text;
  }
}

function render({ model, el, signal }) {
  prepare(el, model, "grid");
  const view = new GridView(model, el);
  watch(model, ["columns", "label"], () => view.draw(), signal);
  watch(model, ["_texts", "errors"], () => view.refresh(), signal);
  watch(model, ["can_undo", "can_redo"], () => view.showTools(), signal);
  watch(model, ["footer"], () => drawFooter(model, view.table), signal);
  const done = (message) => view.answered(message);
  model.on("msg:custom", done);
  signal.addEventListener("abort", () => model.off("msg:custom", done));
}

export default { render };
