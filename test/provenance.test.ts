/** The first law: every value opens the words it was read from, and those words give the value again. */
import { describe, expect, it } from 'vitest';
import { readMoney } from '../normalizers/money.ts';
import type { DocumentReading } from '../pipeline/model/reading.ts';
import type { Spans } from '../pipeline/model/span.ts';
import {
  nameOf,
  published,
  publishedPdfs,
  publishedTexts,
  readAfresh,
  readReport,
  reportsIn,
  samplesFolder,
  squeezed,
} from './support/samples.ts';

function wordsAt({ layout }: DocumentReading, spans: Spans): string {
  return squeezed(spans.map(({ start, end }) => layout.text.slice(start, end)).join(''));
}

function proveAmounts(reading: DocumentReading): void {
  for (const { words, money } of reading.mentions) {
    expect(wordsAt(reading, words.spans)).toBe(squeezed(words.value));
    expect(readMoney(words.value)).toEqual(money.value);
  }
}

function proveHeadings(reading: DocumentReading): void {
  for (const { heading, label } of reading.outline.sections) {
    if (heading !== null) expect(wordsAt(reading, heading.spans)).toBe(squeezed(heading.value));
    if (label !== null) expect(wordsAt(reading, label.spans)).toBe(squeezed(label.value));
  }
}

function proveReport(path: string): void {
  describe(nameOf(path), () => {
    it('the text at each amount is its words, and its words give its value', async () => {
      proveAmounts(await readReport(path));
    });

    it('the text at each heading and label is its words', async () => {
      proveHeadings(await readReport(path));
    });

    it('the text at each cell is its words, and they lie in its box', async () => {
      proveCells(await readReport(path));
    });

    it('every printed character is in exactly one block, and every paragraph in exactly one section', async () => {
      const { layout, outline } = await readReport(path);
      const owners = new Uint8Array(layout.text.length);
      const spans = layout.blocks.flatMap((block) =>
        block.kind === 'paragraph' ? [...block.passage.spans] : [block.span],
      );
      for (const { start, end } of spans) for (let i = start; i < end; i++) owners[i] = (owners[i] ?? 0) + 1;
      for (let i = 0; i < owners.length; i++) {
        if (layout.text.charAt(i).trim() !== '')
          expect(owners[i], `character ${i} “${layout.text.slice(i, i + 10)}”`).toBe(1);
      }
      const placed = outline.sections.flatMap(({ blocks }) => blocks);
      expect(placed).toEqual(layout.blocks.filter(({ kind }) => kind !== 'furniture'));
    });

    it('sections lie within their parents, and pages cover the text', async () => {
      const { layout, outline } = await readReport(path);
      for (const { parent, span } of outline.sections) {
        const outer = outline.sections[parent ?? 0]?.span;
        expect(
          outer !== undefined && outer.start <= span.start && span.end <= outer.end && span.start <= span.end,
        ).toBe(true);
      }
      for (const [index, page] of layout.pages.entries()) {
        expect(page.start).toBe(layout.pages[index - 1]?.end ?? 0);
      }
      if (layout.pages.length > 0) expect(layout.pages.at(-1)?.end).toBe(layout.text.length);
    });
  });
}

describe('samples', () => {
  for (const path of reportsIn(samplesFolder)) proveReport(path);
});

describe.skipIf(!published)('published reports (skipped where ../shared/corpus is absent)', () => {
  for (const path of reportsIn(publishedTexts)) proveReport(path);

  it.each(
    reportsIn(publishedPdfs).map((path) => [nameOf(path), path]),
  )('%s: every amount, heading and cell opens its words, with a box on its page', async (_, path) => {
    const reading = await readAfresh(path);
    proveAmounts(reading);
    proveHeadings(reading);
    proveCells(reading);
  });
});

/** Cells hold their words, and their words lie in their boxes or hang over an edge. */
function proveCells(reading: DocumentReading): void {
  for (const block of reading.layout.blocks) {
    if (block.kind !== 'grid') continue;
    for (const { passage, box, page, row, col } of block.cells) {
      if (passage === null) continue;
      expect(wordsAt(reading, passage.spans)).toBe(squeezed(passage.text));
      const words = reading.layout.boxOf(passage.spans[0]);
      const where = `${reading.facts.title} p${page} row ${row} column ${col}`;
      expect(words !== null && box !== null && words.x0 < box.x1 && words.x1 > box.x0, where).toBe(true);
    }
  }
}
