// One file from the planner's computer: by dialog or dropped, sent to the kernel in parts.

const PART = 2_000_000;

async function send(model, file, tell) {
  if (file.size > model.get("most_bytes")) {
    tell(`${file.name} terlalu besar untuk diunggah.`);
    return;
  }
  tell(`Mengirim ${file.name} …`);
  const content = await file.arrayBuffer();
  const parts = Math.max(1, Math.ceil(content.byteLength / PART));
  for (let part = 0; part < parts; part += 1) {
    const buffer = content.slice(part * PART, (part + 1) * PART);
    model.send({ kind: "bagian", name: file.name, part, parts }, undefined, [buffer]);
  }
  tell(`${file.name} terkirim.`);
}

function render({ model, el, signal }) {
  prepare(el, model, "upload");
  const said = element("span", { class: "kla-said", role: "status" });
  const tell = (text) => { said.textContent = text; };
  const input = element("input", {
    type: "file",
    class: "kla-hidden",
    accept: model.get("accept") || null,
    "aria-label": model.get("label"),
    "data-testid": `${model.get("testid")}-berkas`,
    onchange: async () => {
      if (input.files.length) await send(model, input.files[0], tell);
      input.value = ""; // so that the same file can be sent again after it was mended
    },
  });
  const zone = element("label", { class: "kla-zone" }, [
    element("span", { class: "kla-call", text: model.get("label") }), input, said,
  ]);
  const over = (event) => { event.preventDefault(); event.stopPropagation(); zone.classList.add("kla-over"); };
  zone.addEventListener("dragenter", over);
  zone.addEventListener("dragover", over);
  zone.addEventListener("dragleave", () => zone.classList.remove("kla-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    event.stopPropagation();
    zone.classList.remove("kla-over");
    const [file] = event.dataTransfer.files;
    if (file) send(model, file, tell);
  });
  el.replaceChildren(zone);
  watch(model, ["label"], () => {
    zone.querySelector(".kla-call").textContent = model.get("label");
    input.setAttribute("aria-label", model.get("label"));
  }, signal);
}

export default { render };
