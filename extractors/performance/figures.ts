/**
 * Statements of projects' numbers → figures, and these with the figures of the prose: where both read one place, the prose keeps it if it
 * says the same, and yields where it did not know that the words name a project.
 */
import { conceptLabel } from '../../normalizers/concepts.ts';
import { tidy } from '../../normalizers/fold.ts';
import type { Figure } from '../../pipeline/model/figure.ts';
import type { AmountMention } from '../../pipeline/model/reading.ts';
import { kinship } from './project-name.ts';
import type { Statement } from './statements.ts';

/** Characters of a quote before the number. */
const quoted = 60;

/**
 * @param nameOf the name that the project's record bears
 * @returns one figure for each statement, the same place and meaning once
 */
export function formFigures(
  statements: readonly Statement[],
  fiscalYear: number | null,
  nameOf: (told: string) => string,
): readonly Figure[] {
  const seen = new Set<string>();
  return statements.flatMap((one) => {
    const { passage, from, to, concept, basis, measure, value, source, section } = one;
    const words = passage.cut(from, to);
    const key = `${words.spans[0].start} ${concept} ${basis} ${measure}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const project = one.project === null ? null : nameOf(one.project);
    return [
      {
        ...{ concept, basis, measure, fiscalYear, project, source, section, words },
        ...{
          component: null,
          function: null,
          economic: null,
          governmentCode: null,
          agency: one.agency ?? null,
          mention: null,
        },
        stated: one.project ?? conceptLabel(concept) ?? '',
        label: conceptLabel(concept),
        value: 'money' in value ? { kind: 'money', ...value } : { kind: 'number', ...value },
        quote: quoteOf(one),
        at: one.cell === undefined ? { kind: 'prose', passage, from, to } : { kind: 'cell', ...placeIn(one.cell) },
      },
    ];
  });
}

const placeIn = ({ grid, row, column }: NonNullable<Statement['cell']>) => ({ grid, row, column });

/** The clause before the number, and the number; in a table the project's name or the row's label before it. */
function quoteOf({ passage, from, to, project, source, cell }: Statement): string {
  if (cell !== undefined) return tidy(`${cell.label} ${passage.text.slice(from, to)}`);
  const clause =
    passage.text
      .slice(Math.max(0, from - quoted), to)
      .split(/[。；，]/)
      .at(-1) ?? '';
  return tidy(source === 'table' ? `${project ?? ''} ${clause}` : clause);
}

/**
 * @param prose figures of the prose
 * @param statedFigures figures of statements
 * @param mentions the document's amounts, by which the figures are found again
 * @returns both, each place once
 */
export function withProjectFigures(
  prose: readonly Figure[],
  statedFigures: readonly Figure[],
  mentions: readonly AmountMention[],
): readonly Figure[] {
  const own = statedFigures.map((figure) => withBasis(figure, [...prose, ...statedFigures]));
  const placed = new Map(own.map((figure) => [figure, prose.filter((other) => overlap(figure, other))] as const));
  const said = new Set(own.filter((figure) => placed.get(figure)?.some((other) => agrees(figure, other))));
  const replaced = new Set(
    own.flatMap((figure) => {
      const others = placed.get(figure) ?? [];
      return others.some((other) => agrees(figure, other))
        ? []
        : others.filter((other) => !own.some((one) => agrees(one, other) && overlap(one, other)));
    }),
  );
  const added = own.flatMap((figure) =>
    said.has(figure) ? [] : [{ ...figure, mention: mentionAt(figure, mentions) }],
  );
  return [...prose.filter((figure) => !replaced.has(figure)), ...added];
}

/** 预算数 alone is the budget that the same amount is called elsewhere: 年初预算, 全年预算. */
function withBasis(figure: Figure, others: readonly Figure[]): Figure {
  if (figure.basis !== 'budget' || figure.value.kind !== 'money' || figure.concept !== 'project.funds') return figure;
  const { fen } = figure.value.money;
  const same = others.find(
    ({ concept, basis, measure, value, project }) =>
      concept === figure.concept &&
      measure === 'amount' &&
      /_budget$/.test(basis) &&
      value.kind === 'money' &&
      value.money.fen === fen &&
      kinship(project ?? '', figure.project ?? '') !== 'none',
  );
  return same === undefined ? figure : { ...figure, basis: same.basis };
}

function overlap(one: Figure, other: Figure): boolean {
  const [a, b] = [one.at, other.at];
  return a.kind === 'prose' && b.kind === 'prose' && a.passage === b.passage && a.from < b.to && b.from < a.to;
}

/** The same meaning of the same number. */
const agrees = (one: Figure, other: Figure): boolean =>
  one.concept === other.concept &&
  one.measure === other.measure &&
  (one.basis === other.basis || (one.basis === 'budget' && /_budget$/.test(other.basis))) &&
  kinship(one.project ?? '', other.project ?? '') !== 'none';

function mentionAt({ at }: Figure, mentions: readonly AmountMention[]): AmountMention | null {
  if (at.kind !== 'prose') return null;
  return mentions.find(({ passage, from, to }) => passage === at.passage && from < at.to && at.from < to) ?? null;
}
