import type { Grid } from './layout.ts';
import type { Money } from './money.ts';
import type { Sourced } from './sourced.ts';
import type { Span } from './span.ts';

/** A project of a document: one record however often it is told of. */
export interface Project {
  /** As printed where it is told of most fully, less the blanks of layout. */
  readonly name: string;
  /** Other names the document gives it. */
  readonly aliases: readonly string[];
  readonly fiscalYear: number | null;
  /** 年初预算数, 全年预算数 (or the budget where only one is printed), 执行数. */
  readonly initialBudget: Money | null;
  readonly budget: Money | null;
  readonly actual: Money | null;
  /** 执行率 and 得分 as printed, without %. */
  readonly executionRate: string | null;
  readonly score: string | null;
  /** Index of its section. */
  readonly section: number;
  /** Where it is named. */
  readonly words: Sourced<string>;
  readonly quote: string;
}

/** 产出指标 … 其他; the query contract, section 6. */
export const levels1 = ['产出指标', '效益指标', '满意度指标', '成本指标', '管理指标', '其他'] as const;
export const levels2 = [
  ...(['数量指标', '质量指标', '时效指标', '成本指标', '经济效益指标', '社会效益指标', '生态效益指标'] as const),
  ...(['可持续影响指标', '服务对象满意度指标', '其他'] as const),
] as const;

/** What a target or an actual value says: an operator, a number, a unit; else words (定性). */
export interface ParsedValue {
  readonly operator: '≥' | '>' | '≤' | '<' | '=' | '≈' | '定性' | null;
  /** Decimal digits as printed, without separators. */
  readonly value: string | null;
  readonly unit: string | null;
}

/** A performance indicator. */
export interface Indicator {
  /** Index of its project; null for the whole department. */
  readonly project: number | null;
  readonly fiscalYear: number | null;
  readonly level1: (typeof levels1)[number];
  readonly level2: (typeof levels2)[number];
  /** As printed; null where nothing is. */
  readonly level1Stated: string | null;
  readonly level2Stated: string | null;
  readonly indicator: string | null;
  readonly target: string | null;
  readonly actual: string | null;
  readonly targetParsed: ParsedValue;
  readonly actualParsed: ParsedValue;
  readonly weight: string | null;
  readonly score: string | null;
  readonly deviation: string | null;
  readonly section: number;
  /** Its table; null in prose and flattened text. */
  readonly grid: Grid | null;
  readonly words: Sourced<string>;
  readonly quote: string;
}

/** What an evaluation says went wrong, or is to be done better. */
export interface Remark {
  readonly kind: 'problem' | 'improvement';
  readonly heading: string;
  /** As printed, less line breaks put there by layout; a line for each paragraph. */
  readonly text: string;
  readonly section: number;
  readonly span: Span;
}

/** Projects and indicators of a document. */
export interface Performance {
  readonly projects: readonly Project[];
  readonly indicators: readonly Indicator[];
}
