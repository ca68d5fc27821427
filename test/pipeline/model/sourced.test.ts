import { describe, expect, it } from 'vitest';
import { Sourced } from '../../../pipeline/model/sourced.ts';
import { coverOf, type Spans } from '../../../pipeline/model/span.ts';
import { passageOf } from '../../support/passage.ts';

const table = passageOf('单位：万元\n办公费\t12.50');
const unit = table.cut(3, 5);
const cell = table.cut(10, 15);

describe('a value with its places', () => {
  it('is cut from a passage', () => {
    expect(cell.value).toBe('12.50');
    expect(cell.spans).toEqual([{ start: 10, end: 15, page: null }]);
  });

  it('keeps its places when it is read as something else', () => {
    const number = cell.map(Number);
    expect(number.value).toBe(12.5);
    expect(number.spans).toEqual(cell.spans);
    expect(number.map(String).map((words) => words.length).spans).toEqual(cell.spans);
  });

  it('has the places of all that it was read from, in the order given', () => {
    const amount = Sourced.join([cell, unit], ([number, factor]) => `${number}${factor}`);
    expect(amount.value).toBe('12.50万元');
    expect(amount.spans).toEqual([
      { start: 10, end: 15, page: null },
      { start: 3, end: 5, page: null },
    ]);
  });

  it('joined from one part has that part’s places', () => {
    expect(Sourced.join([cell], ([number]) => number).spans).toEqual(cell.spans);
  });

  it('joined from words over a page break has all their pieces', () => {
    const broken = passageOf('10\n- 1 -\n52万元', [0, 2, 1], [9, 13, 2]);
    const joined = Sourced.join([broken.cut(0, 4), broken.cut(4, 6)], (words) => words.join(''));
    expect(joined.value).toBe('1052万元');
    expect(joined.spans.map(({ start, end, page }) => [start, end, page])).toEqual([
      [0, 2, 1],
      [9, 11, 2],
      [11, 13, 2],
    ]);
  });

  it('is covered by one range from its first place to its last', () => {
    const spans: Spans = [
      { start: 2, end: 7, page: 1 },
      { start: 14, end: 18, page: 2 },
    ];
    expect(coverOf(spans)).toEqual({ start: 2, end: 18, page: 1 });
    expect(coverOf([spans[0]])).toEqual(spans[0]);
  });
});

describe('a value without places', () => {
  const spans: Spans = [{ start: 0, end: 2, page: null }];
  const accept = (sourced: Sourced<string>) => sourced;

  it('cannot be made into one: the compiler refuses it', () => {
    // @ts-expect-error its constructor is private
    const made = () => new Sourced('万元', spans);
    // @ts-expect-error an object that looks like one lacks its private parts
    const literal: Sourced<string> = { value: '万元', spans, map: cell.map };
    // @ts-expect-error so does a copy of one
    const spread: Sourced<string> = { ...cell };
    // @ts-expect-error and a copy with another value
    const changed = () => accept({ ...cell, value: '13.50' });
    // @ts-expect-error its value is not to be set
    const set = (sourced: Sourced<string>) => (sourced.value = '13.50');
    // @ts-expect-error nor are its places
    const moved = (sourced: Sourced<string>) => (sourced.spans = spans);
    // @ts-expect-error mint gives words, nothing read from them
    const minted: () => Sourced<number> = () => Sourced.mint('12', spans);
    // @ts-expect-error nothing is joined from no parts
    const joined = () => Sourced.join([], () => '万元');
    // @ts-expect-error there is no value without a place
    const placeless = () => Sourced.mint('万元', []);
    expect([made, literal, spread, changed, set, moved, minted, joined, placeless]).toHaveLength(9);
  });

  it('cannot be passed off as one: a copy has neither value nor places', () => {
    expect({ ...cell }).toEqual({});
    expect(Object.keys(cell)).toEqual([]);
    expect(JSON.stringify(cell)).toBe('{}');
  });

  it('cannot be put into one: setting fails', () => {
    expect(() => Object.assign(cell, { value: '13.50' })).toThrow(TypeError);
    expect(cell.value).toBe('12.50');
  });
});
