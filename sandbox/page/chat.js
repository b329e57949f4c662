// One chat: bubbles with their formatting, and keyboards that work. Text is never read as HTML.
import { moment, say } from "./words.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", spoiler: "span", code: "code",
  pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote",
};

export function element(name, className, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

// JavaScript counts in UTF-16 units, as the offsets of entities do.
export function formatted(text, entities, act) {
  const root = document.createDocumentFragment();
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(root, text, { from: 0, to: text.length }, sorted, act);
  return root;
}

function fill(parent, text, span, entities, act) {
  let at = span.from;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, span.to);
    if (entity.offset < at) continue;
    parent.append(text.slice(at, entity.offset));
    const inner = entities.slice(i + 1).filter((one) => one.offset < end);
    const node = entityNode(entity, text.slice(entity.offset, end), act);
    fill(node, text, { from: entity.offset, to: end }, inner, act);
    parent.append(node);
    at = end;
  }
  parent.append(text.slice(at, span.to));
}

function entityNode(entity, words, act) {
  if (entity.type === "bot_command") return tap("command", () => act.say(words));
  if (entity.type === "text_link" || entity.type === "url") return link(entity.url || words, act);
  const node = element(TAGS[entity.type] || "span");
  if (entity.type === "spoiler") {
    node.className = "spoiler";
    node.addEventListener("click", () => node.classList.add("shown"));
  }
  return node;
}

function tap(className, doing) {
  const node = element("button", className);
  node.type = "button";
  node.addEventListener("click", doing);
  return node;
}

function link(url, act) {
  if (act.opensBot(url)) return tap("link", () => act.openLink(url));
  const node = element("a", "link");
  if (/^https?:\/\//i.test(url)) {
    node.href = url;
    node.target = "_blank";
    node.rel = "noopener noreferrer";
  }
  return node;
}

export function bubble(message, act) {
  const row = element("li", message.from.is_bot ? "theirs" : "mine");
  row.dataset.id = message.message_id;
  const body = element("div", "bubble");
  row.append(body);
  if (message.deleted) {
    row.classList.add("deleted");
    body.append(say("deleted"));
    return row;
  }
  if (act.showsNames && !message.from.is_bot) body.append(element("div", "name", message.from.first_name));
  if (message.photo) body.append(photo(message.photo[0], act));
  if (message.document) body.append(documentLink(message.document, act));
  const text = message.text || message.caption || "";
  if (text) {
    const words = element("div", "words");
    words.append(formatted(text, message.entities || message.caption_entities, act));
    body.append(words);
  }
  body.append(stamp(message));
  if (message.reply_markup) row.append(keyboard(message, act));
  return row;
}

function photo(picture, act) {
  const image = element("img");
  image.src = act.fileAddress(picture.file_id);
  image.alt = "";
  return image;
}

function documentLink(file, act) {
  const node = element("a", "document");
  node.href = act.fileAddress(file.file_id);
  node.download = file.file_name || "file";
  node.append(element("span", "icon", "⬇"), element("span", "", file.file_name || "file"));
  node.append(element("small", "", `${Math.max(1, Math.round(file.file_size / 1024))} KB`));
  return node;
}

function stamp(message) {
  const at = new Date(message.date * 1000);
  const time = moment(at, { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" });
  return element("time", "", message.edit_date ? `${say("edited")} ${time}` : time);
}

function keyboard(message, act) {
  const board = element("div", "keyboard");
  for (const buttons of message.reply_markup.inline_keyboard) {
    const row = element("div", "row");
    for (const button of buttons) {
      const node = element("button", "key", button.text + (button.url ? " ↗" : ""));
      node.type = "button";
      node.addEventListener("click", () => act.press(message, button, node));
      row.append(node);
    }
    board.append(row);
  }
  return board;
}
