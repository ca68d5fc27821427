/**
 * 其中：1.…；2.…: what a list of numbered paragraphs names by items of the classification makes the total announced before it. The list
 * ends where its numbers do; an item without a readable amount leaves the check undone.
 */
import { enumeratorOf } from '../../normalizers/enumerator.ts';
import type { Figure } from '../model/figure.ts';
import type { Outline } from '../model/outline.ts';
import type { Passage } from '../model/passage.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped, isTotal } from './identity.ts';
import { ofFigure, sum } from './interval.ts';
import { judge, skipped } from './judge.ts';
import { open } from './prose-lists.ts';

/** Numbered paragraphs that make a list. */
const least = 2;

/** @param figures of the prose, in reading order */
export function checkItems({ sections }: Outline, figures: readonly Figure[]): readonly Verdict[] {
  const passages = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.passage] : [])),
  );
  const ofPassage = grouped(figures, ({ at }) => (at.kind === 'prose' ? at.passage : null));
  return passages.flatMap((passage, at) => {
    const lead = /[。；][^。；]*其中[:：]?\s*$|^[^。；]*其中[:：]?\s*$/.exec(passage.folded);
    if (lead === null || open.test(lead[0])) return [];
    const items = itemsAfter(passages.slice(at + 1));
    if (items.length < least) return [];
    return (ofPassage.get(passage) ?? [])
      .filter((whole) => isTotal(whole) && whole.measure === 'amount' && place(whole) >= lead.index)
      .flatMap(
        (whole) =>
          checkItem(
            whole,
            items.map((item) => item.flatMap((one) => ofPassage.get(one) ?? [])),
          ) ?? [],
      );
  });
}

const place = ({ at }: Figure) => (at.kind === 'prose' ? at.from : 0);

/** Paragraphs numbered 1, 2, 3 … in one manner, each with what follows it unnumbered. */
function itemsAfter(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const items: Passage[][] = [];
  let kind: string | null = null;
  for (const passage of passages) {
    const number = enumeratorOf(passage.text);
    const own = number !== null && number.value === items.length + 1 && (kind ?? number.kind) === number.kind;
    if (own) {
      kind = number.kind;
      items.push([passage]);
    } else if (number !== null || items.length === 0) break;
    else items.at(-1)?.push(passage);
  }
  return items;
}

function checkItem(whole: Figure, items: readonly (readonly Figure[])[]): Verdict | null {
  const own = items.map((item) =>
    outermost(
      item.filter(
        (one) =>
          one.function !== null &&
          one.concept === whole.concept &&
          one.measure === 'amount' &&
          one.basis === whole.basis &&
          one.fiscalYear === whole.fiscalYear,
      ),
    ),
  );
  const parts = own.flat();
  if (parts.length < least) return null;
  const values = parts.flatMap((part) => ofFigure(part) ?? []);
  const stated = ofFigure(whole);
  if (own.some((item) => item.length === 0) || values.length < parts.length || stated === null) {
    return skipped(
      'sum.items',
      [whole, ...parts],
      '所列各项有未读出的数，无法核对合计',
      'an item of the list was not read',
    );
  }
  return judge({
    rule: 'sum.items',
    stated,
    expected: sum(values),
    figures: [whole, ...parts],
    names: { stated: whole.stated, expected: `其中所列${items.length}项之和` },
    english: { stated: whole.stated, expected: 'the sum of the items listed below it' },
    unit: '元',
  });
}

/** 社会保障和就业（类）29.45万元 and below it its 项: what is part of another named before is not counted again; nor is a repetition. */
function outermost(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter((figure, i) => {
    const code = figure.function?.code ?? null;
    return !figures.slice(0, i).some((other) => {
      const its = other.function?.code ?? null;
      return code !== null && its !== null ? code.startsWith(its) : other.function?.name === figure.function?.name;
    });
  });
}
