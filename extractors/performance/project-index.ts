/**
 * Groups of mentions found again by what a mention of the same project shares with them: a name, rare signs of a name that differs
 * in one, an amount. So each of a hundred thousand rows is compared with a few others and not with all.
 */
import type { Money } from '../../pipeline/model/money.ts';
import type { ProjectMention } from './form.ts';
import { moneys, stepOf } from './project-groups.ts';
import { commonShare, comparable, digitsOf, projectKey } from './project-name.ts';

/** What more groups have in common tells none from another; the longest report read has some two hundred projects in all. */
const mostAlike = 100;

export class ProjectIndex<G> {
  readonly #byName = new Map<string, Set<G>>();
  readonly #bySigns = new Map<string, Set<G>>();
  readonly #byMoney = new Map<string, Set<G>>();
  /** How often a sign stands in names. */
  readonly #common: ReadonlyMap<string, number>;
  /** Of amounts, the places to which they are printed. */
  readonly #places: readonly number[];
  readonly #keys = new Map<string, string>();

  /** @param mentions all that will be entered or looked up */
  constructor(mentions: readonly ProjectMention[]) {
    const common = new Map<string, number>();
    for (const name of new Set(mentions.map(({ name }) => name))) {
      for (const sign of this.#keyOf(name)) common.set(sign, (common.get(sign) ?? 0) + 1);
    }
    this.#common = common;
    this.#places = [...new Set(mentions.flatMap((mention) => amountsOf(mention).map(({ place }) => place)))];
  }

  enter(mention: ProjectMention, group: G): void {
    const key = this.#keyOf(mention.name);
    put(this.#byName, key, group);
    for (const signs of this.#signsOf(key)) put(this.#bySigns, signs, group);
    for (const { fen, place } of amountsOf(mention)) {
      put(this.#byMoney, String(fen), group);
      for (const other of this.#places) {
        const step = stepOf(Math.max(place, other));
        if (other !== place && step > 0n) put(this.#byMoney, `${place}/${other}/${fen / step}`, group);
      }
    }
  }

  /** @returns every group that may bear the name; of a name that very many bear, the first */
  ofName(mention: ProjectMention): ReadonlySet<G> {
    const key = this.#keyOf(mention.name);
    const found = new Set(this.#byName.get(key));
    for (const signs of this.#signsOf(key)) addFew(found, this.#bySigns.get(signs));
    return found;
  }

  /** @returns every group that may share an amount; none where very many do */
  ofMoney(mention: ProjectMention): ReadonlySet<G> {
    const found = new Set<G>();
    for (const { fen, place } of amountsOf(mention)) {
      addFew(found, this.#byMoney.get(String(fen)));
      for (const other of this.#places) {
        const step = stepOf(Math.max(place, other));
        if (other === place || step === 0n) continue;
        for (const near of [-1n, 0n, 1n]) addFew(found, this.#byMoney.get(`${other}/${place}/${fen / step + near}`));
      }
    }
    return found;
  }

  #keyOf(name: string): string {
    const known = this.#keys.get(name) ?? projectKey(name);
    this.#keys.set(name, known);
    return known;
  }

  /**
   * Names that differ in a sign share all but `commonShare` of their signs, so of the rarest ones, of which that share leaves no
   * more out, they share one.
   */
  #signsOf(key: string): readonly string[] {
    if (!comparable(key)) return [];
    const seen = new Map<string, number>();
    const signs = [...key].map((sign) => {
      const time = (seen.get(sign) ?? 0) + 1;
      seen.set(sign, time);
      return { sign: `${sign}${time}`, common: this.#common.get(sign) ?? 0 };
    });
    signs.sort((a, b) => a.common - b.common || (a.sign < b.sign ? -1 : 1));
    const rarest = signs.length - Math.ceil(signs.length * commonShare) + 1;
    const digits = digitsOf(key);
    return signs.slice(0, rarest).map(({ sign }) => `${digits}|${sign}`);
  }
}

const amountsOf = (mention: ProjectMention): readonly Money[] =>
  moneys.flatMap((kind) => {
    const money = mention[kind];
    return money === null || money.fen === 0n ? [] : [money];
  });

function put<G>(index: Map<string, Set<G>>, key: string, group: G): void {
  const held = index.get(key);
  if (held === undefined) index.set(key, new Set([group]));
  else if (held.size <= mostAlike) held.add(group);
}

function addFew<G>(found: Set<G>, held: ReadonlySet<G> | undefined): void {
  if (held !== undefined && held.size <= mostAlike) for (const group of held) found.add(group);
}
