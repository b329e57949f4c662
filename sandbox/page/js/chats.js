// The list of chats: people and groups, the latest on top of mind, with marks for what is unread.
import { act } from "./api.js";
import { avatar, element, find, icon, name } from "./elements.js";
import { isOpen, isShown, openPane } from "./layout.js";
import { failed, openDialog } from "./notices.js";
import { recall, remember } from "./settings.js";
import { partsOf, titleOf, world } from "./world.js";
import { clockTime, dayOf, moment, say, tongue } from "./words.js";

// Groups come after the first few people, where they are seen without scrolling.
const BEFORE_GROUPS = 5;
let read = recall("read", {});
let drawn = "";

export function drawChats() {
  const people = world.people.filter((one) => !one.deleted);
  const groups = world.groups.filter((one) => !one.migrated_to);
  const chats = [...people.slice(0, BEFORE_GROUPS), ...groups, ...people.slice(BEFORE_GROUPS)];
  for (const chat of chats) note(chat);
  remember("read", read);
  const signature = JSON.stringify([chats, read, tongue(), chats.map((one) => isOpen(one.id))]);
  if (signature === drawn) return;
  drawn = signature;
  const at = document.activeElement?.closest?.("[data-entry]")?.dataset.entry;
  find("chats").replaceChildren(...chats.map(entry));
  if (at) find("chats").querySelector(`[data-entry="${at}"] .chat`)?.focus();
}

function note(chat) {
  if (isShown(chat.id) && !document.hidden) read[chat.id] = chat.bot_messages;
  read[chat.id] = Math.min(read[chat.id] || 0, chat.bot_messages);
}

// A new or restored sandbox has other messages; nothing of them is read.
export function forgetRead() {
  read = {};
}

function entry(chat) {
  const { first, rest } = partsOf(titleOf(chat));
  const unread = chat.bot_messages - read[chat.id];
  const said = element("span", { class: "said", text: chat.last || say(chat.started === false ? "notStarted" : "noMessages") });
  const button = element("button", { class: "chat", onclick: () => openPane(chat.id).catch(failed) },
    avatar(titleOf(chat), chat.id),
    element("span", { class: "who" }, element("b", { text: first }), element("small", { text: rest })),
    element("time", { text: chat.last_at ? timeOf(chat.last_at) : "" }),
    chat.blocked ? element("span", { class: "said bad", text: say("blocked") }) : said,
    unread > 0 && element("span", { class: "unread", text: unread }));
  if (unread > 0) name(button, `${titleOf(chat)}, ${say("unreadCount", { count: unread })}`);
  button.removeAttribute("title");
  const beside = element("button", { class: "round beside", label: `${say("openBeside")} · ${first}`, onclick: () => openPane(chat.id, { beside: true }).catch(failed) }, icon("beside"));
  return element("li", { "data-entry": chat.id, class: isOpen(chat.id) ? "open" : "" }, button, beside);
}

const timeOf = (at) => (dayOf(at) === dayOf(world.clock.now) ? clockTime(at) : moment(at, { month: "numeric", day: "numeric" }));

export async function addPhone() {
  const words = element("input", { class: "wide", maxlength: "64", required: true, autocomplete: "off", placeholder: say("nameOnPhone"), "aria-label": say("nameOnPhone") });
  const language = element("select", { class: "wide", "aria-label": say("phoneLanguage") },
    element("option", { value: "zh-hans", text: "中文" }), element("option", { value: "en", text: "English", selected: tongue() === "en" }));
  const answer = await openDialog([element("h3", { text: say("newPhone") }), words, language],
    [{ text: say("back") }, { text: say("add"), value: "add", main: true }]);
  if (answer !== "add" || !words.value.trim()) return;
  const added = await act("add_person", { name: words.value.trim(), language_code: language.value });
  await openPane(added.person, { beside: true });
}

export async function addGroup() {
  const title = element("input", { class: "wide", maxlength: "64", required: true, autocomplete: "off", placeholder: say("groupTitle"), "aria-label": say("groupTitle") });
  const boxes = world.people.filter((one) => one.started && !one.deleted).map((one) => {
    const box = element("input", { type: "checkbox", value: one.id });
    return element("label", { class: "tick" }, box, element("span", { text: one.name }));
  });
  const members = element("fieldset", { class: "ticks" }, element("legend", { text: say("groupMembers") }), ...boxes);
  const answer = await openDialog([element("h3", { text: say("newGroup") }), title, members],
    [{ text: say("back") }, { text: say("add"), value: "add", main: true }]);
  const chosen = [...members.querySelectorAll("input:checked")].map((box) => Number(box.value));
  if (answer !== "add" || !title.value.trim() || !chosen.length) return;
  const { group } = await act("add_group", { title: title.value.trim(), members: chosen });
  await act("add_bot_to_group", { group, by: chosen[0] });
  await openPane(group, { beside: true });
}
