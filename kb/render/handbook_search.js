// Ranks answers for a question as kb.search does: BM25 over title and text, pairs of neighbours, the glossary's
// synonyms, spelling against the answers' own words. Knows no page. `R` holds the figures (kb.search.portable).

// `answers`: each {title, body, wordings}, the wordings cut into words already.
class Search {
  constructor(answers) {
    this.count = answers.length;
    this.title = new Field();
    this.text = new Field();
    this.titlePairs = new Field();
    this.textPairs = new Field();
    this.words = new Set();
    this.hyphens = new Set(R.hyphens.split(" ").filter(Boolean));
    this.near = new Map();
    answers.forEach((answer, place) => this.put(answer, place));
    this.glossary = R.synonyms.map((entry) => entry.map((phrase) => wordsOf(phrase)));
    this.glossaryWords = new Set(this.glossary.flat(2));
    this.glossaryStems = new Set([...this.glossaryWords].map(stem));
    this.said = new Map(this.glossary.flat().flatMap((words) => words.slice(1).map((word, at) => [words[at] + word, [words[at], word]])));
    this.joined = new Map([...[...this.hyphens].map((word) => [word.replace(/-/g, ""), word.split("-")]), ...this.said]);
    this.known = new Set([...this.words, ...this.glossaryWords, ...this.joined.keys()]);
  }

  put(answer, place) {
    const title = wordsOf(answer.title), body = wordsOf(answer.body);
    const wordings = answer.wordings, texts = [title, ...wordings, body];
    for (const word of texts.flat()) if (word.length > 2 && word.length < 31 && /^\p{L}+$/u.test(word)) this.words.add(word);
    for (const text of [answer.title, answer.body]) for (const word of hyphenated(text)) this.hyphens.add(word);
    const inTitle = title.map(stem), inTexts = texts.map((words) => textWords(words).map(stem));
    this.title.put(place, inTitle);
    const again = wordings.flatMap((words) => words.filter((word) => !SMALL.has(word)).map(stem));
    this.text.put(place, [...again, ...inTexts.flat()]);
    this.titlePairs.put(place, pairsOf(inTitle), inTitle.length);
    this.textPairs.put(place, inTexts.flatMap(pairsOf), inTexts.flat().length);
  }

  // {answered, corrections, ranked: [[place, score], …]}; null where nothing is left to search for.
  // `typing`: the last word may be unfinished.
  find(text, typing = false) {
    const typed = text.slice(0, R.characters).normalize("NFC");
    const words = wordsOf(typed).slice(0, R.terms);
    if (words.every((word) => SMALL.has(word))) return null;
    const reading = this.read(words, typing && /[\p{L}\p{N}]$/u.test(typed));
    const likeliest = reading.words.map((meant) => meant[0][0]);
    const question = { title: new Map(), text: new Map(), ways: new Map() };
    for (const meant of [...reading.words, ...[...reading.joins.keys()].map((join) => [[join, R.joinShare]])]) weigh(question, meant);
    for (const word of likeliest) if (!SMALL.has(word) && word.length > 1) question.ways.set(word, [[stem(word)]]);
    for (const [join, parts] of reading.joins) {
      for (const word of parts) if (question.ways.has(word)) question.ways.get(word).push([stem(join)]);
    }
    this.addSynonyms(question, likeliest);
    const ranked = this.rank(question, likeliest);
    return { ranked, corrections: reading.corrections, answered: this.isAnswered(question, ranked) };
  }

