// What else can happen to a phone or a group: a small menu in the head of a pane.
import { act } from "./api.js";
import { element, icon } from "./elements.js";
import { confirmBox, failed, openDialog } from "./notices.js";
import { groupOf, personOf } from "./world.js";
import { say } from "./words.js";

export function paneMenu(pane) {
  const items = element("div", { class: "popup", hidden: true, role: "menu" });
  const opener = element("button", { class: "round", label: say("more"), "aria-haspopup": "menu", "aria-expanded": "false" }, icon("more"));
  const set = (open) => {
    items.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) items.firstElementChild?.focus();
  };
  opener.addEventListener("click", () => {
    items.replaceChildren(...choicesOf(pane).map((choice) => item(choice, set)));
    set(items.hidden);
  });
  const box = element("div", { class: "menu-box" }, opener, items);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { set(false); opener.focus(); }
    walk(event, [...items.children]);
  });
  box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) set(false); });
  return box;
}

function walk(event, items) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || items.length === 0) return;
  event.preventDefault();
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
}

function item(choice, set) {
  return element("button", {
    role: "menuitem", class: choice.danger ? "danger" : "", text: say(choice.words),
    onclick: () => { set(false); choice.doing().catch(failed); },
  });
}

function choicesOf(pane) {
  return pane.inGroup ? groupChoices(pane, groupOf(pane.chat)) : personChoices(personOf(pane.person));
}

function personChoices(one) {
  const doing = (verb) => () => act(verb, { person: one.id });
  return [
    one.blocked ? { words: "unblock", doing: doing("unblock") } : { words: "block", doing: doing("block") },
    { words: "pressStart", doing: doing("start") },
    { words: "deleteAccount", danger: true, doing: () => surely("deleteSurely", doing("delete_account")) },
  ];
}

function groupChoices(pane, group) {
  if (group.deleted) return [];
  const by = pane.person;
  const inside = group.bot === "member" || group.bot === "administrator";
  const choices = inside
    ? [{ words: "removeBot", danger: true, doing: () => act("remove_bot_from_group", { group: group.id, by }) }]
    : [
      { words: "addBot", doing: () => act("add_bot_to_group", { group: group.id, by }) },
      { words: "addBotAsAdministrator", doing: () => act("add_bot_to_group", { group: group.id, by, administrator: true }) },
    ];
  if (group.type === "group" && !group.migrated_to) {
    choices.push({ words: "upgradeGroup", doing: () => act("upgrade_group", { group: group.id, by }) });
  }
  if (group.type === "supergroup") choices.push({ words: "newTopic", doing: () => addTopic(group.id, by) });
  choices.push({ words: "deleteGroup", danger: true, doing: () => surely("deleteGroupSurely", () => act("delete_group", { group: group.id })) });
  return choices;
}

async function addTopic(group, by) {
  const box = element("input", { class: "wide", maxlength: "128", autocomplete: "off", "aria-label": say("newTopic") });
  const answer = await openDialog([element("h3", { text: say("newTopic") }), box], [{ text: say("back") }, { text: say("add"), value: "add", main: true }]);
  if (answer === "add" && box.value.trim()) await act("add_topic", { group, by, name: box.value.trim() });
}

const surely = async (question, doing) => (await confirmBox(say(question), say("yes"))) && doing();
