/** What the page says, in Chinese and English. */
import type { Basis, Measure } from '../../model/figure.ts';
import type { DocumentKind } from '../../model/reading.ts';
import type { RefusalCode } from '../../model/refusal.ts';
import type { Doubt } from '../../model/verdict.ts';
import type { FigureStatus, Report } from '../report.ts';

/** In Chinese, in English. */
export type Words = readonly [string, string];

export const kinds: Readonly<Record<DocumentKind, Words>> = {
  budget: ['预算', 'budget'],
  final_accounts: ['决算', 'final accounts'],
  performance_self_evaluation: ['绩效自评', 'performance self-evaluation'],
  performance_evaluation: ['绩效评价', 'performance evaluation'],
  budget_execution_report: ['预算执行情况', 'budget execution report'],
  other: ['其他', 'other'],
};

export const bases: Readonly<Record<Basis, Words>> = {
  initial_budget: ['年初预算', 'initial budget'],
  adjusted_budget: ['调整预算', 'adjusted budget'],
  budget: ['预算', 'budget'],
  received: ['到位', 'received'],
  actual: ['决算', 'actual'],
  carried_over: ['结转结余', 'carried over'],
  none: ['', ''],
};

export const measures: Readonly<Record<Measure, Words>> = {
  amount: ['', ''],
  change: ['增减额', 'change'],
  growth_rate: ['增减率', 'growth rate'],
  share: ['占比', 'share'],
  completion_rate: ['完成率', 'completion'],
  count: ['', ''],
  score: ['', ''],
};

export const statuses: Readonly<Record<FigureStatus, Words>> = {
  contradicted: ['矛盾', 'contradicted'],
  verified: ['相符', 'verified'],
  unchecked: ['未核对', 'unchecked'],
};

const doubtful: Words = ['读法存疑，请对照原件', 'it may be our own misreading, compare with the print'];
const doubts: Readonly<Record<Doubt, Words>> = {
  text: ['字', 'characters'],
  columns: ['栏', 'columns'],
  unit: ['单位', 'unit'],
  item: ['科目', 'item'],
  operand: ['所比的数', 'what is compared'],
};

export function doubtWords(doubt: Doubt): Words {
  const [chinese, english] = doubts[doubt];
  return [`${doubtful[0]}（${chinese}）`, `${doubtful[1]} (${english})`];
}

const refusals: Readonly<Partial<Record<RefusalCode, Words>>> = {
  encrypted: ['文件已加密。', 'The file is encrypted. '],
  damaged: ['文件损坏，读不出来。', 'The file is damaged. '],
  empty: ['文件里没有文字。', 'The file holds no text. '],
  'too-large': ['文件太大。', 'The file is too large. '],
  'unsupported-format': ['不是这里能读的文件。', 'Nothing that is read here. '],
  binary: ['不是文本。', 'No text. '],
  'unknown-encoding': ['编码无法识别。', 'Its encoding is not known. '],
};

export const refusalWords = (code: RefusalCode): Words => refusals[code] ?? ['读不了。', 'It cannot be read. '];

export const pageWords = (page: number): Words => [`第${page}页`, `page ${page}`];

export function factWords({ file, pages, facts }: Report): Words {
  const { agency, fiscalYear, kind } = facts;
  const known = (words: readonly (string | null)[]) => words.filter((one) => one !== null).join(' · ');
  const shared = [file, agency];
  return [
    known([...shared, fiscalYear === null ? null : `${fiscalYear}年`, kinds[kind][0], pages ? `${pages}页` : null]),
    known([...shared, fiscalYear?.toString() ?? null, kinds[kind][1], pages ? `${pages} pages` : null]),
  ];
}

/** A check of nothing is no comfort: how many figures took part is told as well. */
export function summaryWords({ figures, checked, verdicts }: Report): Words {
  if (figures.length === 0) return ['没有读出任何数，无可核对。', 'No figure was read, nothing to check.'];
  const count = (status: string) => verdicts.filter((verdict) => verdict.status === status).length;
  const share = Math.round((100 * checked) / figures.length);
  const [pass, fail, skipped] = [count('pass'), count('fail'), count('skipped')];
  return [
    `核对${verdicts.length}项：矛盾${fail}，相符${pass}，未能核对${skipped}；${figures.length}个数中有${checked}个（${share}%）参加了核对。`,
    `${verdicts.length} checks: ${fail} failed, ${pass} passed, ${skipped} skipped; ${checked} of ${figures.length} figures (${share} %) took part.`,
  ];
}
