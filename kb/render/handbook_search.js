// Ranks answers for a question as kb.search does: BM25 over title and text, pairs of neighbours, the glossary's
// synonyms, spelling against the answers' own words. Knows no page. `R` holds the figures (kb.search.portable).

const setOf = (words) => new Set(words.split(" "));
const STOP = setOf(R.stop), SMALL = new Set([...STOP, ...setOf(R.small)]), VAGUE = setOf(R.vague);
const share = (word) => (SMALL.has(word) ? R.smallShare : VAGUE.has(word) ? R.vagueShare : 1);
const textWords = (words) => words.filter((word) => word.length > 1 && !STOP.has(word));
const add = (counts, key, by = 1) => counts.set(key, (counts.get(key) || 0) + by);
const idf = (documents, held) => (held ? Math.log(1 + (documents - held + 0.5) / (held + 0.5)) : 0);

// One field of all answers: how often each term or pair occurs in each, and how long each is.
class Field {
  constructor() {
    this.postings = new Map();
    this.lengths = [];
    this.total = 0;
  }
  put(place, terms, length = terms.length) {
    this.lengths[place] = length;
    this.total += length;
    for (const term of terms) {
      if (!this.postings.has(term)) this.postings.set(term, new Map());
      add(this.postings.get(term), place);
    }
  }
  held(term) {
    return this.postings.has(term) ? this.postings.get(term).size : 0;
  }
  score(scores, term, weight, only) {
    const found = this.postings.get(term);
    if (!found) return;
    const met = only ? [...found].filter(([place]) => only.has(place)) : [...found];
    const average = Math.max(this.total / this.lengths.length, 1);
    const most = weight * (R.k1 + 1) * idf(this.lengths.length, met.length);
    for (const [place, count] of met) {
      add(scores, place, (most * count) / (count + R.k1 * (1 - R.b + (R.b * this.lengths[place]) / average)));
    }
  }
}

const pairsOf = (terms) => terms.slice(1).map((term, at) => `${terms[at]} ${term}`);

// `answers`: each {title, body, wordings}, the wordings cut into words already.
class Search {
  constructor(answers) {
    this.count = answers.length;
    this.title = new Field();
    this.text = new Field();
    this.titlePairs = new Field();
    this.textPairs = new Field();
    this.words = new Set();
    this.near = new Map();
    answers.forEach((answer, place) => this.put(answer, place));
    this.glossary = R.synonyms.map((entry) => entry.map((phrase) => wordsOf(phrase)));
    this.glossaryWords = new Set(this.glossary.flat(2));
    this.glossaryStems = new Set([...this.glossaryWords].map(stem));
  }

  put(answer, place) {
    const title = wordsOf(answer.title), body = wordsOf(answer.body);
    const wordings = answer.wordings.split("\n").map((text) => text.split(" ").filter(Boolean));
    const texts = [title, ...wordings, body];
    for (const word of texts.flat()) if (word.length > 2 && word.length < 31 && /^\p{L}+$/u.test(word)) this.words.add(word);
    const inTitle = title.map(stem), inTexts = texts.map((words) => textWords(words).map(stem));
    this.title.put(place, inTitle);
    this.text.put(place, inTexts.flat());
    this.titlePairs.put(place, pairsOf(inTitle), inTitle.length);
    this.textPairs.put(place, inTexts.flatMap(pairsOf), inTexts.flat().length);
  }

  // {answered, corrections, ranked: [[place, score], …]}; null where nothing is left to search for.
  // `typing`: the last word may be unfinished.
  find(text, typing = false) {
    const typed = text.slice(0, R.characters).normalize("NFC");
    const words = wordsOf(typed).slice(0, R.terms);
    if (words.every((word) => SMALL.has(word))) return null;
    const meant = this.meant(words, typing && /[\p{L}\p{N}]$/u.test(typed));
    const likeliest = words.map((word) => (meant.has(word) ? meant.get(word)[0] : word));
    const question = { title: new Map(), text: new Map(), ways: new Map() };
    for (const word of words) this.weigh(question, meant.get(word) || [word], meant.has(word));
    for (const word of likeliest) if (!SMALL.has(word) && word.length > 1) question.ways.set(word, [[stem(word)]]);
    this.addSynonyms(question, likeliest);
    const ranked = this.rank(question, likeliest);
    const corrections = [...meant].filter(([word, near]) => !near[0].startsWith(word)).map(([word, near]) => [word, near[0]]);
    return { ranked, corrections, answered: this.isAnswered(question, ranked) };
  }

