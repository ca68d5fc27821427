import { describe, expect, it } from 'vitest';
import { firstLevelOf, levelsBefore, levelsOf, secondLevelOf } from '../../normalizers/indicator-level.ts';

const both = (first: string | null, second: string | null) => {
  const { level1, level2 } = levelsOf(first, second);
  return [level1, level2];
};

describe('levels', () => {
  it.each([
    ['项目完成指标', '实效指标', ['产出指标', '时效指标']],
    ['效果指标', '社会效益', ['效益指标', '社会效益指标']],
    ['成本指标', '经济成本', ['成本指标', '成本指标']],
    ['成本指标', '生态环境成本指标', ['成本指标', '成本指标']],
    ['产出指标', '成本指标', ['产出指标', '成本指标']],
    ['满意度指标', '满意度指标', ['满意度指标', '服务对象满意度指标']],
    ['1-产出指标', '11-数量指标', ['产出指标', '数量指标']],
    ['二、效益指标（30分）', '可持续影响', ['效益指标', '可持续影响指标']],
    ['产 出 指 标', '质 量 指 标', ['产出指标', '质量指标']],
  ])('of %s, %s follow the ministry’s names', (first, second, expected) =>
    expect(both(first, second)).toEqual(expected));

  it('are 其他 where the print has names of its own', () => {
    expect(both('一般性支出情况', '一般性支出情况')).toEqual(['其他', '其他']);
    expect(both('效益指标', null)).toEqual(['效益指标', '其他']);
    expect(both(null, null)).toEqual(['其他', '其他']);
  });

  it('follow from the second where only that is printed', () => {
    expect(both(null, '数量指标')).toEqual(['产出指标', '数量指标']);
    expect(both(null, '成本指标')).toEqual(['产出指标', '成本指标']);
    expect(both(null, '社会效益指标')).toEqual(['效益指标', '社会效益指标']);
    expect(both('数量指标', null)).toEqual(['产出指标', '数量指标']);
  });

  it('have one second below them where they are 成本 or 满意度', () => {
    expect(both('满意度指标', null)).toEqual(['满意度指标', '服务对象满意度指标']);
    expect(both('成本指标', null)).toEqual(['成本指标', '成本指标']);
  });

  it('are told from other words', () => {
    expect(firstLevelOf('项目名称')).toBeNull();
    expect(secondLevelOf('数量')).not.toBeNull();
    expect(secondLevelOf('检测水样数量')).toBeNull();
  });
});

describe('levels before a name', () => {
  it('are found without a mark between them', () => {
    expect(levelsBefore('产出指标数量指标出具报告')).toEqual({ first: 4, second: 4 });
    expect(levelsBefore('效益指标-社会效益指标-提升水平')).toEqual({ first: 4, second: 7 });
  });

  it('must be two: 产出指标完成率 is a name', () =>
    expect(levelsBefore('产出指标完成率')).toEqual({ first: 0, second: 0 }));
});
