// One field of all answers, scored by BM25 (kb.search.scoring, .nearby), and how much a word counts. Knows no question.

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
  get average() {
    return Math.max(this.total / this.lengths.length, 1);
  }
  score(scores, term, weight, only, average = this.average) {
    const found = this.postings.get(term);
    if (!found) return;
    const met = only ? [...found].filter(([place]) => only.has(place)) : [...found];
    const most = weight * (R.k1 + 1) * idf(this.lengths.length, met.length);
    for (const [place, count] of met) {
      add(scores, place, (most * count) / (count + R.k1 * (1 - R.b + (R.b * this.lengths[place]) / average)));
    }
  }
}

const pairsOf = (terms) => terms.slice(1).map((term, at) => `${terms[at]} ${term}`);
