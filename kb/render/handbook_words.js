// From text to words and stems, as kb.search.analysis has them. Knows no answers.

const WORD = /[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*/gu;
const PART = /\d+(?:\.\d+)?|\p{L}+/gu;
const SPECIAL = new RegExp(
  String.raw`(?<figure>(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,]))` +
  String.raw`|(?<delta>(?:\bdelta[ -]?|∆ ?|(?<![\p{L}\p{N}_])δ )e\b)` +
  String.raw`|(?:±|\+/-)\s?(?<within>\d+(?:\.\d+)?)` +
  String.raw`|#\d+` +
  String.raw`|\b\p{L}{1,3}(?:\+\+|#(?![\p{L}\p{N}_]))` +
  String.raw`|\b[\p{L}\p{N}]{1,12}(?:&[\p{L}\p{N}]{1,12})+` +
  String.raw`|\b\p{L}(?: & \p{L})+\b` +
  String.raw`|\b\p{L}{1,5}-\d+[\p{L}\p{N}_]*` +
  String.raw`|\b\d+(?:\.\d+)?(?!st\b|nd\b|rd\b|th\b)\p{L}{1,3}\b`,
  "gu",
);
const MAY_BE_SPECIAL = /[\d+#&±∆]|delta|δ /;
const LONGEST_WORD = 60;

// Without case, accents, kinds of apostrophe and dash, or runs of white space.
function fold(text) {
  const plain = text.replace(/[\u2019\u2018\u00b4`\u02bc]/g, "'").replace(/[\u2010-\u2014\u2212]/g, "-");
  const bare = /^[\x00-\x7f]*$/.test(plain) ? plain : plain.normalize("NFKD").replace(/\p{Mn}/gu, "");
  return bare.toLowerCase().replace(/ß/g, "ss").replace(/\s+/g, " ").trim();
}

function wordsOf(text) {
  const folded = fold(text);
  if (!MAY_BE_SPECIAL.test(folded)) return (folded.match(WORD) || []).map((word) => word.slice(0, LONGEST_WORD));
  const found = [];
  let start = 0;
  for (const special of folded.matchAll(SPECIAL)) {
    found.push(...(folded.slice(start, special.index).match(WORD) || []), ...specialWords(special));
    start = special.index + special[0].length;
  }
  found.push(...(folded.slice(start).match(WORD) || []));
  return found.map((word) => word.slice(0, LONGEST_WORD));
}

function specialWords(special) {
  if (special.groups.figure) return [special[0].replace(/,/g, "")];
  if (special.groups.delta) return ["δe", "delta", "e"];
  const within = special.groups.within;
  if (within) return [`±${within}`, within];
  return [special[0].replace(/ /g, ""), ...(special[0].match(PART) || [])];
}

// M. F. Porter, "An algorithm for suffix stripping" (1980), in the form of Whoosh that the command line uses; the order
// of the suffixes in a pattern is part of it.
const C = "[^aeiouy]+", V = "[aeiou]+";
const ONE_SYLLABLE = RegExp(`^(${C})?${V}${C}`);
const EXACTLY_ONE = RegExp(`^(${C})?${V}${C}(${V})?$`);
const TWO_SYLLABLES = RegExp(`^(${C})?${V}${C}${V}${C}`);
const HAS_VOWEL = RegExp(`^(${C})?[aeiouy]`);
const SHORT = RegExp(`^${C}[aeiouy][^aeiouwxy]$`);
const STEP_2 = {
  ational: "ate", tional: "tion", enci: "ence", anci: "ance", izer: "ize", bli: "ble", alli: "al", entli: "ent",
  eli: "e", ousli: "ous", ization: "ize", ation: "ate", ator: "ate", alism: "al", iveness: "ive", fulness: "ful",
  ousness: "ous", aliti: "al", iviti: "ive", biliti: "ble", logi: "log",
};
const STEP_3 = { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "" };
const STEP_4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;
const STEPS_2_AND_3 = [STEP_2, STEP_3].map((endings) => [RegExp(`^(.+?)(${Object.keys(endings).join("|")})$`), endings]);
const PLAIN = new Map(R.forms.split(",").map((forms) => forms.trim().split(" ")).flatMap(([plain, ...others]) => others.map((form) => [form, plain])));
const ADJECTIVES = new Set(R.adjectives.split(" ")), PARTICLES = new Set(R.particles.split(" "));
const stems = new Map();

function stem(word) {
  let known = stems.get(word);
  if (known === undefined) {
    const plain = plainForm(word);
    stems.set(word, (known = plain.length < 3 || PARTICLES.has(plain) ? plain : stripped(plain)));
  }
  return known;
}

// `send` of `sent`, `thin` of `thinnest`, `die` of `dies`.
function plainForm(word) {
  if (PLAIN.has(word)) return PLAIN.get(word);
  if (/e(r|st)$/.test(word)) {
    const root = word.replace(/est$|er$/, "");
    return [root, root + "e", root.slice(0, -1), root.slice(0, -1) + "y"].find((each) => ADJECTIVES.has(each)) || word;
  }
  return word.length === 4 && word.endsWith("ies") ? word.slice(0, -1) : word;
}

function stripped(word) {
  const y = word[0] === "y";
  let w = withoutPlural(y ? "Y" + word.slice(1) : word);
  w = withoutEdAndIng(w);
  if (w.endsWith("y") && HAS_VOWEL.test(w.slice(0, -1))) w = w.slice(0, -1) + "i";
  for (const [pattern, endings] of STEPS_2_AND_3) {
    const found = w.match(pattern);
    if (found && ONE_SYLLABLE.test(found[1])) w = found[1] + endings[found[2]];
  }
  w = withoutLastSuffix(w);
  if (w.endsWith("ll") && TWO_SYLLABLES.test(w)) w = w.slice(0, -1);
  return y ? "y" + w.slice(1) : w;
}

function withoutPlural(w) {
  if (!w.endsWith("s")) return w;
  if (w.endsWith("sses") || w.endsWith("ies")) return w.slice(0, -2);
  return w[w.length - 2] === "s" ? w : w.slice(0, -1);
}

function withoutEdAndIng(w) {
  if (w.endsWith("eed")) return ONE_SYLLABLE.test(w.slice(0, -3)) ? w.slice(0, -1) : w;
  const found = w.match(/^(.*)(ed|ing)$/);
  if (!found || !HAS_VOWEL.test(found[1])) return w;
  const left = found[1];
  if (/^(at|bl|iz)$/.test(left)) return left + "e";
  if (/^([^aeiouylsz])\1$/.test(left)) return left.slice(0, -1);
  return SHORT.test(left) ? left + "e" : left;
}

function withoutLastSuffix(word) {
  let w = word;
  const found = w.match(STEP_4);
  const ion = found ? null : w.match(/^(.+?)(s|t)(ion)$/);
  const left = found ? found[1] : ion ? ion[1] + ion[2] : "";
  if (left && TWO_SYLLABLES.test(left)) w = left;
  if (!w.endsWith("e") || w.length < 2) return w;
  const rest = w.slice(0, -1);
  return TWO_SYLLABLES.test(rest) || (EXACTLY_ONE.test(rest) && !SHORT.test(rest)) ? rest : w;
}

// What customers say in other words: for each answer its wordings, cut into words (kb.render.packed_words).
function unpacked({ words, width, said }) {
  const figures = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((sign) => !`"&'<>\\`.includes(sign));
  const value = new Map(figures.map((sign, at) => [sign, at]));
  let last = "";
  const list = words.split(" ").map((short) => (last = [...last].slice(0, parseInt(short[0], 36)).join("") + short.slice(1)));
  const wordAt = (signs) => list[[...signs].reduce((place, sign) => place * figures.length + value.get(sign), 0)];
  const cut = RegExp(`.{${width}}`, "g");
  return said.map((texts) => texts.split(" ").map((text) => (text.match(cut) || []).map(wordAt)));
}
