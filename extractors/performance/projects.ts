/**
 * Everything that is said of projects → each project once. Hard because one project is named in several ways (安全生产专项, 安全生产专项资金)
 * and two projects may bear one name: names decide where they are equal, money where they are only alike, and money keeps apart.
 */
import type { Money } from '../../pipeline/model/money.ts';
import type { Project } from '../../pipeline/model/performance.ts';
import type { ProjectMention } from './form.ts';
import { kinship, projectKey } from './project-name.ts';

/** Who tells of its money: a form or table knows best, then lists of funds, sentences, and last the cost line of its indicators. */
export type Witness = 'form' | 'table' | 'funds' | 'prose' | 'list';

export interface ToldProject {
  readonly mention: ProjectMention;
  readonly witness: Witness;
}

const trust: readonly Witness[] = ['form', 'table', 'funds', 'prose', 'list'];

/** Who names it in a heading or label of its own. */
const namers: readonly Witness[] = ['form', 'table', 'list'];

interface Group {
  readonly told: ToldProject[];
}

/**
 * @param told mentions in reading order
 * @returns projects in order of their first mention, and for every mention the index of its project
 */
export function gatherProjects(told: readonly ToldProject[]): {
  readonly projects: readonly Project[];
  readonly projectOf: ReadonlyMap<ProjectMention, number>;
} {
  const groups: Group[] = [];
  const ordered = [...told].sort((a, b) => trust.indexOf(a.witness) - trust.indexOf(b.witness));
  for (const one of ordered) {
    const same = groups.filter((group) => group.told.every((other) => fits(one, other, 'same')) && named(one, group));
    const alike = groups.filter(
      (group) => group.told.some((other) => fits(one, other, 'alike')) && !atOdds(one, group),
    );
    const home = same[0] ?? (alike.length === 1 ? alike[0] : undefined);
    if (home === undefined) groups.push({ told: [one] });
    else home.told.push(one);
  }
  const place = new Map(told.map((one, i) => [one, i]));
  const first = ({ told: all }: Group) => Math.min(...all.map((one) => place.get(one) ?? 0));
  groups.sort((a, b) => first(a) - first(b));
  const projectOf = new Map(groups.flatMap((group, i) => group.told.map(({ mention }) => [mention, i] as const)));
  return { projects: groups.map((group) => merged(group)), projectOf };
}

const named = ({ mention }: ToldProject, group: Group) =>
  group.told.some((other) => kinship(mention.name, other.mention.name) === 'same');

function fits(one: ToldProject, other: ToldProject, how: 'same' | 'alike'): boolean {
  if (conflict(one.mention, other.mention)) return false;
  const kin = kinship(one.mention.name, other.mention.name);
  if (how === 'same') return true;
  return kin !== 'none' && agree(one.mention, other.mention);
}

const atOdds = (one: ToldProject, group: Group) => group.told.some((other) => conflict(one.mention, other.mention));

const moneys = ['initialBudget', 'budget', 'actual'] as const;

/** The same kind of budget with another amount: two projects, though of one name. */
function conflict(a: ProjectMention, b: ProjectMention): boolean {
  return (['initialBudget', 'budget'] as const).some((kind) => {
    const [one, other] = [a[kind], b[kind]];
    return one !== null && other !== null && !equal(one, other);
  });
}

/** Any amount in common. */
function agree(a: ProjectMention, b: ProjectMention): boolean {
  return moneys.some((mine) =>
    moneys.some((theirs) => {
      const [one, other] = [a[mine], b[theirs]];
      return one !== null && other !== null && one.fen !== 0n && equal(one, other);
    }),
  );
}

/** As far as both are printed: 6600万元 and 66000000元. */
function equal(one: Money, other: Money): boolean {
  const place = BigInt(Math.max(one.place, other.place, -2) + 2);
  const difference = one.fen - other.fen;
  return (
    (difference < 0n ? -difference : difference) * 2n <= (place > 2n && one.place !== other.place ? 10n ** place : 0n)
  );
}

function merged({ told }: Group): Project {
  const [best, ...rest] = told;
  if (best === undefined) throw new Error('a project without a mention');
  const all = [best, ...rest].map(({ mention }) => mention);
  const pick = <K extends keyof ProjectMention>(key: K) => all.find((one) => one[key] !== null)?.[key] ?? null;
  const finest = (key: (typeof moneys)[number]) => {
    const money = pick(key);
    const same =
      money === null ? [] : all.flatMap((one) => (one[key] !== null && equal(one[key], money) ? [one[key]] : []));
    return same.reduce((best, one) => (best === null || one.place < best.place ? one : best), money);
  };
  const initialBudget = finest('initialBudget');
  const { name, section, words, quote } = (
    told.find(({ witness }) => namers.includes(witness)) ??
    plainest(told) ??
    best
  ).mention;
  return {
    name,
    aliases: [...new Set(all.map((one) => one.name))].filter((other) => other !== name && !sameName(other, name)),
    fiscalYear: pick('fiscalYear'),
    initialBudget,
    budget: finest('budget') ?? initialBudget,
    actual: finest('actual'),
    executionRate: pick('executionRate'),
    score: pick('score'),
    section,
    words,
    quote,
  };
}

/** Of names in sentences the shortest: 森林火灾应急演练资金, not 省厅增拨的森林火灾应急演练资金. */
const plainest = (told: readonly ToldProject[]) =>
  told.reduce<ToldProject | undefined>(
    (best, one) => (best === undefined || one.mention.name.length < best.mention.name.length ? one : best),
    undefined,
  );

const sameName = (one: string, other: string) =>
  one === other || (projectKey(one) === projectKey(other) && one.length === other.length);
