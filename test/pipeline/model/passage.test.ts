import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Passage } from '../../../pipeline/model/passage.ts';
import type { Span, Spans } from '../../../pipeline/model/span.ts';
import { passageOf } from '../../support/passage.ts';

/** A paragraph that a page break cuts, as the layout gives it: 支出1052.29万元 on pages 1 and 2. */
const text = '支出1052.\n- 1 -\n29万元。\n';
const broken = passageOf(text, [0, 7, 1], [14, 19, 2]);

describe('words that the print broke', () => {
  it('read on without what stands between them', () => {
    expect(broken.text).toBe('支出1052.29万元。');
    expect(broken.spans).toEqual([
      { start: 0, end: 7, page: 1 },
      { start: 14, end: 19, page: 2 },
    ]);
  });

  it.each<[string, number, number, readonly Span[]]>([
    ['支出', 0, 2, [{ start: 0, end: 2, page: 1 }]],
    ['1052.', 2, 7, [{ start: 2, end: 7, page: 1 }]],
    ['29万元', 7, 11, [{ start: 14, end: 18, page: 2 }]],
    [
      '1052.29万元',
      2,
      11,
      [
        { start: 2, end: 7, page: 1 },
        { start: 14, end: 18, page: 2 },
      ],
    ],
    [
      '支出1052.29万元。',
      0,
      12,
      [
        { start: 0, end: 7, page: 1 },
        { start: 14, end: 19, page: 2 },
      ],
    ],
  ])('%s keeps its places', (words, from, to, spans) => {
    expect(broken.cut(from, to).value).toBe(words);
    expect(broken.cut(from, to).spans).toEqual(spans);
  });

  it.each([
    ['empty', 3, 3],
    ['backward', 3, 2],
    ['before the first word', -1, 2],
    ['past the last word', 0, 13],
    ['wholly outside', 20, 30],
    ['not a number', Number.NaN, 2],
  ])('refuse a range that is %s', (_, from, to) => expect(() => broken.cut(from, to)).toThrow(RangeError));

  it('fold without moving', () => {
    const wide = passageOf('支　出１２．５万元（⻓）');
    expect(wide.folded).toBe('支 出12.5万元(长)');
    expect(wide.folded).toHaveLength(wide.text.length);
    expect(wide.cut(3, 7).value).toBe('１２．５');
  });
});

describe('any passage', () => {
  /** A text and pieces of it in reading order, with what lies between them left out. */
  const pieced = fc
    .array(fc.tuple(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 4 }), fc.nat({ max: 3 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => {
      let source = '';
      const pieces: Span[] = [];
      for (const [words, between, page] of parts) {
        pieces.push({ start: source.length, end: source.length + words.length, page });
        source += words + between;
      }
      return { source, pieces };
    });

  it('cuts words whose places, read one after another, are those words', () => {
    fc.assert(
      fc.property(pieced, fc.nat(), fc.nat(), ({ source, pieces }, a, b) => {
        const [first, ...rest] = pieces;
        if (first === undefined) return;
        const spans: Spans = [first, ...rest];
        const passage = new Passage(source, spans);
        const from = a % passage.text.length;
        const to = from + 1 + (b % (passage.text.length - from));
        const cut = passage.cut(from, to);
        expect(cut.value).toBe(passage.text.slice(from, to));
        expect(cut.spans.map(({ start, end }) => source.slice(start, end)).join('')).toBe(cut.value);
        for (const span of cut.spans) {
          expect(span.start).toBeLessThan(span.end);
          expect(
            pieces.some((piece) => piece.start <= span.start && span.end <= piece.end && piece.page === span.page),
          ).toBe(true);
        }
      }),
    );
  });
});
