/**
 * What a number is of: the next of those listed before 分别为, what its clause names, a project or an item whose bare name stands right
 * before it, else what was spoken of, where a word of the clause says that the number is of it. Null rather than a guess.
 */
import { type Attention, leadsOver, type Named, unsaidFrom } from './attention.ts';
import { counterpart } from './naming.ts';
import { namedProject } from './project-names.ts';
import type { Subject } from './subject.ts';
import { afterStop, closest, labelBefore, nearest } from './words-between.ts';

/** @param at where the number begins */
export function subjectAt(attention: Attention, at: number): Subject | null {
  const { clause, statement, text, introducedTo } = attention;
  if (statement.queue.length > 0) return statement.queue.shift() ?? null;
  if (clause.named !== null) {
    const named = clause.joined ? null : closerTo(attention, clause.named, at);
    // After its number, a name is no longer in the way of others: 会议费2万元、水费1万元.
    if (named !== null || clause.named.to > attention.valueTo) return named;
  }
  const from = Math.max(unsaidFrom(attention), introducedTo);
  const label = labelBefore(text, from, at);
  return (
    projectAt(attention, at) ??
    itemOf(attention, label) ??
    assetOf(attention, label) ??
    stillSpokenOf(attention, from, at)
  );
}

/** An item whose bare name stands between what is named and the number: 水利（款）水文测报30万元. */
function closerTo(attention: Attention, { subject, to }: Named, at: number): Subject | null {
  const { items, scope, text } = attention;
  const words = text.slice(to, at);
  const item = items.ending(words.replace(/(?:支出|预算|决算)?(?:为|共)?$/, ''), scope);
  if (item !== null) return item;
  const digits = subject.function?.code?.length ?? 7;
  if (digits === 7 || isOf(attention, to, at, closest)) return isOf(attention, to, at) ? subject : null;
  return bareItem(attention, labelBefore(text, to, at));
}

/**
 * Whether a number, or the word for its rate, is of what is named or spoken of before it.
 * @param from where that was said
 */
export function isOf(attention: Attention, from: number, at: number, most?: number): boolean {
  const { valueTo, clause } = attention;
  const second = valueTo > clause.from;
  return leadsOver(attention, Math.max(from, valueTo), at, second ? closest : most);
}

/** A project whose name stands before the number; its words may say a basis. */
function projectAt(attention: Attention, at: number): Subject | null {
  const { clause, scope, text, valueTo, government } = attention;
  if (!scope.projects && !listsProjects(attention)) return null;
  const project = namedProject(text.slice(Math.max(afterStop(text, at), valueTo), at));
  if (project === null) return null;
  // A government's money is told of by years and levels too: 市级2021年结转资金.
  if (government && !/(?:项目|工程)$/.test(project.name)) return null;
  clause.basis ??= project.basis;
  const { name } = project;
  return { concepts: ['project.funds'], function: null, economic: null, project: name, stated: name, counts: false };
}

/** After 项目支出…包括, names before amounts are projects'. */
function listsProjects({ spokenOf, told, lead, statement }: Attention): boolean {
  const concept = spokenOf?.concepts[0];
  const lists = told || statement.listing || spokenOf === lead;
  return (concept === 'expenditure.project' || concept === 'project.funds') && lists;
}

function itemOf(attention: Attention, label: string): Subject | null {
  return label === '' ? null : (bareItem(attention, label) ?? attention.items.ending(label, attention.scope));
}

/** An item by its name alone: 水文测报, 水文测报支出. */
function bareItem({ items, scope }: Attention, label: string): Subject | null {
  const short = label.replace(/支出$/, '');
  return items.bare(label, scope) ?? (short === label || short === '' ? null : items.bare(short, scope));
}

/** 房屋…万元 after the original value of the fixed assets is a part of it. */
function assetOf({ spokenOf, told }: Attention, label: string): Subject | null {
  if (spokenOf === null || spokenOf.counts || !spokenOf.concepts[0].startsWith('assets.')) return null;
  return told && label.length >= 2 ? { ...spokenOf, stated: label } : null;
}

/** What was spoken of, where the clause says a basis, or a change or comparison of what was told. */
function stillSpokenOf(attention: Attention, from: number, at: number): Subject | null {
  const { clause, spokenOf, told, strange, text } = attention;
  const { basis, comparison, direction } = clause;
  const compares = comparison !== null && (comparison.year !== null || comparison.basis !== null);
  const known = basis !== null || ((direction !== null || compares) && told && !strange);
  // 到位资金 after a budget's revenue is money that was asked for elsewhere.
  if (basis === 'received' && spokenOf?.concepts[0].startsWith('revenue.')) return null;
  // 2、车辆运行2023年预算5万元: a numbered thing has a name of its own.
  const number = /^\d{1,2}[、.．](?!\d)/.exec(text.slice(clause.from, at))?.[0].length ?? 0;
  const most = number > 0 ? closest : direction === null ? undefined : nearest;
  return known && isOf(attention, Math.max(from, clause.from + number), at, most) ? moneyOf(attention) : null;
}

/** 因公出国（境）团组2个，5人次，预算3万元 below a heading of 因公出国: its money, not theirs. */
function moneyOf({ spokenOf, lead }: Attention): Subject | null {
  const cost = spokenOf?.counts === true ? counterpart[spokenOf.concepts[0]] : undefined;
  return cost !== undefined && lead?.concepts[0] === cost ? lead : spokenOf;
}
