// The words of the page in both languages.
const WORDS = {
  zh: {
    subtitle: "沙盒 · 不连接 Telegram", hour: "+1 小时", day: "+1 天", next: "下一件事",
    people: "成员", newPerson: "新成员姓名", add: "添加", personLanguage: "语言", choose: "请选择一位成员",
    write: "输入消息或命令", send: "发送", attach: "发送文件", menu: "命令", start: "开始",
    ok: "好", back: "返回", clock: "时钟", messages: "消息", deleted: "消息已删除", edited: "已编辑",
    blocked: "已停用机器人", unanswered: "机器人没有回应", failed: "没有成功", copied: "已复制",
    other: "English", quiet: "没有计划中的事", group: "群",
  },
  en: {
    subtitle: "Sandbox · not connected to Telegram", hour: "+1 hour", day: "+1 day", next: "Next event",
    people: "People", newPerson: "New person", add: "Add", personLanguage: "Language", choose: "Choose a person",
    write: "Write a message or a command", send: "Send", attach: "Send a file", menu: "Commands", start: "Start",
    ok: "OK", back: "Back", clock: "Clock", messages: "Messages", deleted: "Message deleted", edited: "edited",
    blocked: "has blocked the bot", unanswered: "The bot did not answer", failed: "That did not work", copied: "Copied",
    other: "中文", quiet: "Nothing is planned", group: "Group",
  },
};

let language = "zh";
try {
  language = localStorage.getItem("language") || (navigator.language.startsWith("zh") ? "zh" : "en");
} catch { /* A browser without storage shows Chinese. */ }

export const say = (key) => WORDS[language][key];
export const locale = () => (language === "zh" ? "zh-CN" : "en-GB");

let zone;
export const useZone = (name) => { zone = name || undefined; };

// All times are the organisation's, wherever the browser stands.
export const moment = (at, parts) => at.toLocaleString(locale(), { ...parts, timeZone: zone });

export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  try { localStorage.setItem("language", language); } catch { /* It holds until the page is closed. */ }
  applyWords();
}

export function applyWords() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = say(node.dataset.text);
  for (const node of document.querySelectorAll("[data-hint]")) {
    node.placeholder = say(node.dataset.hint);
    node.setAttribute("aria-label", say(node.dataset.hint));
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    node.title = say(node.dataset.label);
    node.setAttribute("aria-label", say(node.dataset.label));
  }
  document.getElementById("language").textContent = say("other");
}
