// Where a person writes: words, commands with their menu, replies that were asked for, files.
import { act, asBase64 } from "./api.js";
import { CommandMenu } from "./command-menu.js";
import { element, icon } from "./elements.js";
import { failed, openDialog } from "./notices.js";
import { say } from "./words.js";

const PICTURES = ["image/jpeg", "image/png"];

export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.reply = null;
    this.asked = 0;
    this.sending = false;
    this.box = element("textarea", { rows: "1", maxlength: "4096" });
    this.menu = new CommandMenu(pane, this.box, (words) => this.send(words));
    this.file = element("input", { type: "file", class: "unseen", tabindex: "-1", "aria-hidden": "true" });
    this.attach = element("button", { class: "round", onclick: () => this.file.click() }, icon("attach"));
    this.sender = element("button", { class: "round send", onclick: () => this.send() }, icon("send"));
    this.quoted = element("div", { class: "replying", hidden: true });
    this.reply_keyboard = element("div", { class: "reply-keyboard", hidden: true });
    const line = element("div", { class: "line" }, this.menu.opener, this.attach, this.file, this.box, this.sender);
    this.node = element("footer", { class: "composer", hidden: true }, this.menu.list, this.quoted, line, this.reply_keyboard);
    this.listen();
  }

  listen() {
    this.box.addEventListener("keydown", (event) => {
      if (this.menu.takes(event)) return;
      if (event.key === "Escape" && this.reply) this.replyTo(null);
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    this.box.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files || [])];
      if (files.length) this.sendFiles(files).catch(failed);
    });
    this.file.addEventListener("change", () => {
      const files = [...this.file.files];
      this.file.value = "";
      this.sendFiles(files).catch(failed);
    });
  }

  update(messages, shut) {
    this.node.hidden = shut;
    for (const [node, key] of [[this.attach, "attach"], [this.sender, "send"]]) {
      node.title = say(key);
      node.setAttribute("aria-label", say(key));
    }
    this.menu.relabel();
    const last = messages.findLast((one) => !one.deleted);
    const markup = last?.from.is_bot ? last.reply_keyboard : null;
    if (markup?.force_reply && this.asked !== last.message_id) this.answer(last);
    if (this.reply && messages.every((one) => one.message_id !== this.reply.message_id || one.deleted)) this.replyTo(null);
    if (this.asked && last && last.message_id !== this.asked && last.from.is_bot) this.replyTo(null);
    this.box.placeholder = (this.reply && this.hint) || say("write");
    this.box.setAttribute("aria-label", this.box.placeholder);
    this.drawReplyKeyboard(markup?.keyboard);
  }

  // The bot asked for words: Telegram opens a reply to its question.
  answer(message) {
    this.asked = message.message_id;
    this.hint = message.reply_keyboard.input_field_placeholder;
    this.replyTo(message);
    if (this.pane.node.contains(document.activeElement)) this.box.focus();
  }

  replyTo(message) {
    this.reply = message;
    if (!message) { this.asked = 0; this.hint = ""; }
    this.quoted.hidden = !message;
    if (!message) return;
    const words = message.text || message.caption || say("file");
    this.quoted.replaceChildren(icon("reply"),
      element("span", {}, element("b", { text: message.from.first_name }), element("span", { text: words.slice(0, 80) })),
      element("button", { class: "round", label: say("noReply"), onclick: () => this.replyTo(null) }, icon("close")));
  }

  drawReplyKeyboard(rows) {
    this.reply_keyboard.hidden = !rows;
    this.reply_keyboard.replaceChildren(...(rows || []).map((row) => element("div", { class: "keys" },
      ...row.map((button) => element("button", { class: "key", text: button.text || button, onclick: () => this.send(button.text || button) })))));
  }

  async send(given) {
    const words = (given ?? this.box.value).trim();
    if (!words) return;
    if (given === undefined) this.box.value = "";
    const reply = this.reply?.message_id;
    this.menu.close();
    this.quoted.hidden = true;
    this.reply = null;
    this.sending = true;
    try {
      await this.pane.say(words, reply ? { reply_to: reply } : {});
    } catch (error) {
      if (given === undefined) this.box.value = words;
      failed(error);
    } finally {
      this.sending = false;
    }
  }

  async sendFiles(files) {
    for (const file of files) await this.sendFile(file);
  }

  async sendFile(file) {
    const pictured = PICTURES.includes(file.type) && (await this.asPicture());
    if (pictured === null) return;
    const caption = this.box.value.trim();
    this.box.value = "";
    const body = { ...this.pane.where, content: await asBase64(file), caption };
    await (pictured ? act("send_photo", body) : act("send_document", { ...body, name: file.name, mime: file.type }));
  }

  async asPicture() {
    const choice = await openDialog([element("p", { text: say("howToSend") })], [
      { text: say("asFile"), value: "file" }, { text: say("asPicture"), value: "picture", main: true }]);
    return choice === "" ? null : choice === "picture";
  }
}
