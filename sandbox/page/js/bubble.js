// One message as a bubble: names, replies, files, words, time, and the buttons below.
import { fileAddress } from "./api.js";
import { element, icon } from "./elements.js";
import { formatted } from "./formatting.js";
import { keyboard } from "./keyboard.js";
import { groupOf } from "./world.js";
import { clockTime, say } from "./words.js";

// `doing` is what the one who looks can do: say, press, reply, choosePhone, openPicture.
export function bubble(message, viewer, doing) {
  if (isService(message)) return service(message);
  const mine = message.from.id === viewer.person;
  const row = element("li", { class: mine ? "message mine" : "message theirs" });
  const body = element("div", { class: "bubble" });
  row.append(body);
  if (message.deleted) {
    row.classList.add("deleted");
    body.append(say("deleted"));
    return row;
  }
  if (viewer.inGroup && !mine) body.append(element("div", { class: "name", text: message.from.first_name }));
  if (message.is_topic_message) body.append(topicOf(message));
  if (message.reply_to_message) body.append(quote(message.reply_to_message));
  body.append(...content(message, doing), stamp(message));
  if (message.reply_markup) row.append(keyboard(message, doing));
  if (doing.reply) {
    body.append(element("button", { class: "reply-to", label: say("reply"), onclick: () => doing.reply(message) }, icon("reply")));
  }
  return row;
}

function content(message, doing) {
  const parts = [];
  if (message.photo) parts.push(photo(message, doing));
  if (message.document) parts.push(documentLink(message.document));
  const text = message.text || message.caption || "";
  if (text) {
    const words = element("div", { class: "words" });
    words.append(formatted(text, message.entities || message.caption_entities, doing));
    parts.push(words);
  }
  return parts;
}

const SERVICES = ["new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created"];
const isService = (message) => SERVICES.some((kind) => kind in message);

function service(message) {
  const kind = SERVICES.find((one) => one in message);
  const words = say(kind, { name: message.from.first_name, topic: message.forum_topic_created?.name });
  return element("li", { class: "service", text: words });
}

function topicOf(message) {
  const topic = groupOf(message.chat.id)?.topics.find((one) => one.id === message.message_thread_id);
  return element("div", { class: "name topic", text: `# ${topic?.name ?? ""}` });
}

function quote(message) {
  const words = message.text || message.caption || message.document?.file_name || say("photo");
  return element("div", { class: "quote" }, element("b", { text: message.from.first_name }), element("span", { text: words.slice(0, 90) }));
}

function photo(message, doing) {
  const size = message.photo.at(-1);
  const image = element("img", { src: fileAddress(size.file_id), alt: message.caption || say("photo"), width: size.width, height: size.height });
  return element("button", { class: "picture", label: say("openPicture"), onclick: () => doing.openPicture(image) }, image);
}

function documentLink(file) {
  const title = file.file_name || say("file");
  return element("a", { class: "document", href: fileAddress(file.file_id), download: title },
    element("span", { class: "sheet" }, icon("down")),
    element("span", { class: "file-name", text: title }),
    element("small", { text: `${Math.max(1, Math.round(file.file_size / 1024))} KB` }));
}

function stamp(message) {
  const time = clockTime(message.date * 1000);
  const row = element("div", { class: "stamp" });
  if (message.edit_date) row.append(element("span", { text: say("edited") }));
  row.append(element("time", { datetime: new Date(message.date * 1000).toISOString(), text: time }));
  return row;
}
