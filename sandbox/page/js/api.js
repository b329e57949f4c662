// The control interface: looking and acting. The page's own address carries the secret.

export async function look(view, query = {}) {
  const words = new URLSearchParams(query).toString();
  return read(await fetch(`control/${view}${words && `?${words}`}`));
}

export async function act(verb, body = {}) {
  return read(await fetch(`control/${verb}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  }));
}

async function read(answer) {
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(content.error || `${answer.status}`);
  return content;
}

export const fileAddress = (id) => `control/files/${encodeURIComponent(id)}`;

export const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

export async function asBase64(file) {
  const reader = new FileReader();
  const loaded = new Promise((done, failed) => { reader.onload = done; reader.onerror = failed; });
  reader.readAsDataURL(file);
  await loaded;
  return reader.result.slice(reader.result.indexOf(",") + 1);
}
