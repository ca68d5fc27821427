/** Reports written out in a test, read by the real pipe, and what the checks say of them. */
import { createHash } from 'node:crypto';
import type { Verdict } from '../../pipeline/model/verdict.ts';
import { readDocument } from '../../pipeline/run.ts';

/** @param text a report; one that begins with < is a web page */
export async function verdictsOf(text: string): Promise<readonly Verdict[]> {
  const bytes = Buffer.from(text);
  const file = text.startsWith('<') ? 'report.html' : 'report.txt';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return (await readDocument({ path: file, file, bytes, sha256 })).verdicts;
}

/** Status and numbers of one rule's verdicts. */
export const saidOf = (verdicts: readonly Verdict[], rule: string) =>
  verdicts
    .filter((verdict) => verdict.rule === rule)
    .map(({ status, stated, expected }) => `${status}: ${stated} / ${expected}`);

/** A web page with lines and a table: cells parted by |; ← goes on from the left, ↑ from above. */
export function page(lines: string, ...rows: readonly string[]): string {
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  const html = cells.map((row, at) =>
    row.map((text, column) => {
      if (text === '←' || text === '↑') return '';
      const wide = row.slice(column + 1).findIndex((cell) => cell !== '←');
      const tall = cells.slice(at + 1).findIndex((below) => below[column] !== '↑');
      const span = (found: number, all: number) => (found < 0 ? all : found) + 1;
      return `<td colspan="${span(wide, row.length - column - 1)}" rowspan="${span(tall, cells.length - at - 1)}">${text}</td>`;
    }),
  );
  const paragraphs = lines.split('\n').map((line) => `<p>${line}</p>`);
  return `<html><body>${paragraphs.join('')}<table>${html.map((row) => `<tr>${row.join('')}</tr>`).join('')}</table></body></html>`;
}
