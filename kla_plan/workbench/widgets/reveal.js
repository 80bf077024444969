// A mark on the page that can be scrolled to; calmly, unless the planner wants no movement.

function render({ model, el, signal }) {
  prepare(el, model, "reveal");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const show = (message) => {
    if (message.kind !== "tampilkan") return;
    const place = el.parentElement ?? el;
    setTimeout(() => place.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" }), 80);
  };
  model.on("msg:custom", show);
  signal.addEventListener("abort", () => model.off("msg:custom", show));
}

export default { render };
