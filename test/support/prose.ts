/** Reports of headed sections written out in a test, read by the whole pipe: what their prose says, a line per figure. */
import { layOut } from '../../pipeline/layout/lay-out.ts';
import type { Figure, Item } from '../../pipeline/model/figure.ts';
import type { DocumentReading } from '../../pipeline/model/reading.ts';
import { understand } from '../../pipeline/understand.ts';
import { printedValue } from './tables.ts';

/** A heading without its number, and the paragraphs below it. */
export type PrintedSection = readonly [heading: string, ...paragraphs: string[]];

export interface PrintedReport {
  readonly title: string;
  readonly sections: readonly PrintedSection[];
}

const numbers = '一二三四五六七八九十';

export const accounts2023 = (...sections: readonly PrintedSection[]): PrintedReport => ({
  title: '云溪县水务局2023年度部门决算',
  sections,
});

export const budget2024 = (...sections: readonly PrintedSection[]): PrintedReport => ({
  title: '云溪县水务局2024年部门预算',
  sections,
});

export const evaluation2023 = (...sections: readonly PrintedSection[]): PrintedReport => ({
  title: '云溪县水务局2023年度部门整体支出绩效自评报告',
  sections,
});

export function textOf({ title, sections }: PrintedReport): string {
  const lines = sections.flatMap(([heading, ...paragraphs], i) => [`${numbers[i]}、${heading}`, ...paragraphs]);
  return `${[title, '', ...lines].join('\n')}\n`;
}

export function readPrinted(report: PrintedReport): DocumentReading {
  return understand(layOut({ format: 'text', text: textOf(report), encoding: 'utf-8' }), 'report.txt', []);
}

/** concept, component, item, year, basis, measure unless it is the amount itself, value: `sangong.total 2023 actual 1200.00`. */
export function toldIn(report: PrintedReport): readonly string[] {
  return readPrinted(report).prose.map(lineOf);
}

/** [reason, words] of amounts that became no figure. */
export function unresolvedIn(report: PrintedReport): readonly (readonly [string, string])[] {
  const { mentions, unresolved } = readPrinted(report);
  return mentions.flatMap((mention) => {
    const reason = unresolved.get(mention);
    return reason === undefined ? [] : [[reason, mention.words.value] as const];
  });
}

/** [code, message] of what was found fault with. */
export function saidIn(report: PrintedReport): readonly (readonly [string, string])[] {
  return readPrinted(report).findings.map(({ code, message }) => [code, message] as const);
}

function lineOf(figure: Figure): string {
  const { concept, component, fiscalYear, basis, measure } = figure;
  const items = [component, itemOf(figure.function), itemOf(figure.economic), figure.project];
  const parts = [concept, ...items, fiscalYear, basis, measure === 'amount' ? null : measure, printedValue(figure)];
  return parts.filter((part) => part !== null).join(' ');
}

const itemOf = (item: Item | null) => (item === null ? null : (item.code ?? `${item.name}?`));
