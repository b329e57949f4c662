// The words of a QR code: put back in order, and read as text.

// Words for correction in each block, and how many blocks, for the versions 1 to 10.
const CORRECTION = {
  L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18], M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26],
  Q: [13, 22, 18, 26, 18, 24, 18, 22, 20, 24], H: [17, 28, 22, 16, 22, 28, 26, 26, 24, 28],
};
const BLOCKS = {
  L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4], M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5],
  Q: [1, 1, 2, 2, 4, 4, 6, 6, 8, 8], H: [1, 1, 2, 4, 4, 4, 5, 6, 8, 8],
};
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const [END, NUMBERS, CAPITALS, BYTES, KIND] = [0, 1, 2, 4, 7];

// The words of all blocks are dealt out in turn; the last blocks have one word more.
export function blocksOf(words, version, level) {
  const count = BLOCKS[level][version - 1];
  const correction = CORRECTION[level][version - 1];
  const short = count - (words.length % count);
  const length = Math.floor(words.length / count) - correction;
  const blocks = Array.from({ length: count }, () => []);
  let at = 0;
  for (let turn = 0; turn <= length; turn += 1) {
    for (let block = 0; block < count; block += 1) {
      if (turn < length || block >= short) {
        blocks[block].push(words[at]);
        at += 1;
      }
    }
  }
  return blocks.flat();
}

export function decodeText(words, version) {
  const take = bitsOf(words);
  const bytes = [];
  const add = (text) => bytes.push(...new TextEncoder().encode(text));
  for (let mode = take(4); mode !== END; mode = take(4)) {
    if (mode === KIND) take(8);
    else if (mode === BYTES) for (let left = take(version < 10 ? 8 : 16); left > 0; left -= 1) bytes.push(take(8));
    else if (mode === CAPITALS) add(capitals(take, take(version < 10 ? 9 : 11)));
    else if (mode === NUMBERS) add(numbers(take, take(version < 10 ? 10 : 12)));
    else return "";
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

// Behind the last word there are only zeros, which end the text.
function bitsOf(words) {
  let at = 0;
  return (count) => {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1, at += 1) {
      value = (value << 1) | (((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    }
    return value;
  };
}

function capitals(take, count) {
  let text = "";
  for (let left = count; left > 0; left -= 2) {
    const pair = take(left > 1 ? 11 : 6);
    text += left > 1 ? LETTERS[Math.floor(pair / 45)] + LETTERS[pair % 45] : LETTERS[pair];
  }
  return text;
}

function numbers(take, count) {
  let text = "";
  for (let left = count; left > 0; left -= 3) {
    const digits = Math.min(3, left);
    text += String(take([0, 4, 7, 10][digits])).padStart(digits, "0");
  }
  return text;
}
