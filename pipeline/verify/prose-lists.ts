/**
 * 其中 in prose: what is listed after it adds up to what stands before it, unless the list says 主要 or 等. Only lists whose members
 * are of one kind, every number of which was read.
 */
import { compact } from '../../normalizers/fold.ts';
import type { Figure } from '../model/figure.ts';
import type { Passage } from '../model/passage.ts';
import type { AmountMention } from '../model/reading.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped } from './identity.ts';
import { type Interval, meet, ofFigure, sum } from './interval.ts';
import { judge, skipped } from './judge.ts';

const ofWhich = /其中/g;
/** What makes a list one that need not be whole; 主要领导干部用车 is but a kind of car. */
export const open = /主要(?!领导干部)|等(?=[，。；、)\d]|$)|等方面|包括但不限于|部分/;

/** @param figures of the prose; @param unread amounts of the prose that became no figure */
export function checkLists(figures: readonly Figure[], unread: ReadonlySet<AmountMention>): readonly Verdict[] {
  const byPassage = grouped(figures, ({ at }) => (at.kind === 'prose' ? at.passage : null));
  return [...byPassage].flatMap(([passage, own]) => (passage === null ? [] : listsOf(passage, own, unread)));
}

function listsOf(passage: Passage, figures: readonly Figure[], unread: ReadonlySet<AmountMention>): readonly Verdict[] {
  const text = passage.folded;
  return [...text.matchAll(ofWhich)].flatMap((match) => {
    const from = match.index;
    const stop = /[。]|其中/.exec(text.slice(from + 2));
    const to = stop === null ? text.length : from + 2 + stop.index;
    const numbered = /^其中[:：]?\s*(?:1|一|\(一\)|\(1\))[.、)]/.test(text.slice(from));
    if (numbered || open.test(text.slice(Math.max(0, from - 2), to))) return [];
    return checkList(figures, from, to, unread, passage) ?? [];
  });
}

/** Where the bracket closes that a list opens; the end of the text where it opens none. */
function bracketEnd(text: string, from: number): number {
  if (!/[（(]\s*$/.test(text.slice(Math.max(0, from - 3), from))) return text.length;
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (/[（(]/.test(text[at] ?? '')) depth++;
    else if (/[）)]/.test(text[at] ?? '') && --depth === 0) return at;
  }
  return text.length;
}

function checkList(
  figures: readonly Figure[],
  from: number,
  most: number,
  unread: ReadonlySet<AmountMention>,
  passage: Passage,
): Verdict | null {
  const whole = figures.findLast(
    (figure) => at(figure) < from && (figure.measure === 'amount' || figure.measure === 'count'),
  );
  if (whole === undefined) return null;
  const value = ofFigure(whole);
  // Counts are also listed without units, which nothing reads: their lists are not narrowed.
  const to = whole.measure === 'amount' ? Math.min(most, bracketEnd(passage.folded, from)) : most;
  const alike = figures.filter(
    (figure) =>
      at(figure) > from &&
      at(figure) < to &&
      figure.measure === whole.measure &&
      figure.basis === whole.basis &&
      figure.fiscalYear === whole.fiscalYear,
  );
  const { parts, rivals } = value === null ? nothing : ownParts(alike, whole, value, passage, from);
  const between = compact(passage.text.slice(at(whole), from));
  if (parts === undefined || value === null || /[。]/.test(between)) return null;
  // 在职48人，包括行政22人，…: people of a list within the list are counted twice.
  const last = Math.max(...parts.map(at));
  if (whole.measure === 'count' && /包括|包含/.test(passage.folded.slice(from, last))) return null;
  const isUnread = (mention: AmountMention) => mention.passage === passage && mention.from > from && mention.from < to;
  if (whole.measure === 'amount' && [...unread].some(isUnread)) {
    return skipped(
      'sum.list',
      [whole, ...parts],
      '其中所列有未读出的数，无法核对合计',
      'a number of the list was not read',
    );
  }
  const values = parts.flatMap((part) => ofFigure(part) ?? []);
  if (values.length < parts.length) return null;
  return judge({
    rule: 'sum.list',
    stated: value,
    expected: sum(values),
    figures: [whole, ...parts],
    names: { stated: whole.stated, expected: '其中各项之和' },
    english: { stated: whole.stated, expected: 'the sum of what it lists' },
    unit: whole.measure === 'count' ? '' : '元',
    rivals,
  });
}

