/**
 * Everything that is said of projects → each project once. Hard because one project is named in several ways (安全生产专项, 安全生产专项资金)
 * and two projects may bear one name: names decide where they are equal, money where they are only alike, and money keeps apart.
 */
import type { Project } from '../../pipeline/model/performance.ts';
import type { ProjectMention } from './form.ts';
import { equal, Group, type moneys } from './project-groups.ts';
import { ProjectIndex } from './project-index.ts';
import { projectKey } from './project-name.ts';

/** Who tells of its money: a form or table knows best, then lists of funds, sentences, and last the cost line of its indicators. */
export type Witness = 'form' | 'table' | 'funds' | 'prose' | 'list';

export interface ToldProject {
  readonly mention: ProjectMention;
  readonly witness: Witness;
}

const trust: readonly Witness[] = ['form', 'table', 'funds', 'prose', 'list'];

/** Who names it in a heading or label of its own. */
const namers: readonly Witness[] = ['form', 'table', 'list'];

/**
 * @param told mentions in reading order
 * @returns projects in order of their first mention, and for every mention the index of its project
 */
export function gatherProjects(told: readonly ToldProject[]): {
  readonly projects: readonly Project[];
  readonly projectOf: ReadonlyMap<ProjectMention, number>;
} {
  const groups: Group<ToldProject>[] = [];
  const begun = new Map<Group<ToldProject>, number>();
  const index = new ProjectIndex<Group<ToldProject>>(told.map(({ mention }) => mention));
  const ordered = [...told].sort((a, b) => trust.indexOf(a.witness) - trust.indexOf(b.witness));
  for (const one of ordered) {
    const { mention } = one;
    const same = [...index.ofName(mention)]
      .sort((a, b) => (begun.get(a) ?? 0) - (begun.get(b) ?? 0))
      .find((group) => !group.isAtOdds(mention) && group.bearsName(mention.name));
    const home = same ?? onlyAlike(mention, index.ofMoney(mention)) ?? new Group<ToldProject>();
    if (!begun.has(home)) {
      begun.set(home, groups.length);
      groups.push(home);
    }
    home.add(one);
    index.enter(mention, home);
  }
  const place = new Map(told.map((one, i) => [one, i]));
  const first = new Map(
    groups.map((group) => [
      group,
      group.told.reduce((least, one) => Math.min(least, place.get(one) ?? 0), told.length),
    ]),
  );
  groups.sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0));
  const projectOf = new Map(groups.flatMap((group, i) => group.told.map(({ mention }) => [mention, i] as const)));
  return { projects: groups.map((group) => merged(group)), projectOf };
}

/** The one of the groups that is alike; where several are, it is none of them. */
function onlyAlike(mention: ProjectMention, groups: ReadonlySet<Group<ToldProject>>): Group<ToldProject> | undefined {
  let only: Group<ToldProject> | undefined;
  for (const group of groups) {
    if (group.isAtOdds(mention) || !group.isAlike(mention)) continue;
    if (only !== undefined) return undefined;
    only = group;
  }
  return only;
}

function merged({ told }: Group<ToldProject>): Project {
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
