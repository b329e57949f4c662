// The buttons below a message: each waits with a spinner until the bot has answered.
import { act, look, pause } from "./api.js";
import { done } from "./deeds.js";
import { element } from "./elements.js";
import { alertBox, failed, toast } from "./notices.js";
import { opensBot, world } from "./world.js";
import { say } from "./words.js";

const PATIENCE_MILLISECONDS = 15000;

export function keyboard(message, doing) {
  const rows = message.reply_markup.inline_keyboard.map((row) => element("div", { class: "keys" },
    ...row.map((button) => key(message, button, doing))));
  return element("div", { class: "keyboard", role: "group", "aria-label": say("buttons") }, ...rows);
}

function key(message, button, doing) {
  const node = element("button", { class: "key" }, element("span", { text: button.text }));
  if (button.url) node.append(element("i", { "aria-hidden": "true", text: "↗" }));
  node.addEventListener("click", () => { press(message, button, node, doing).catch(failed); });
  return node;
}

async function press(message, button, node, doing) {
  if (button.url) {
    await follow(button.url, doing);
    return;
  }
  if (button.copy_text) {
    await navigator.clipboard.writeText(button.copy_text.text);
    toast(say("copied"));
    return;
  }
  node.classList.add("waiting");
  node.setAttribute("aria-busy", "true");
  try {
    await awaitAnswer(await doing.press(message, button));
    done({ person: doing.person, press: button.text });
  } finally {
    node.classList.remove("waiting");
    node.removeAttribute("aria-busy");
  }
}

function follow(url, doing) {
  if (opensBot(url)) return doing.openLink(url);
  if (/^https?:\/\//i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
  return null;
}

async function awaitAnswer(query) {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  let { revision } = world;
  while (performance.now() < until) {
    const answer = await look("answer", { query_id: query });
    if (answer.answered) {
      if (!answer.text) return null;
      return answer.show_alert ? alertBox(answer.text) : toast(answer.text);
    }
    const change = await Promise.race([look("changes", { since: revision }), pause(until - performance.now())]);
    revision = change?.revision ?? revision;
  }
  return toast(say("unanswered"), "bad");
}

export const pressButton = (viewer, message, button) => act("press", {
  person: viewer.person, chat: viewer.chat, message_id: message.message_id, button: button.callback_data,
}).then((pressed) => pressed.query_id);
