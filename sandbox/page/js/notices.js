// Toasts, alerts and questions.
import { element, find } from "./elements.js";
import { say } from "./words.js";

const SHOWN_MILLISECONDS = 4500;

export function toast(words, tone = "plain") {
  const node = element("div", { class: `toast ${tone}`, text: words });
  find("toasts").append(node);
  setTimeout(() => node.remove(), SHOWN_MILLISECONDS);
}

export const failed = (error) => toast(`${say("failed")}: ${error.message}`, "bad");

// An alert waits for its reader, as in Telegram.
export const alertBox = (words) => openDialog([element("p", { text: words })], [{ text: say("ok"), main: true }]);

export const confirmBox = (words, yes) => openDialog(
  [element("p", { text: words })],
  [{ text: say("back"), value: "" }, { text: yes, value: "yes", main: true }],
).then((value) => value === "yes");

// Resolves with the value of the pressed choice, or with "" when it was closed.
export function openDialog(content, choices) {
  const buttons = choices.map((choice) => element(
    "button", { class: choice.main ? "main" : "quiet", value: choice.value ?? "", type: "submit", text: choice.text },
  ));
  const form = element("form", { method: "dialog" }, ...content, element("div", { class: "choices" }, ...buttons));
  const box = element("dialog", { class: "box", "aria-modal": "true", "aria-label": content.map((one) => one.querySelector("span")?.textContent || one.textContent).find(Boolean) }, form);
  document.body.append(box);
  box.showModal();
  return new Promise((done) => {
    box.addEventListener("close", () => { box.remove(); done(box.returnValue); }, { once: true });
  });
}
