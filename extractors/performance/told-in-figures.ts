/**
 * Figures of statement tables and prose that name a project → mentions of projects. A row is one project; rows that their followers
 * add up to are categories (通用项目, 委托咨询业务). Figures inside an indicator's words are not the project's money.
 */

import { compact } from '../../normalizers/fold.ts';
import type { Figure, TableReading } from '../../pipeline/model/figure.ts';
import { decimalText } from '../../pipeline/model/figure.ts';
import type { Grid } from '../../pipeline/model/layout.ts';
import type { Money } from '../../pipeline/model/money.ts';
import type { Outline } from '../../pipeline/model/outline.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import { leavesOf } from './categories.ts';
import type { ProjectMention } from './form.ts';
import { isNoProject } from './no-project.ts';
import { projectKey } from './project-name.ts';
import { inProjectReport } from './project-report.ts';
import { isScore } from './told-scores.ts';

const isFunds = ({ concept, component, project }: Figure) =>
  concept === 'project.funds' && component === null && project !== null;

/** @returns one mention for each row that names a project, in reading order */
export function projectsInTables(tables: ReadonlyMap<Grid, TableReading>): readonly ProjectMention[] {
  return [...tables.values()].flatMap(({ figures }) => {
    const rows: Figure[][] = [];
    for (const figure of figures.filter(isFunds)) {
      const last = rows.at(-1);
      const again = last?.some(({ basis, measure }) => basis === figure.basis && measure === figure.measure);
      if (last?.[0]?.project === figure.project && again === false) last.push(figure);
      else rows.push([figure]);
    }
    const mentions = rows.flatMap((row) => mentionOf(row) ?? []);
    return leavesOf(mentions, ({ budget, actual, initialBudget }) => (budget ?? initialBudget ?? actual)?.fen ?? null);
  });
}

const partOpens = /其中|\(含/g;

/**
 * @param prose figures that stand in no indicator
 * @param known projects told of elsewhere: a sum inside theirs is a part, no project
 */
export function projectsInProse(
  prose: readonly Figure[],
  { sections }: Outline,
  facts: Pick<DocumentFacts, 'kind'>,
  known: readonly ProjectMention[],
): readonly ProjectMention[] {
  const keys = new Set(known.map(({ name }) => projectKey(name)));
  const isKnown = ({ project }: Figure) => keys.has(projectKey(project ?? ''));
  const funds = prose.filter((figure) => isFunds(figure) && !isNoProject(figure.project ?? '', facts.kind));
  const heads = new Set(
    [...known.map(({ name }) => name), ...funds.map(({ project }) => project ?? '')].map(projectKey),
  );
  const named = funds.filter(
    (figure) => isKnown(figure) || !(isPart(figure, heads) || inProjectReport(sections[figure.section], sections)),
  );
  const runs: Figure[][] = [];
  for (const figure of named) {
    const key = projectKey(figure.project ?? '');
    const home = runs.find((run) => projectKey(run[0]?.project ?? '') === key && accepts(run, figure));
    if (home === undefined) runs.push([figure]);
    else home.push(figure);
  }
  return runs.flatMap((run) => {
    const scores = prose.filter((figure) => isScore(figure) && figure.project === run[0]?.project);
    const mention = mentionOf([...run, ...scores]);
    const some = moneysOf(mention).some(({ fen }) => fen !== 0n);
    return mention !== null && some ? [mention] : [];
  });
}

const moneysOf = (mention: ProjectMention | null) =>
  mention === null ? [] : [mention.initialBudget, mention.budget, mention.actual].filter((one) => one !== null);

/** Named after 其中 in the sentence of another project. */
function isPart({ mention, project }: Figure, heads: ReadonlySet<string>): boolean {
  if (mention === null) return false;
  const before =
    compact(mention.passage.text.slice(0, mention.from))
      .split(/[。；]/)
      .at(-1) ?? '';
  const opened = [...before.matchAll(partOpens)].at(-1);
  const head = opened === undefined ? '' : before.slice(0, opened.index);
  return [...heads].some((key) => key.length >= 4 && key !== projectKey(project ?? '') && head.includes(key));
}

/** A run is one project's: a second, different budget begins another. */
function accepts(run: readonly Figure[], figure: Figure): boolean {
  if (figure.measure !== 'amount' || figure.value.kind !== 'money') return true;
  const { fen } = figure.value.money;
  return run.every(
    ({ measure, basis, value }) =>
      measure !== 'amount' ||
      basis !== figure.basis ||
      value.kind !== 'money' ||
      value.money.fen === fen ||
      basis === 'actual',
  );
}

function mentionOf(figures: readonly Figure[]): ProjectMention | null {
  const [first] = figures;
  if (first === undefined || first.project === null) return null;
  const money = (...bases: readonly Figure['basis'][]): Money | null => {
    for (const basis of bases) {
      const found = figures.find(
        (one) => one.basis === basis && one.measure === 'amount' && one.value.kind === 'money',
      );
      if (found?.value.kind === 'money') return found.value.money;
    }
    return null;
  };
  const plain = (wanted: Figure['measure']): string | null => {
    const value = figures.find(({ measure, basis }) => measure === wanted && basis !== 'received')?.value;
    return value?.kind === 'number' ? decimalText(value.number) : null;
  };
  const mention = {
    name: first.project,
    fiscalYear: first.fiscalYear,
    initialBudget: money('initial_budget'),
    budget: money('adjusted_budget', 'budget'),
    actual: money('actual'),
    executionRate: plain('completion_rate'),
    score: plain('score'),
    section: first.section,
    words: first.words,
    quote: first.quote,
  };
  return mention.initialBudget === null && mention.budget === null && mention.actual === null ? null : mention;
}
