/**
 * What a number is of: the next of those listed before 分别为, what its clause names, a project or an item whose bare name stands right
 * before it, else what was spoken of, where a word of the clause says that the number is of it. Null rather than a guess.
 */
import { type Attention, leadsOver, unsaidFrom } from './attention.ts';
import { namedProject } from './project-names.ts';
import type { Subject } from './subject.ts';
import { afterStop, closest, labelBefore, nearest } from './words-between.ts';

/** @param at where the number begins */
export function subjectAt(attention: Attention, at: number): Subject | null {
  const { clause, statement, text, introducedTo } = attention;
  if (statement.queue.length > 0) return statement.queue.shift() ?? null;
  if (clause.named !== null) {
    const closer = attention.items.ending(
      text.slice(clause.named.to, at).replace(/(?:支出|预算|决算)?(?:为|共)?$/, ''),
      attention.scope,
    );
    if (closer !== null) return closer;
    return isOf(attention, clause.named.to, at) ? clause.named.subject : null;
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
  const { clause, scope, text, valueTo } = attention;
  if (!scope.projects && !listsProjects(attention)) return null;
  const project = namedProject(text.slice(Math.max(afterStop(text, at), valueTo), at));
  if (project === null) return null;
  clause.basis ??= project.basis;
  const { name } = project;
  return { concepts: ['project.funds'], function: null, economic: null, project: name, stated: name, counts: false };
}

/** After 项目支出…包括, names before amounts are projects'. */
function listsProjects({ spokenOf, told, lead }: Attention): boolean {
  const concept = spokenOf?.concepts[0];
  return (concept === 'expenditure.project' || concept === 'project.funds') && (told || spokenOf === lead);
}

function itemOf({ items, scope }: Attention, label: string): Subject | null {
  return label === '' ? null : (items.bare(label, scope) ?? items.ending(label, scope));
}

/** 房屋…万元 after the original value of the fixed assets is a part of it. */
function assetOf({ spokenOf, told }: Attention, label: string): Subject | null {
  if (spokenOf === null || spokenOf.counts || !spokenOf.concepts[0].startsWith('assets.')) return null;
  return told && label.length >= 2 ? { ...spokenOf, stated: label } : null;
}

/** What was spoken of, where the clause says a basis, or a change or comparison of what was told. */
function stillSpokenOf(attention: Attention, from: number, at: number): Subject | null {
  const { clause, spokenOf, told } = attention;
  const { basis, comparison, direction } = clause;
  const compares = comparison !== null && (comparison.year !== null || comparison.basis !== null);
  const known = basis !== null || ((direction !== null || compares) && told);
  return known && isOf(attention, from, at, direction === null ? undefined : nearest) ? spokenOf : null;
}
