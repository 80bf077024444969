// Copy and paste between the grid and a spreadsheet.

function onCopy(view, event) {
  if (view.editor.open) return false;
  const { top, bottom, left, right } = view.selection.bounds;
  const texts = view.model.get("_texts").slice(top, bottom + 1);
  putBlock(event.clipboardData, texts.map((line) => line.slice(left, right + 1).map(([, copy]) => copy)));
  event.preventDefault();
  view.say(`${bottom - top + 1} × ${right - left + 1} sel disalin.`);
  return true;
}

function onPaste(view, event) {
  if (view.editor.open) return;
  event.preventDefault();
  event.stopPropagation();
  const block = blockFrom(event.clipboardData);
  if (block === null) {
    view.say("Papan klip tidak berisi teks yang dapat ditempel.");
    return;
  }
  const places = isSingle(block) ? filled(view, block[0][0]) : placed(view, block);
  const inside = places.filter((place) => view.cell(place));
  const written = view.write(inside);
  view.say(pasteReport(written, places.length - inside.length, inside.length - written));
}

function isSingle(block) {
  return block.length === 1 && block[0].length === 1;
}

// One value fills the selection.
function filled(view, text) {
  return [...view.selection.places()].map((place) => ({ ...place, text }));
}

// As in Excel: the block is selected, and the first cell of it stays the active one.
function placed(view, block) {
  const { top, left } = view.selection.bounds;
  const width = Math.max(...block.map((line) => line.length));
  view.selection.moveTo(top + block.length - 1, left + width - 1, view.size);
  view.select(top, left, true);
  return block.flatMap((line, r) => line.map((text, c) => ({ row: top + r, column: left + c, text })));
}

function pasteReport(written, outside, readOnly) {
  const parts = [`${written} sel ditempel.`];
  if (outside) parts.push(`${outside} sel berada di luar kisi dan tidak ditempel.`);
  if (readOnly) parts.push(`${readOnly} sel tidak dapat diubah dan dilewati.`);
  return parts.join(" ");
}