  rank(question, likeliest) {
    const scores = new Map();
    for (const [term, boost] of question.title) this.title.score(scores, term, boost * R.title);
    for (const [term, boost] of question.text) this.text.score(scores, term, boost * R.text);
    const best = new Set([...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 50).map(([place]) => place));
    for (const pair of telling2(likeliest)) this.titlePairs.score(scores, pair, R.titlePairs, best, this.title.average);
    for (const pair of telling2(textWords(likeliest))) this.textPairs.score(scores, pair, R.textPairs, best, this.text.average);
    return [...scores].filter(([place]) => best.has(place)).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  knows(word) {
    return SMALL.has(word) || this.title.held(stem(word)) > 0 || this.text.held(stem(word)) > 0;
  }

  // What each word means here: itself, two words, another spelling, or what it was to be (kb.search.meaning).
  read(words, unfinished) {
    const respelt = new Map(), lost = [];
    for (const word of new Set(words)) {
      const known = this.knows(word), glossary = this.glossaryWords.has(word) || this.glossaryStems.has(stem(word));
      const parts = this.partsOf(word, known);
      if (parts) respelt.set(word, parts);
      else if (!known) {
        const here = glossary ? null : otherSpellings(word).find((each) => this.knows(each) || this.glossaryWords.has(each));
        if (here) respelt.set(word, [here]);
        else if (!glossary) lost.push(word);
      }
    }
    const { near, corrections } = this.meant(words, lost, unfinished);
    const read = words.flatMap((word, at) => {
      const parts = respelt.get(word);
      if (parts && !same(words.slice(at + 1, at + 1 + parts.length), parts)) return parts.map((part) => [[part, 1]]);
      return near.get(word) || [[[word, 1]]];
    });
    return { words: read, joins: this.joins(read.map((meant) => meant[0][0])), corrections };
  }

  partsOf(word, known) {
    if (word.length > 30 || (known && word.length < 6)) return null;
    const least = known ? 3 : 2;
    for (let at = least; at <= word.length - least; at++) {
      const parts = [word.slice(0, at), word.slice(at)];
      const said = this.said.get(word);
      if (!known && said && said[0] === parts[0]) return parts;
      if (this.text.held(stem(parts[0])) && this.textPairs.held(`${stem(parts[0])} ${stem(parts[1])}`)) return parts;
    }
    return null;
  }

  joins(words) {
    const found = new Map();
    words.slice(1).forEach((right, at) => {
      const left = words[at], long = Math.min(left.length, right.length) > 1 || /^\d+$/.test(right);
      if (long && !(SMALL.has(left) && SMALL.has(right)) && this.text.held(stem(left + right))) found.set(left + right, [left, right]);
    });
    return found;
  }

  // For lost words, what is searched instead (kb.search.unknown); for an unfinished one, what it may become. The command
  // leaves a real English word alone; its list of them would be a tenth of a handbook, and changed 1 of 148 questions.
  meant(words, lost, unfinished) {
    const near = new Map(), begun = new Set(), akin = new Set();
    for (const word of lost) {
      const last = unfinished && word === words[words.length - 1] && word.length > 1;
      const longer = last ? this.begunWith(word) : [];
      if (longer.length) begun.add(word);
      const found = longer.length ? longer : /^\p{L}{4,}$/u.test(word) ? this.nearest(word) : [];
      const one = new Map();
      for (const each of found) if (!one.has(stem(each))) one.set(stem(each), each);
      const best = [...one.values()].slice(0, R.shares.length);
      const relative = best.length || !/^\p{L}{4,}$/u.test(word) ? null : this.relative(word);
      if (relative) akin.add(word), near.set(word, [[[relative, R.familyShare]]]);
      if (!best.length) continue;
      const parts = longer.length ? null : this.joined.get(best[0]);
      near.set(word, parts ? parts.map((part) => [[part, 1]]) : [best.map((each, at) => [each, R.shares[at]])]);
    }
    const slips = [...near].filter(([word]) => !begun.has(word) && !akin.has(word));
    const corrections = slips.map(([word, read]) => [word, read.map((meant) => meant[0][0]).join(" ")]);
    return { near, corrections };
  }

  frequency(word) {
    if (SMALL.has(word)) return 0;
    const held = Math.min(...(this.joined.get(word) || [word]).map((part) => this.text.held(stem(part))));
    return held || (this.glossaryWords.has(word) || this.said.has(word) ? 1 : 0);
  }

  // A word of the same family, the one that shares most with it.
  relative(word) {
    const found = [...this.words].map((each) => [rootOf(word, each), each]).filter(([shared]) => shared);
    found.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1));
    return found.length ? found[0][1] : null;
  }

  begunWith(word) {
    const longer = [...this.known].filter((each) => each.startsWith(word) && !this.joined.has(each));
    const found = longer.map((each) => [this.frequency(each), each]).filter(([held]) => held);
    return found.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1)).map(([, each]) => each);
  }

  nearest(word) {
    if (!this.near.has(word)) this.near.set(word, this.lookedUp(word));
    return this.near.get(word);
  }

  lookedUp(word) {
    const found = [];
    for (const each of this.known) {
      const slips = slipsBetween(word, each);
      if (slips && this.frequency(each)) found.push([each[0] !== word[0] ? 1 : 0, slips, -this.frequency(each), each]);
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1));
    return found.map((each) => each[3]);
  }

  addSynonyms(question, words) {
    const stemsOf = words.map(stem);
    const joined = new Map(words.slice(1).map((word, at) => [words[at] + word, [words[at], word].map(stem)]));
    const found = [];
    for (const entry of this.glossary) {
      const phrases = new Map(entry.filter((phrase) => phrase.length).map((phrase) => [phrase.map(stem).join(" "), phrase.map(stem)]));
      const said = [...phrases.values()].filter((phrase) => holds(stemsOf, phrase));
      for (const phrase of entry) if (phrase.length === 1 && joined.has(phrase[0])) said.push(joined.get(phrase[0]));
      if (!said.length) continue;
      const longest = said.reduce((a, b) => (b.length > a.length ? b : a));
      const others = [...phrases.values()].filter((other) => !said.some((phrase) => same(phrase, other)));
      found.push(...others.map((other) => [longest, other]));
    }
    for (const [said, other] of found) this.addSynonym(question, words, said, other, found.filter(([each]) => same(each, said)).length);
  }

  addSynonym(question, words, said, other, alike) {
    const inUse = telling(said).every((term) => this.text.held(term));
    const weight = (inUse ? R.synonymShare : R.onlySynonymShare) / (other.length * Math.sqrt(alike));
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
    let held = 0, asked = 0;
    for (const [word, ways] of question.ways) {
      const weight = this.weightOf(word, ways, mostIdf);
      asked += weight;
      held += weight * Math.max(...ways.map((way) => Math.min(...way.map((term) => this.shareOf(term, place)))));
    }
    return (asked ? held / asked : 0) + R.strengthShare * Math.min(score / (R.strong * mostIdf), 1) >= R.enough;
  }

  // How much of a term an answer holds: what a long one has but once may be said by the way.
  shareOf(term, place) {
    const times = [this.text, this.title].map((field) => (field.postings.get(term) || new Map()).get(place) || 0);
    const length = times[0] ? this.text.lengths[place] : this.title.lengths[place];
    return times[0] + times[1] ? (times[0] + times[1]) / (times[0] + times[1] + Math.max(length - R.short, 0) / R.long) : 0;
  }

  weightOf(word, ways, mostIdf) {
    const of = (term) => Math.max(idf(this.count, this.text.held(term)), idf(this.count, this.title.held(term)));
    const known = ways.map((way) => Math.max(...way.map(of))).filter(Boolean);
    const weight = known.length ? Math.min(...known) : /\d/.test(word) ? 0 : mostIdf;
    return VAGUE.has(word) ? weight * R.vagueWeight : weight;
  }
}

function weigh(question, meant) {
  for (const [candidate, likelihood] of meant) {
    const weight = likelihood * share(candidate), term = stem(candidate);
    add(question.title, term, weight);
    if (textWords([candidate]).length) add(question.text, term, weight);
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

