/**
 * 对个人和家庭的补助支出439.45万元 in prose against the tables: told beside 项目支出, or below 基本支出, it is the item's part of basic
 * expenditure, whatever fund the tables print that part by. Where all prints of the tables are one number, so must the prose's be.
 */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped } from './identity.ts';
import { type Interval, meet, ofFigure } from './interval.ts';
import { judge } from './judge.ts';

/** @param prose figures of the prose, in reading order; @param tabled figures of the tables */
export function checkBasicItems(prose: readonly Figure[], tabled: readonly Figure[]): readonly Verdict[] {
  const items = prose.filter(
    ({ economic, measure, component }) => economic?.code != null && measure === 'amount' && component === null,
  );
  if (items.length === 0) return [];
  const printed = grouped(tabled.filter(isBasicItem), keyOf);
  const passages = grouped(prose, ({ at }) => (at.kind === 'prose' ? at.passage : null));
  return items.flatMap((item) => {
    const same = printed.get(keyOf(item)) ?? [];
    const beside = item.at.kind === 'prose' ? (passages.get(item.at.passage) ?? []) : [];
    const [reference] = [...same].sort((a, b) => place(a) - place(b));
    const [stated, expected] = [ofFigure(item), reference === undefined ? null : ofFigure(reference)];
    if (reference === undefined || stated === null || expected === null || !isOfBasic(item, beside)) return [];
    if (!same.every((one) => agrees(one, expected))) return [];
    return [
      judge({
        rule: 'narrative_table.basic_item',
        stated,
        expected,
        figures: [item, reference],
        names: { stated: `${item.stated}在此处`, expected: '在各表基本支出中' },
        english: {
          stated: `economic item ${item.economic?.code} here`,
          expected: 'the same in the tables of basic expenditure',
        },
        unit: '元',
      }),
    ];
  });
}

const keyOf = ({ economic, fiscalYear, basis, agency }: Figure) =>
  `${economic?.code}|${fiscalYear}|${basis}|${agency ?? ''}`;

const isBasicItem = ({ economic, component, concept, measure, function: item, project }: Figure) =>
  economic?.code != null &&
  item === null &&
  project === null &&
  measure === 'amount' &&
  /\.basic$/.test(component ?? concept);

/** A sibling of project expenditure, or part of the basic expenditure told before it. */
function isOfBasic(item: Figure, beside: readonly Figure[]): boolean {
  const alike = beside.filter(({ measure, basis }) => measure === 'amount' && basis === item.basis);
  const sibling = alike.some(({ concept, project }) => /\.project$/.test(concept) && project === null);
  const before = alike.slice(0, alike.indexOf(item)).findLast(({ economic }) => economic === null);
  return (sibling && before !== undefined) || /\.basic$/.test(before?.concept ?? '');
}

function agrees(figure: Figure, expected: Interval): boolean {
  const value = ofFigure(figure);
  return value !== null && meet(value, expected);
}

const place = ({ value }: Figure) => (value.kind === 'money' ? value.money.place : 0);
