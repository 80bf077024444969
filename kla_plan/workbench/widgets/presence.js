// Tells when the planner comes back to this page, from another tab or another program.

function render({ model, el, signal }) {
  prepare(el, model, "presence");
  el.hidden = true;
  const back = () => {
    if (document.visibilityState === "visible") model.send({ kind: "kembali" });
  };
  document.addEventListener("visibilitychange", back, { signal });
  window.addEventListener("focus", back, { signal });
}

export default { render };
