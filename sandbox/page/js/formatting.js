// The formatting of a message: entities become elements. Text is never read as HTML.
import { element } from "./elements.js";
import { opensBot } from "./world.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code",
  pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote",
};

// JavaScript counts in UTF-16 units, as the offsets of entities do.
export function formatted(text, entities, doing) {
  const root = document.createDocumentFragment();
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(root, text, { from: 0, to: text.length }, sorted, doing);
  return root;
}

function fill(parent, text, span, entities, doing) {
  let at = span.from;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, span.to);
    if (entity.offset < at) continue;
    parent.append(text.slice(at, entity.offset));
    const inner = entities.slice(i + 1).filter((one) => one.offset < end);
    const node = entityNode(entity, text.slice(entity.offset, end), doing);
    fill(node, text, { from: entity.offset, to: end }, inner, doing);
    parent.append(node);
    at = end;
  }
  parent.append(text.slice(at, span.to));
}

function entityNode(entity, words, doing) {
  if (entity.type === "bot_command") return element("button", { class: "command", onclick: () => doing.say(words) });
  if (entity.type === "text_link" || entity.type === "url") return link(entity.url || words, doing);
  if (entity.type === "spoiler") return spoiler();
  return element(TAGS[entity.type] || "span");
}

function spoiler() {
  const node = element("button", { class: "spoiler", "aria-expanded": "false" });
  node.addEventListener("click", () => {
    node.classList.add("shown");
    node.setAttribute("aria-expanded", "true");
  });
  return node;
}

function link(url, doing) {
  if (opensBot(url)) return element("button", { class: "link", onclick: () => doing.choosePhone(url) });
  const outside = /^https?:\/\//i.test(url);
  return element("a", { class: "link", href: outside && url, target: "_blank", rel: "noopener noreferrer" });
}
