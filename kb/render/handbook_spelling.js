// What an unknown word may be: spelt otherwise on the other side of the ocean, or misspelt (kb.search.variants, .spelling).

const RULES = R.rules.map(([pattern, other]) => [RegExp(pattern, "g"), other]);
const SPELLINGS = R.spellings.split(",").map((pair) => pair.trim().split(" "));
const ENDINGS = new Set(R.endings), SLIPS = new Set(R.slips);

function otherSpellings(word) {
  const found = new Set([word]);
  if (/^[a-z]{4,}$/.test(word)) for (let round = 0; round < 2; round++) for (const each of [...found]) changed(each).forEach((one) => found.add(one));
  const code = word.match(/^(\p{L}{1,5})(\d+[\p{L}\p{N}_]*)$/u);
  return [...[...found].slice(1), ...(code ? [`${code[1]}-${code[2]}`] : [])];
}

function changed(word) {
  const listed = SPELLINGS.flatMap(([one, two]) => [[one, two], [two, one]]).filter(([one]) => word.startsWith(one));
  const byList = listed.map(([one, other]) => other + word.slice(one.length));
  return [...byList, ...RULES.map(([pattern, other]) => word.replace(pattern, other))].filter((each) => each !== word);
}

// How many letters an unknown word shares with one of its family, 0 with others (kb.search.families).
function rootOf(word, other) {
  let length = 0;
  while (length < word.length && word[length] === other[length]) length++;
  for (; length >= R.shortestRoot && word !== other; length--) {
    const ending = word.slice(length);
    if (ENDINGS.has(ending) && !SLIPS.has(ending) && ENDINGS.has(other.slice(length))) return length;
  }
  return 0;
}

// The words of a text that are two with a hyphen between.
const hyphenated = (text) => text.toLowerCase().match(/(?<![\p{L}\p{N}_-])[a-z]{2,15}-[a-z]{2,15}(?![\p{L}\p{N}_-])/gu) || [];

// 1 or 2 slips that make one word of the other, 0 for neither: see kb.search.spelling.
function slipsBetween(word, other) {
  const longer = Math.abs(word.length - other.length);
  if (longer > (word.length < 8 ? 1 : 2) || word === other) return 0;
  const sameStart = other[0] === word[0];
  if (longer < 2 && isOneSlip(word, other)) {
    return sameStart || (other[0] === word[1] && other[1] === word[0]) || word.length > 5 ? 1 : 0;
  }
  return sameStart && word.length > 7 && damerau(word, other) === 2 ? 2 : 0;
}

function isOneSlip(a, b) {
  let start = 0, end = 0;
  while (start < a.length && a[start] === b[start]) start++;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end), right = b.slice(start, b.length - end);
  if (left.length < 2 && right.length < 2) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function damerau(a, b) {
  let twoBack = [], oneBack = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(oneBack[j] + 1, row[j - 1] + 1, oneBack[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, twoBack[j - 2] + 1);
      row.push(cost);
    }
    [twoBack, oneBack] = [oneBack, row];
  }
  return oneBack[b.length];
}
