// What the keys do while no cell is being edited.

function onKey(view, event) {
  if (!handled(view, event)) return;
  event.preventDefault();
  event.stopPropagation();
}

function handled(view, event) {
  const { key, shiftKey: shift, altKey } = event;
  const command = event.ctrlKey || event.metaKey;
  const goal = destination(key, view.selection.active, view.size, command);
  if (goal) view.select(...goal, shift);
  else if (command && !altKey) return shortcut(view, key.toLowerCase(), shift);
  else if (key === "Enter" || key === "F2") view.startEditing(null);
  else if (key === "Delete" || key === "Backspace") view.clear();
  else if (key === "Tab") return tab(view, shift ? -1 : 1);
  else if (key === "Escape") view.collapse();
  else if (key.length === 1 && !altKey) view.startEditing(key);
  else return false;
  return true;
}

function shortcut(view, key, shift) {
  if (key === "z") view.ask(shift ? "redo" : "undo");
  else if (key === "y") view.ask("redo");
  else if (key === "a") {
    view.selection.selectAll(view.size);
    markSelection(view.table, view.selection);
  } else return false; // copy, cut and paste come as events of their own
  return true;
}

// Tab walks through the cells; after Escape, and at either end, it leaves the grid.
function tab(view, step) {
  const goal = view.tabLeaves ? null : following(view.selection.active, view.size, step);
  if (goal === null) return false;
  view.select(...goal);
  return true;
}
