// The one-time link: its secret stands behind the # and is handed over once, in a request's body.
const BASE = location.pathname.replace(/[^/]*$/, "");

export const path = (rest) => BASE + rest;

// The number of the wall that this page shows; null when the link opened nothing.
export async function openedWall() {
  const secret = location.hash.slice(1);
  if (secret) {
    const wall = await open(secret);
    if (wall === null) return null;
    history.replaceState(null, "", path(String(wall)));
    return wall;
  }
  const last = location.pathname.slice(BASE.length);
  return /^[0-9]+$/.test(last) ? Number(last) : null;
}

async function open(secret) {
  const answer = await fetch(path("open"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ secret }),
  });
  if (answer.ok) return (await answer.json()).wall;
  if (answer.status === 410 || answer.status === 400) return null;
  throw new Error(`${answer.status}`);
}
