/** The first law: every value opens the words it was read from, and those words give the value again. */
import { describe, expect, it } from 'vitest';
import { readMoney } from '../normalizers/money.ts';
import type { DocumentReading } from '../pipeline/model/reading.ts';
import type { Spans } from '../pipeline/model/span.ts';
import {
  nameOf,
  published,
  publishedTexts,
  readReport,
  reportsIn,
  samplesFolder,
  squeezed,
} from './support/samples.ts';

function wordsAt({ layout }: DocumentReading, spans: Spans): string {
  return squeezed(spans.map(({ start, end }) => layout.text.slice(start, end)).join(''));
}

function proveReport(path: string): void {
  describe(nameOf(path), () => {
    it('the text at each amount is its words, and its words give its value', async () => {
      const reading = await readReport(path);
      for (const { words, money } of reading.mentions) {
        expect(wordsAt(reading, words.spans)).toBe(squeezed(words.value));
        expect(readMoney(words.value)).toEqual(money.value);
      }
    });

    it('the text at each heading and label is its words', async () => {
      const reading = await readReport(path);
      for (const { heading, label } of reading.outline.sections) {
        if (heading !== null) expect(wordsAt(reading, heading.spans)).toBe(squeezed(heading.value));
        if (label !== null) expect(wordsAt(reading, label.spans)).toBe(squeezed(label.value));
      }
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
});
