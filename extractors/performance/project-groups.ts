/** Mentions of projects brought together: what they say of name and money, each once, however often it is told. */
import type { Money } from '../../pipeline/model/money.ts';
import type { ProjectMention } from './form.ts';
import { kinship } from './project-name.ts';

export const moneys = ['initialBudget', 'budget', 'actual'] as const;
const budgets = ['initialBudget', 'budget'] as const;

/** As far as both are printed: 6600万元 and 66000000元. */
export function equal(one: Money, other: Money): boolean {
  const difference = one.fen - other.fen;
  return (difference < 0n ? -difference : difference) * 2n <= tolerance(one.place, other.place);
}

/** Printed to different places, amounts are equal within the coarser one. */
function tolerance(one: number, other: number): bigint {
  return one === other ? 0n : stepOf(Math.max(one, other));
}

/** @param place of the last printed digit @returns one of it in fen, 0 where it is no more than a yuan */
export const stepOf = (place: number): bigint => (place > 0 ? 10n ** BigInt(place + 2) : 0n);

export class Group<T extends { readonly mention: ProjectMention }> {
  readonly told: T[] = [];
  /** Of mentions that say the same of name and money, one. */
  readonly #faces = new Map<string, ProjectMention>();
  readonly #budgets = new Map<string, ProjectMention>();
  readonly #names = new Set<string>();

  add(one: T): void {
    this.told.push(one);
    const { mention } = one;
    const budget = budgets.map((kind) => printOf(mention[kind])).join(' ');
    this.#faces.set(`${mention.name} ${budget} ${printOf(mention.actual)}`, mention);
    this.#budgets.set(budget, mention);
    this.#names.add(mention.name);
  }

  /** The same kind of budget with another amount: two projects, though of one name. */
  isAtOdds(mention: ProjectMention): boolean {
    return [...this.#budgets.values()].some((other) =>
      budgets.some((kind) => {
        const [a, b] = [mention[kind], other[kind]];
        return a !== null && b !== null && !equal(a, b);
      }),
    );
  }

  bearsName(name: string): boolean {
    return this.#names.has(name) || [...this.#names].some((other) => kinship(name, other) === 'same');
  }

  /** A name that is alike, and any amount in common. */
  isAlike(mention: ProjectMention): boolean {
    for (const other of this.#faces.values()) {
      if (agree(mention, other) && kinship(mention.name, other.name) !== 'none') return true;
    }
    return false;
  }
}

const printOf = (money: Money | null) => (money === null ? '-' : `${money.fen}/${money.place}`);

/** Any amount in common. */
function agree(a: ProjectMention, b: ProjectMention): boolean {
  return moneys.some((mine) =>
    moneys.some((theirs) => {
      const [one, other] = [a[mine], b[theirs]];
      return one !== null && other !== null && one.fen !== 0n && equal(one, other);
    }),
  );
}
