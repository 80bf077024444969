// Which lines are shown, and in which order: search, filters and sorting are the view's own.

const COLLATOR = new Intl.Collator("id", { numeric: true, sensitivity: "base" });

function newState(model) {
  return {
    search: "",
    filters: new Map(),
    sort: null,
    descending: false,
    page: 0,
    lines: model.get("_lines"),
  };
}

function matching(state) {
  const words = state.search.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
  return state.lines.filter((line) => {
    for (const [place, wanted] of state.filters) {
      const text = line.texts[place];
      if (wanted.exact ? text !== wanted.text : !contains(text, wanted.text)) return false;
    }
    const whole = line.texts.join(" ").toLocaleLowerCase("id");
    return words.every((word) => whole.includes(word));
  });
}

function contains(text, part) {
  return text.toLocaleLowerCase("id").includes(part.toLocaleLowerCase("id"));
}

function sorted(lines, state) {
  if (state.sort === null) return lines;
  const way = state.descending ? -1 : 1;
  return [...lines].sort((a, b) => {
    const [x, y] = [a.keys[state.sort], b.keys[state.sort]];
    if (x === null || y === null) return (x === null) - (y === null); // nothing stands last
    if (typeof x === "number" && typeof y === "number") return (x - y) * way;
    return COLLATOR.compare(String(x), String(y)) * way;
  });
}
