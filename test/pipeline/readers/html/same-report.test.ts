/** A sample, and the same report as a web page: the same figures, projects, indicators and checks; only the places differ. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../../pipeline/model/figure.ts';
import type { Block, GridCell } from '../../../../pipeline/model/layout.ts';
import type { DocumentReading } from '../../../../pipeline/model/reading.ts';
import { packageFile } from '../../../../pipeline/package-file.ts';
import { readSource } from '../../../../pipeline/readers/read-source.ts';
import { readDocument } from '../../../../pipeline/run.ts';
import { printedValue } from '../../../support/tables.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function htmlOf({ layout, facts }: DocumentReading): string {
  const body = layout.blocks.map(blockOf).join('\n');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${facts.title}</title></head><body>
    <div class="nav"><a href="/">首页</a></div><div class="TRS_Editor">${body}</div></body></html>`;
}

function blockOf(block: Block): string {
  if (block.kind === 'furniture') return '';
  if (block.kind === 'paragraph') return `<p>${escaped(block.passage.text)}</p>`;
  const rows = Array.from({ length: block.rows }, (_, row) => block.cells.filter((cell) => cell.row === row));
  return `<table border="1">${rows.map((cells) => `<tr>${cells.map(cellOf).join('')}</tr>`).join('')}</table>`;
}

const cellOf = ({ rowSpan, colSpan, passage }: GridCell) =>
  `<td rowspan="${rowSpan}" colspan="${colSpan}">${escaped(passage?.text ?? '')}</td>`;

const lineOf = (figure: Figure) =>
  [
    ...[figure.concept, figure.component, figure.basis, figure.measure, figure.fiscalYear, printedValue(figure)],
    ...[figure.function?.code, figure.economic?.code, figure.project, figure.agency],
  ].join(' ');

function saidBy({ facts, tables, prose, performance, verdicts, mentions }: DocumentReading) {
  const { region, ...rest } = facts;
  return {
    facts: rest,
    region,
    tables: [...tables.values()].flatMap(({ figures }) => figures.map(lineOf)).sort(),
    prose: prose.map(lineOf),
    mentions: mentions.map(({ words }) => words.value).sort(),
    projects: performance.projects.map(({ name, budget, actual }) => [name, budget?.fen, actual?.fen]),
    indicators: performance.indicators.map(({ indicator, target, actual }) => [indicator, target, actual]),
    checks: verdicts.map(({ rule, status }) => `${rule} ${status}`).sort(),
  };
}

describe('a report as a web page', () => {
  it.each([
    'qingtan-health-2024-budget.pdf',
    'qiyun-forestry-2023-self-evaluation.txt',
  ])('says what %s says', async (name) => {
    const printed = await readDocument(await readSource(packageFile(`samples/${name}`), Number.POSITIVE_INFINITY));
    const bytes = Buffer.from(htmlOf(printed));
    const shown = await readDocument({ path: 'a.html', file: name, bytes, sha256: '' });
    expect(shown.layout.format).toBe('html');
    expect(saidBy(shown)).toEqual(saidBy(printed));
    for (const { words } of shown.mentions) {
      const text = words.spans.map(({ start, end }) => shown.layout.text.slice(start, end)).join('');
      expect(text.replace(/\s/g, '')).toBe(words.value.replace(/\s/g, ''));
    }
  });
});
