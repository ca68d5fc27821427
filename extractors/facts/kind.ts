/** What kind of report it is and whose figures it holds, from its title, else from its headings. */

import type { Outline } from '../../pipeline/model/outline.ts';
import type { Caliber, DocumentKind } from '../../pipeline/model/reading.ts';

/** In order: the first whose words the title holds. A self-evaluation of a budget is a self-evaluation. */
const titleKinds: readonly (readonly [DocumentKind, RegExp])[] = [
  // 财政决算 is a government's: departments have 部门决算, units 单位决算.
  [
    'budget_execution_report',
    /预算执行情况|[预决]算（?草案|财政(?:收支)?决算|预算调整方案|政府关于(?:(?!部门|单位|公开).){0,24}[预决]算的?报告/,
  ],
  ['budget_execution_report', /^(?:(?!部门|单位|局|校|院|中心|绩效).)*财政收支(?:运行)?情况/],
  ['performance_self_evaluation', /自评/],
  ['performance_evaluation', /绩效(?:评价|报告)|评价报告/],
  ['final_accounts', /决算/],
  ['budget', /预算|绩效目标/],
];

/** Headings speak for a kind by their number: a final account that annexes a self-evaluation stays a final account. */
const headingKinds: readonly (readonly [DocumentKind, RegExp, number])[] = [
  ['final_accounts', /决算.*说明|部门决算|决算表|收支决算|决算\d+表/, 3],
  ['budget', /预算.*说明|部门预算表|收支预算|预算安排|预算\d+表/, 3],
  ['performance_self_evaluation', /自评/, 1],
  ['performance_evaluation', /评价报告/, 1],
  ['budget_execution_report', /预算执行情况/, 1],
];

/**
 * @param title the printed title, or null
 * @param outline the sections
 * @returns `other` when neither title nor headings tell
 */
export function findKind(title: string | null, outline: Outline): DocumentKind {
  const titled = titleKinds.find(([, words]) => words.test(title ?? ''));
  if (titled !== undefined) return titled[0];
  const votes = headingKinds.map(([kind, words, weight]) => {
    const speaking = outline.sections.filter(
      ({ heading, level }) => heading !== null && level <= 2 && words.test(heading.value),
    );
    return { kind, votes: speaking.length * weight };
  });
  const best = votes.reduce((a, b) => (b.votes > a.votes ? b : a));
  return best.votes > 0 ? best.kind : 'other';
}

/** 部门 figures are consolidated (汇总), 单位 and 本级 figures are the unit's own. */
export function findCaliber(title: string | null): Caliber | null {
  if (title === null) return null;
  if (/单位(?:预算|决算)|本级|局机关/.test(title)) return 'own';
  return /部门(?:预算|决算)|汇总/.test(title) ? 'consolidated' : null;
}

/** The standard name of a kind, for titles that are not printed. */
export const kindNames: Readonly<Record<DocumentKind, string>> = {
  budget: '部门预算',
  final_accounts: '部门决算',
  performance_self_evaluation: '绩效自评报告',
  performance_evaluation: '绩效评价报告',
  budget_execution_report: '预算执行情况和预算草案报告',
  other: '报告',
};
