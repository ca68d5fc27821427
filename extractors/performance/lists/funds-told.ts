/** A project's money at one place of the prose: the amount, and what the same sentence says after it. */
import { tidy } from '../../../normalizers/fold.ts';
import { arabicAmount, hanAmount, readMoney } from '../../../normalizers/money.ts';
import type { Money } from '../../../pipeline/model/money.ts';
import type { Section } from '../../../pipeline/model/outline.ts';
import type { Passage } from '../../../pipeline/model/passage.ts';
import type { DocumentFacts } from '../../../pipeline/model/reading.ts';
import type { ProjectMention } from '../form.ts';
import { fundsStatements, type PlacedFunds, type Statement } from '../statements.ts';
import { fundsIn } from './funds-terms.ts';

export type Facts = Pick<DocumentFacts, 'fiscalYear' | 'kind'>;

/** Money said of a project at one place. */
export interface ToldFunds {
  readonly mention: ProjectMention;
  readonly statements: readonly Statement[];
}

/** A money expression in folded words. */
export const amount = `(?:${arabicAmount}|${hanAmount})`;

/**
 * What follows in the same sentence: 支出15.2万元, 结转0.8万元; （年初预算96万元，财政拨付40.5万元）.
 * @param first the amount right before
 */
export function moneyAfter(text: string, from: number, to: number, first: PlacedFunds): PlacedFunds {
  const rest = text.slice(from, to);
  const aside = /^\([^()]{4,60}\)/.exec(rest)?.[0].length ?? 0;
  const spoken = aside > 0 ? rest.slice(1, aside - 1) : (rest.split(/[。；;]/)[0] ?? '');
  const base = from + (aside > 0 ? 1 : 0);
  let said: PlacedFunds = {};
  for (const clause of spoken.replace(/\([^()]*\)/g, (note) => ' '.repeat(note.length)).matchAll(/[^，]+/g)) {
    const words = clause[0].trimEnd();
    const printed = new RegExp(`^[^\\d]{0,14}?(${amount})$`).exec(words)?.[1];
    const money = printed === undefined ? null : readMoney(printed);
    const funds = printed === undefined ? null : fundsIn(words.slice(0, words.length - printed.length));
    if (printed === undefined || money === null || funds === null) continue;
    const end = base + clause.index + words.length;
    said = { ...said, [funds]: said[funds] ?? { money, from: end - printed.length, to: end } };
  }
  return aside === 0 ? { ...said, ...first } : { ...first, ...said };
}

/** @param known the name a record already bears, and what words without an amount say was spent */
export function told(
  passage: Passage,
  from: number,
  to: number,
  section: Section,
  { fiscalYear, kind }: Facts,
  said: PlacedFunds,
  known?: { readonly name: string; readonly spent: Money | null },
): ToldFunds {
  const funds = kind === 'budget' ? planned(said) : said;
  const words = passage.cut(from, to);
  const name = known?.name ?? tidy(words.value);
  const mention = {
    name,
    fiscalYear,
    initialBudget: funds.initialBudget?.money ?? null,
    budget: funds.budget?.money ?? null,
    actual: funds.actual?.money ?? known?.spent ?? null,
    executionRate: null,
    score: null,
    section: section.index,
    words,
    quote: tidy(passage.text.slice(from, Math.min(passage.text.length, to + 60)).split('。')[0] ?? ''),
  };
  return { mention, statements: fundsStatements(name, section.index, passage, funds) };
}

/** In a budget nothing is spent yet: 项目支出 there is planned. */
function planned({ actual, ...rest }: PlacedFunds): PlacedFunds {
  return actual === undefined || rest.budget !== undefined ? rest : { ...rest, budget: actual };
}
