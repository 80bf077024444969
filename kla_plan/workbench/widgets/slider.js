// A slider of the browser's own: it has a name, takes arrow keys, Home and End, and says its value.

function render({ model, el, signal }) {
  prepare(el, model, "slider");
  const input = element("input", {
    type: "range",
    "data-testid": `${model.get("testid")}-geser`,
    onchange: () => {
      model.set("value", Number(input.value));
      model.save_changes();
    },
    oninput: () => { said.textContent = `${input.value}${model.get("unit")}`; },
  });
  const name = element("span", { class: "kla-name" });
  const said = element("output", { class: "kla-said" });
  el.replaceChildren(element("label", {}, [name, input]), said);
  const draw = () => {
    name.textContent = model.get("label");
    for (const bound of ["min", "max", "step"]) input[bound] = model.get(bound);
    input.value = model.get("value");
    said.textContent = `${model.get("value")}${model.get("unit")}`;
    input.setAttribute("aria-valuetext", said.textContent);
  };
  draw();
  watch(model, ["label", "unit", "min", "max", "step", "value"], draw, signal);
}

export default { render };
