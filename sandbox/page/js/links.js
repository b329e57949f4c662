// Links of the bot: followed on the phone at hand, or handed to somebody else's.
import { act } from "./api.js";
import { element } from "./elements.js";
import { openDialog } from "./notices.js";
import { world } from "./world.js";
import { say, tongue } from "./words.js";

export const openLink = (person, url) => act("open_link", { person, url }).then(() => person);

const hasPayload = (url) => /[?&]start=/.test(url);

// A personal link is meant for another phone more often than for the one it stands on.
// Gives the phone on which it was opened, or null.
export async function choosePhone(person, url) {
  if (!hasPayload(url)) return openLink(person, url);
  const phones = world.people.filter((one) => !one.deleted);
  const choice = element("select", { class: "wide" },
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

async function openOn(chosen, name, url) {
  let phone = Number(chosen);
  if (chosen === "new") {
    const language = tongue() === "zh" ? "zh-hans" : "en";
    phone = (await act("add_person", { name: name || say("newPhone"), language_code: language })).person;
  }
  return openLink(phone, url);
}
