// Where the planner is: the active cell, and the rectangle from the anchor to it.

class Selection {
  constructor() {
    this.active = { row: 0, column: 0 };
    this.anchor = this.active;
  }

  moveTo(row, column, size, extend = false) {
    this.active = {
      row: Math.max(0, Math.min(size.rows - 1, row)),
      column: Math.max(0, Math.min(size.columns - 1, column)),
    };
    if (!extend) this.anchor = this.active;
  }

  selectAll(size) {
    this.anchor = { row: 0, column: 0 };
    this.active = { row: size.rows - 1, column: size.columns - 1 };
  }

  get bounds() {
    const { active, anchor } = this;
    return {
      top: Math.min(active.row, anchor.row),
      bottom: Math.max(active.row, anchor.row),
      left: Math.min(active.column, anchor.column),
      right: Math.max(active.column, anchor.column),
    };
  }

  get single() {
    const { top, bottom, left, right } = this.bounds;
    return top === bottom && left === right;
  }

  contains(row, column) {
    const { top, bottom, left, right } = this.bounds;
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  *places() {
    const { top, bottom, left, right } = this.bounds;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) yield { row, column };
    }
  }
}

// Where a key leads from a cell, or null if the key does not move.
function destination(key, { row, column }, size, toEdge) {
  const far = { rows: size.rows - 1, columns: size.columns - 1 };
  const page = 10;
  switch (key) {
    case "ArrowUp": return [toEdge ? 0 : row - 1, column];
    case "ArrowDown": return [toEdge ? far.rows : row + 1, column];
    case "ArrowLeft": return [row, toEdge ? 0 : column - 1];
    case "ArrowRight": return [row, toEdge ? far.columns : column + 1];
    case "PageUp": return [row - page, column];
    case "PageDown": return [row + page, column];
    case "Home": return [toEdge ? 0 : row, 0];
    case "End": return [toEdge ? far.rows : row, far.columns];
    default: return null;
  }
}

// The next cell in reading order, or null beyond the last one.
function following({ row, column }, size, step) {
  const place = row * size.columns + column + step;
  if (place < 0 || place >= size.rows * size.columns) return null;
  return [Math.floor(place / size.columns), place % size.columns];
}
