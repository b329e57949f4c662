// What the page remembers in this browser. Without storage it remembers until it is closed.
const memory = new Map();

export function recall(key, otherwise) {
  try {
    const kept = localStorage.getItem(`muduo-${key}`);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return memory.has(key) ? memory.get(key) : otherwise;
  }
}

export function remember(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(`muduo-${key}`, JSON.stringify(value));
  } catch { /* A private window has no storage; the map holds it. */ }
}