/** Members of a list; whether other numbers could be its members and make the whole no better. */
interface Parts {
  readonly parts: readonly Figure[] | undefined;
  readonly rivals: boolean;
}

const nothing: Parts = { parts: undefined, rivals: false };

const at = (figure: Figure) => (figure.at.kind === 'prose' ? figure.at.from : 0);

/**
 * A10个：其中a9个，b1个；B6个；总计16个: what comes after the first semicolon may be no part, and a total is none.
 * @returns two members or more, of one kind that can make the whole; of two readings the one that does
 */
function ownParts(alike: readonly Figure[], whole: Figure, value: Interval, passage: Passage, from: number): Parts {
  const between = (figure: Figure) => passage.folded.slice(from, at(figure));
  const total = alike.findIndex((figure) => /(?:总计|合计|共计)[^，,；;]{0,12}$/.test(between(figure)));
  const parts = total > 0 ? alike.slice(0, total) : alike;
  const first = parts.filter((figure) => !/[；;]/.test(between(figure)));
  const usable = [parts, first].filter(
    (some) => some.length > 1 && new Set(some.map(kindOf)).size === 1 && fits(whole, some),
  );
  const makes = (some: readonly Figure[]) => meet(sum(some.flatMap((part) => ofFigure(part) ?? [])), value);
  const found = usable.find(makes);
  const distinct = new Set(usable.map(({ length }) => length)).size;
  return { parts: found ?? usable[0], rivals: found === undefined && distinct > 1 };
}

/** Functions of one level, economic items of one level, a budget's parts, sources of revenue, things counted. */
function kindOf({ function: item, economic, project, concept, measure, stated }: Figure): string {
  if (measure === 'count') return concept;
  if (item !== null) return `function${item.code?.length ?? stated.length}`;
  if (economic !== null) return `economic${economic.code?.length ?? stated.length}`;
  if (project !== null) return 'project';
  const [head = '', tail = ''] = concept.split('.');
  if (/^(?:basic|project|remitted_to_superior|business|subsidy_to_subordinate)$/.test(tail)) return 'extent';
  if (/^(?:personnel|operating)$/.test(tail)) return 'kind';
  return head === 'revenue' || head === 'carryover' ? 'source' : concept;
}

/** Whether what is listed can make up what stands before: extents a total, sources a revenue, and so on. */
export function fits(whole: Figure, parts: readonly Figure[]): boolean {
  const [part] = parts;
  if (part === undefined) return false;
  const kind = kindOf(part);
  if (whole.measure === 'count') return kind === whole.concept;
  if (kind.startsWith('function')) {
    return whole.function === null
      ? /expenditure/.test(whole.concept)
      : part.function?.code?.startsWith(whole.function.code ?? '-') === true;
  }
  if (kind === 'extent')
    return /expenditure\.(?:current_year|grand_total)|\.expenditure$|expenditure_current_year|expenditure_total/.test(
      whole.concept,
    );
  if (kind === 'kind') return /\.basic$/.test(whole.concept);
  if (kind === 'source') return /^revenue\.(?:current_year|grand_total|fiscal)|^fiscal\.revenue/.test(whole.concept);
  // 政府债务余额…其中：一般债务余额…、专项债务余额…: names without concepts that end alike.
  if (kind === 'other') return whole.concept === 'other' && parts.every(({ stated }) => endsLike(stated, whole.stated));
  return false;
}

const endsLike = (one: string, other: string) => one !== other && one.slice(-2) === other.slice(-2);
