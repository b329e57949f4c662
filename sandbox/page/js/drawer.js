// A drawer at the side for one tool at a time; it is drawn anew when the sandbox changes.
import { element, find, icon, keepingFocus } from "./elements.js";
import { failed } from "./notices.js";
import { onChange } from "./world.js";
import { say } from "./words.js";

let shown = "";
let draw = async () => [];
let opener = null;

async function fill() {
  if (!shown) return;
  const name = shown;
  const content = await draw();
  if (name !== shown || content === null) return;
  const close = element("button", { class: "round drawer-close", label: say("close"), onclick: drawer.close }, icon("close"));
  keepingFocus(find("drawer"), () => find("drawer").replaceChildren(close, ...content.filter(Boolean)));
}

export const drawer = {
  // `drawing` gives the content, or null to leave what is there.
  async open(name, drawing) {
    if (shown === name) { drawer.close(); return; }
    shown = name;
    draw = drawing;
    opener = document.activeElement;
    find("drawer").replaceChildren();
    find("drawer").hidden = false;
    await fill().catch(failed);
    find("drawer").focus();
  },
  close() {
    shown = "";
    find("drawer").hidden = true;
    if (opener?.isConnected) opener.focus();
  },
};

find("drawer").addEventListener("keydown", (event) => { if (event.key === "Escape") drawer.close(); });
onChange(() => fill());