  rank(question, likeliest) {
    const scores = new Map();
    for (const [term, boost] of question.title) this.title.score(scores, term, boost * R.title);
    for (const [term, boost] of question.text) this.text.score(scores, term, boost * R.text);
    const best = new Set([...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 50).map(([place]) => place));
    for (const pair of telling2(likeliest)) this.titlePairs.score(scores, pair, R.titlePairs, best);
    for (const pair of telling2(textWords(likeliest))) this.textPairs.score(scores, pair, R.textPairs, best);
    return [...scores].filter(([place]) => best.has(place)).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  weigh(question, candidates, unsure) {
    candidates.slice(0, R.shares.length).forEach((candidate, at) => {
      const weight = (unsure ? R.shares[at] : 1) * share(candidate), term = stem(candidate);
      add(question.title, term, weight);
      if (textWords([candidate]).length) add(question.text, term, weight);
    });
  }

  knows(word) {
    return SMALL.has(word) || this.title.held(stem(word)) > 0 || this.text.held(stem(word)) > 0;
  }

  // What each word may mean that neither the answers nor the glossary know; an unfinished one, what it may become.
  meant(words, unfinished) {
    const found = new Map();
    words.forEach((word, at) => {
      if (found.has(word) || this.knows(word) || this.glossaryWords.has(word) || this.glossaryStems.has(stem(word))) return;
      const begun = unfinished && at === words.length - 1 && word.length > 1 ? this.begunWith(word) : [];
      const near = begun.length ? begun : /^\p{L}{4,}$/u.test(word) ? this.nearest(word) : [];
      const one = new Map();
      for (const each of near) if (!one.has(stem(each))) one.set(stem(each), each);
      if (one.size) found.set(word, [...one.values()].slice(0, R.shares.length));
    });
    return found;
  }

  frequency(word) {
    return SMALL.has(word) ? 0 : this.text.held(stem(word)) || (this.glossaryWords.has(word) ? 1 : 0);
  }

  begunWith(word) {
    const found = [...this.words, ...this.glossaryWords].filter((each) => each.startsWith(word) && this.frequency(each));
    return found.sort((a, b) => this.frequency(b) - this.frequency(a) || (a < b ? -1 : 1));
  }

  nearest(word) {
    if (!this.near.has(word)) this.near.set(word, this.lookedUp(word));
    return this.near.get(word);
  }

  lookedUp(word) {
    const found = [];
    for (const each of new Set([...this.words, ...this.glossaryWords])) {
      const slips = slipsBetween(word, each);
      if (slips && this.frequency(each)) found.push([each[0] !== word[0] ? 1 : 0, slips, -this.frequency(each), each]);
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1));
    return found.map((each) => each[3]);
  }

  addSynonyms(question, words) {
    const stemsOf = words.map(stem);
    for (const entry of this.glossary) {
      const phrases = entry.map((phrase) => phrase.map(stem)).filter((phrase) => phrase.length);
      const said = phrases.filter((phrase) => holds(stemsOf, phrase));
      if (!said.length) continue;
      const longest = said.reduce((a, b) => (b.length > a.length ? b : a));
      for (const other of phrases) if (!said.some((phrase) => same(phrase, other))) this.addSynonym(question, words, longest, other);
    }
  }

  addSynonym(question, words, said, other) {
    const inUse = telling(said).every((term) => this.text.held(term));
    const weight = (inUse ? R.synonymShare : R.onlySynonymShare) / other.length;
    for (const term of other) {
      for (const boosts of [question.title, question.text]) if (!boosts.has(term)) boosts.set(term, weight);
    }
    for (const word of words) {
      if (question.ways.has(word) && said.includes(stem(word))) question.ways.get(word).push(telling(other));
    }
  }

  // As kb.search.evidence: the first answer holds what the question is about, or the rest matches strongly.
  isAnswered(question, ranked) {
    if (!ranked.length) return false;
    const [place, score] = ranked[0], mostIdf = Math.log(1 + (this.count + 0.5) / 0.5);
    const has = (term) => [this.text, this.title].some((field) => field.postings.has(term) && field.postings.get(term).has(place));
    let held = 0, asked = 0;
    for (const [word, ways] of question.ways) {
      const weight = this.weightOf(word, ways, mostIdf);
      asked += weight;
      if (ways.some((way) => way.every(has))) held += weight;
    }
    return (asked ? held / asked : 0) + R.strengthShare * Math.min(score / (R.strong * mostIdf), 1) >= R.enough;
  }

  weightOf(word, ways, mostIdf) {
    const of = (term) => Math.max(idf(this.count, this.text.held(term)), idf(this.count, this.title.held(term)));
    const known = ways.map((way) => Math.max(...way.map(of))).filter(Boolean);
    const weight = known.length ? Math.min(...known) : /\d/.test(word) ? 0 : mostIdf;
    return VAGUE.has(word) ? weight * R.vagueWeight : weight;
  }
}

const same = (a, b) => a.join(" ") === b.join(" ");
const holds = (stemsOf, phrase) => ` ${stemsOf.join(" ")} `.includes(` ${phrase.join(" ")} `);
function telling(phrase) {
  const left = phrase.filter((term) => !SMALL.has(term));
  return left.length ? left : phrase;
}

// Pairs of neighbours' stems, of which one at least says what the question is about.
function telling2(words) {
  return words.slice(1).flatMap((word, at) => (SMALL.has(word) && SMALL.has(words[at]) ? [] : [`${stem(words[at])} ${stem(word)}`]));
}

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
