// One pane: one person at one chat. Only bubbles that changed are drawn anew.
import { act, look } from "./api.js";
import { bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { done } from "./deeds.js";
import { avatar, element, icon, keepingFocus } from "./elements.js";
import { pressButton } from "./keyboard.js";
import { choosePhone, openLink } from "./links.js";
import { failed } from "./notices.js";
import { paneMenu } from "./pane-menu.js";
import { openPicture } from "./pictures.js";
import { chatOf, groupOf, partsOf, personOf, titleOf } from "./world.js";
import { dayOf, longDay, say, tongue } from "./words.js";

const NEAR_THE_END = 90;

export class Pane {
  // `chat` is a person's private chat or a group, `person` who looks at it.
  constructor({ chat, person }, { onClose, onOpen }) {
    this.chat = chat;
    this.person = person;
    this.topic = null;
    this.onClose = onClose;
    this.onOpen = onOpen;
    this.drawn = new Map();
    this.list = element("ol", { class: "messages", role: "log", "aria-live": "polite", tabindex: "0" });
    this.composer = new Composer(this);
    this.head = element("header", { class: "pane-head" });
    this.banner = element("button", { class: "banner", hidden: true, onclick: () => this.start() });
    this.node = element("section", { class: "pane", "data-chat": chat }, this.head, this.list, this.banner, this.composer.node);
    this.followTheEnd();
    this.acceptDrops();
  }

  // Who reads the newest stays with the newest; who has scrolled up is left in peace.
  followTheEnd() {
    this.atEnd = true;
    this.list.addEventListener("scroll", () => {
      this.atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_THE_END;
    });
    new ResizeObserver(() => this.toEnd()).observe(this.list);
  }

  toEnd() {
    if (this.atEnd) this.list.scrollTop = this.list.scrollHeight;
  }

  goToEnd() {
    this.atEnd = true;
    this.toEnd();
  }

  get inGroup() { return this.chat < 0; }

  get doing() {
    return {
      person: this.person,
      say: (words) => this.say(words).catch(failed),
      press: (message, button) => pressButton(this, message, button),
      openLink: (url) => this.follow(openLink(this.person, url)),
      choosePhone: (url) => this.choosePhone(url),
      openPicture: (image) => openPicture(image, (url) => this.choosePhone(url)),
      reply: (message) => this.composer.replyTo(message),
    };
  }

  // Who writes wants to see what becomes of it, wherever they were reading.
  async say(words, more = {}) {
    this.goToEnd();
    const said = await act("say", { ...this.where, text: words, ...more });
    done({ person: this.person, say: words, message: said.message_id });
  }

  get where() { return { person: this.person, chat: this.chat, topic: this.topic }; }

  choosePhone(url) {
    return this.follow(choosePhone(this.person, url));
  }

  // Shows the chat in which a link was opened.
  follow(opened) {
    return opened.then((chat) => (chat && chat !== this.chat ? this.onOpen(chat) : null)).catch(failed);
  }

  start() {
    return act("start", { person: this.person }).catch(failed);
  }

  async update() {
    const chat = chatOf(this.chat);
    if (!chat) return null;
    this.drawHead(chat);
    const messages = await look("messages", { chat: this.chat });
    this.answered = messages.findLast((one) => one.from.is_bot)?.message_id ?? 0;
    this.drawMessages(messages);
    const one = personOf(this.person);
    const shut = !one || one.deleted || (!this.inGroup && (!one.started || one.blocked));
    this.banner.hidden = !shut || one?.deleted;
    this.banner.textContent = one?.blocked ? say("unblockAndStart") : say("start");
    this.composer.update(messages, shut || Boolean(chat.migrated_to || chat.deleted));
    this.toEnd();
    return null;
  }

  drawHead(chat) {
    const one = personOf(this.person);
    const signature = JSON.stringify([chat, one, tongue()]);
    if (signature === this.headDrawn) return;
    this.headDrawn = signature;
    const title = titleOf(chat);
    const { first, rest } = partsOf(title);
    const below = this.inGroup ? groupLine(chat) : standing(one) || rest;
    this.node.setAttribute("aria-label", title);
    this.list.dataset.empty = say("noMessages");
    this.list.setAttribute("aria-label", `${say("messages")} · ${title}`);
    this.head.replaceChildren(...[
      avatar(title, this.chat),
      element("div", { class: "pane-title" }, element("h2", { text: first }), element("span", { text: below })),
      this.inGroup && this.speaker(chat),
      this.inGroup && chat.topics.length > 0 && this.topicChoice(chat),
      paneMenu(this),
      element("button", { class: "round", label: `${say("close")} · ${title}`, onclick: this.onClose }, icon("close")),
    ].filter(Boolean));
  }

  // In a group the pane speaks as one of its members.
  speaker(chat) {
    const choice = element("select", { class: "speaker", "aria-label": say("speakAs") },
      ...chat.members.map((id) => element("option", { value: id, text: partsOf(personOf(id).name).first, selected: id === this.person })));
    choice.addEventListener("change", () => {
      this.person = Number(choice.value);
      this.drawn.clear();
      this.list.replaceChildren();
      this.update();
    });
    return choice;
  }

  // In a forum the pane writes into one of its topics; null is the general one.
  topicChoice(chat) {
    if (!chat.topics.some((one) => one.id === this.topic)) this.topic = null;
    const choice = element("select", { class: "speaker", "aria-label": say("topic") }, element("option", { value: "", text: say("generalTopic") }),
      ...chat.topics.map((one) => element("option", { value: one.id, text: one.name, selected: one.id === this.topic })));
    choice.addEventListener("change", () => { this.topic = Number(choice.value) || null; });
    return choice;
  }

  drawMessages(messages) {
    const rows = [];
    const seen = new Map();
    let day = "";
    for (const message of messages) {
      const today = dayOf(message.date * 1000);
      if (today !== day) rows.push(this.kept(seen, `day-${today}`, tongue(), () => element("li", { class: "day", text: longDay(message.date * 1000) })));
      day = today;
      const signature = JSON.stringify([message, tongue()]);
      rows.push(this.kept(seen, message.message_id, signature, () => this.row(message)));
    }
    this.drawn = seen;
    place(this.list, rows);
    this.list.classList.toggle("empty", rows.length === 0);
    this.toEnd();
  }

  kept(seen, key, signature, make) {
    const before = this.drawn.get(key);
    const now = before?.signature === signature ? before : { signature, node: make() };
    if (before && now !== before) keepingFocus(before.node, () => { before.node.replaceWith(now.node); return now.node; });
    seen.set(key, now);
    return now.node;
  }

  row(message) {
    const node = bubble(message, this, this.doing);
    node.dataset.id = message.message_id;
    return node;
  }

  show(messageId) {
    const { node } = this.drawn.get(messageId) || {};
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.add("shown");
    node.addEventListener("animationend", () => node.classList.remove("shown"), { once: true });
  }

  acceptDrops() {
    this.node.addEventListener("dragover", (event) => { event.preventDefault(); this.node.classList.add("dropping"); });
    this.node.addEventListener("dragleave", () => this.node.classList.remove("dropping"));
    this.node.addEventListener("drop", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.node.classList.remove("dropping");
      this.composer.sendFiles([...event.dataTransfer.files]).catch(failed);
    });
  }
}

function standing(one) {
  if (!one) return "";
  if (one.deleted) return say("accountDeleted");
  return one.blocked ? say("blocked") : "";
}

function groupLine(group) {
  if (group.deleted) return say("groupDeleted");
  if (group.migrated_to) return say("upgraded");
  const bot = { member: "botMember", administrator: "botAdministrator" }[group.bot] || "botOutside";
  return `${say("membersCount", { count: group.members.length })} · ${say(bot)}`;
}

// Only what is out of place moves, so that focus and reading positions stay.
function place(list, rows) {
  const wanted = new Set(rows);
  for (const node of [...list.children]) if (!wanted.has(node)) node.remove();
  rows.forEach((node, at) => { if (list.children[at] !== node) list.insertBefore(node, list.children[at] || null); });
}

export const viewerOf = (chat) => (chat < 0 ? groupOf(chat)?.members[0] : chat);
