// The menu of commands: by its button, or by typing a slash; arrows choose, Enter sends.
import { look } from "./api.js";
import { element } from "./elements.js";
import { failed } from "./notices.js";
import { say } from "./words.js";

let lastList = 0;

export class CommandMenu {
  constructor(pane, box, onChosen) {
    this.pane = pane;
    this.box = box;
    this.onChosen = onChosen;
    this.shown = [];
    this.at = -1;
    lastList += 1;
    this.list = element("div", { class: "commands", role: "listbox", hidden: true, id: `commands-${lastList}` });
    this.opener = element("button", { class: "round slash", text: "/", "aria-controls": this.list.id, "aria-expanded": "false" });
    box.setAttribute("aria-controls", this.list.id);
    box.setAttribute("aria-autocomplete", "list");
    this.opener.addEventListener("click", () => (this.list.hidden ? this.open("").catch(failed) : this.close()));
    box.addEventListener("input", () => this.follow());
    box.addEventListener("blur", () => setTimeout(() => { if (!this.list.contains(document.activeElement)) this.close(); }, 150));
  }

  relabel() {
    this.opener.title = say("commands");
    this.opener.setAttribute("aria-label", say("commands"));
    this.list.setAttribute("aria-label", say("commands"));
  }

  follow() {
    const begun = /^\/(\w*)$/.exec(this.box.value);
    if (begun) this.open(begun[1]).catch(failed);
    else this.close();
  }

  async open(begun) {
    const chat = this.pane.inGroup ? { chat: this.pane.chat } : {};
    const commands = await look("commands", { person: this.pane.person, ...chat });
    this.shown = commands.filter((one) => one.command.startsWith(begun));
    this.at = -1;
    this.list.replaceChildren(...this.shown.map((one, at) => this.choice(one, at)));
    this.setOpen(this.shown.length > 0);
  }

  choice(one, at) {
    const node = element("button", { role: "option", id: `${this.list.id}-${at}`, tabindex: "-1", "aria-selected": "false" },
      element("b", { text: `/${one.command}` }), element("span", { text: one.description }));
    node.addEventListener("mousedown", (event) => event.preventDefault());
    node.addEventListener("click", () => this.choose(at));
    return node;
  }

  // Says whether the key was meant for the menu.
  takes(event) {
    if (this.list.hidden || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark((this.at + step + this.shown.length) % this.shown.length);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" && this.at >= 0) this.box.value = `/${this.shown[this.at].command} `;
    else if (event.key === "Enter" && this.at >= 0) this.choose(this.at);
    else return false;
    event.preventDefault();
    return true;
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((node, here) => node.setAttribute("aria-selected", String(here === at)));
    this.box.setAttribute("aria-activedescendant", this.list.children[at].id);
    this.list.children[at].scrollIntoView({ block: "nearest" });
  }

  choose(at) {
    this.box.value = "";
    this.onChosen(`/${this.shown[at].command}`);
    this.close();
    this.box.focus();
  }

  close() { this.setOpen(false); }

  setOpen(open) {
    this.list.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    if (!open) this.box.removeAttribute("aria-activedescendant");
  }
}
