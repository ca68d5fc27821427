/** Numbers of projects in lists, flattened forms and sentences become figures, each place once. */
import { describe, expect, it } from 'vitest';
import { withProjectFigures } from '../../../../extractors/performance/figures.ts';
import { readPerformance } from '../../../../extractors/performance/read-performance.ts';
import { decimalText, type Figure } from '../../../../pipeline/model/figure.ts';
import { yuanText } from '../../../../pipeline/model/money.ts';
import { facts2023 } from '../../../support/performance.ts';
import { outlineOf } from '../../../support/read-string.ts';

function figuresOf(...lines: readonly string[]): readonly Figure[] {
  const { outline } = outlineOf(`${['云溪县水务局2023年度项目绩效自评报告', '', ...lines].join('\n')}\n`);
  return readPerformance(outline, facts2023, new Map(), [], () => {}).figures;
}

const line = ({ project, concept, basis, value }: Figure) =>
  `${project} ${concept} ${basis} ${value.kind === 'money' ? yuanText(value.money.fen) : decimalText(value.number)}`;

describe('figures of projects', () => {
  it('come from the cost line of a list, with what is left for later', () => {
    expect(
      figuresOf(
        '一、绩效目标完成情况分析',
        '（一）河道清淤专项经费',
        '数量指标：清理河道。',
        '成本指标：135.6万元万元，2023年底支付96.25万元，其余39.35万元待2024年支付。',
      ).map(line),
    ).toEqual([
      '河道清淤专项经费 project.funds budget 1356000.00',
      '河道清淤专项经费 project.funds actual 962500.00',
      '河道清淤专项经费 project.funds carried_over 393500.00',
    ]);
  });

  it('come from sums of projects in brackets', () => {
    expect(
      figuresOf(
        '一、项目支出情况',
        '2023年年初预算安排项目支出200万元（河道清淤专项80万元、水库维修经费120万元），资金由县财政承担。',
      ).map(line),
    ).toEqual([
      '河道清淤专项 project.funds initial_budget 800000.00',
      '水库维修经费 project.funds initial_budget 1200000.00',
    ]);
  });

  it('point at the printed number', () => {
    const [figure] = figuresOf('一、项目资金使用情况', '（1）河道清淤专项176.64万元，已完工。');
    expect(figure?.words.value).toBe('176.64万元');
  });

  it('yield to the prose where it says the same of the same place, and win where it knows no project', () => {
    const own = figuresOf('一、项目资金使用情况', '（1）河道清淤专项176.64万元，已完工。');
    const [figure] = own;
    if (figure === undefined) throw new Error('no figure');
    const same = { ...figure, stated: '已知' };
    const unknown = { ...figure, concept: 'expenditure.project', project: null };
    expect(withProjectFigures([same], own, []).map(({ stated }) => stated)).toEqual(['已知']);
    expect(withProjectFigures([unknown], own, []).map(({ concept }) => concept)).toEqual(['project.funds']);
  });
});
