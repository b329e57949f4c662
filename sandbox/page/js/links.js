// Links of the bot: followed on the phone at hand, handed to somebody else's, or into a group.
import { act } from "./api.js";
import { element } from "./elements.js";
import { openDialog } from "./notices.js";
import { world } from "./world.js";
import { say, tongue } from "./words.js";

// Gives the chat in which it was opened, or null.
export const openLink = (person, url) => (isForGroups(url) ? chooseGroup(person, url) : act("open_link", { person, url }).then(() => person));

const isForGroups = (url) => /[?&]startgroup\b/.test(url);
const hasPayload = (url) => /[?&]start=/.test(url);

// A personal link is meant for another phone more often than for the one it stands on.
// Gives the phone on which it was opened, or null.
export async function choosePhone(person, url) {
  if (isForGroups(url) || !hasPayload(url)) return openLink(person, url);
  const phones = world.people.filter((one) => !one.deleted);
  const choice = element("select", { class: "wide", "aria-label": say("openOn") },
    element("option", { value: "new", text: say("newPhone") }),
    ...phones.map((one) => element("option", { value: one.id, text: one.name, selected: one.id === person })));
  const name = element("input", { class: "wide", maxlength: "64", autocomplete: "off", placeholder: say("nameOnPhone"), "aria-label": say("nameOnPhone") });
  const show = () => { name.hidden = choice.value !== "new"; };
  choice.addEventListener("change", show);
  show();
  const content = [element("label", {}, element("span", { text: say("openOn") }), choice), name];
  const answer = await openDialog(content, [{ text: say("back") }, { text: say("open"), value: "open", main: true }]);
  return answer === "open" ? openOn(choice.value, name.value.trim(), url) : null;
}

async function chooseGroup(person, url) {
  const groups = world.groups.filter((one) => one.members.includes(person) && !one.migrated_to && !one.deleted);
  const choice = element("select", { class: "wide", "aria-label": say("openInGroup") }, ...groups.map((one) => element("option", { value: one.id, text: one.title })),
    element("option", { value: "new", text: say("newGroup") }));
  const title = element("input", { class: "wide", maxlength: "64", autocomplete: "off", placeholder: say("groupTitle"), "aria-label": say("groupTitle") });
  const show = () => { title.hidden = choice.value !== "new"; };
  choice.addEventListener("change", show);
  show();
  const content = [element("label", {}, element("span", { text: say("openInGroup") }), choice), title];
  const answer = await openDialog(content, [{ text: say("back") }, { text: say("open"), value: "open", main: true }]);
  if (answer !== "open") return null;
  const named = title.value.trim() || say("newGroup");
  const group = choice.value === "new" ? (await act("add_group", { title: named, members: [person] })).group : Number(choice.value);
  await act("open_link", { person, url, group });
  return group;
}

async function openOn(chosen, name, url) {
  let phone = Number(chosen);
  if (chosen === "new") {
    const language = tongue() === "zh" ? "zh-hans" : "en";
    phone = (await act("add_person", { name: name || say("newPhone"), language_code: language })).person;
  }
  return openLink(phone, url);
}
