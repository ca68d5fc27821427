/**
 * What later words say of an earlier number that said no basis itself: an amount of which some is then paid was allotted, and one that
 * brackets take apart into 年初预算 and 追加 is the adjusted budget.
 */
import type { Attention } from './attention.ts';
import type { ClauseFigure } from './clause-figure.ts';

/** 基本支出407.62万元，已执行407.62万元: the first is what there was to spend. Call when a figure of what was spent is put. */
export function allotted({ figures, statement, kind, valueTo }: Attention): void {
  const spent = figures.at(-1);
  const index = figures.length - 2;
  const before = figures[index];
  if (spent === undefined || before === undefined || !kind.startsWith('performance')) return;
  const told = before.implied && before.measure === 'amount' && before.from >= statement.from;
  if (!told || !sameMatter(before, spent) || spent.from < before.to || valueTo !== spent.to) return;
  figures[index] = { ...before, basis: before.subject.project === null ? 'adjusted_budget' : 'budget' };
}

/**
 * 安排1046.85万元（年初预算171.4万元，追加预算841.45万元）. Call at the closing bracket.
 * @param opened how many figures there were at its opening
 */
export function composed({ figures, government, text }: Attention, opened: number): void {
  const whole = figures[opened - 1];
  const parts = figures.slice(opened);
  if (whole === undefined || whole.measure !== 'amount' || !(whole.implied || whole.basis === 'budget')) return;
  const initial = parts.some((part) => part.basis === 'initial_budget' && sameMatter(part, whole));
  const added = parts.some((part) => part.measure === 'change' && part.basis === 'adjusted_budget');
  // 安排一般公共预算支出5亿元（含年初预算安排4亿元、上级转移支付…）.
  const apart = government && text[whole.to] === '(';
  if (initial && (added || apart)) figures[opened - 1] = { ...whole, basis: 'adjusted_budget' };
}

const sameMatter = ({ subject: one, year: a }: ClauseFigure, { subject: other, year: b }: ClauseFigure) =>
  a === b &&
  one.concepts[0] === other.concepts[0] &&
  one.component === other.component &&
  one.project === other.project &&
  one.function?.code === other.function?.code &&
  one.economic?.code === other.economic?.code;
