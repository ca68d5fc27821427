/** The line that tells how far a reading has come. */
import { describe, expect, it } from 'vitest';
import { duration, progressLine } from '../../pipeline/commands/progress.ts';

describe('progress', () => {
  it('tells files, pages a second, failures and the time left', () => {
    expect(progressLine(30, 120, 28, 900, 2, 20)).toBe('30/120 files · 45.0 pages/s · 2 failed · 1 min left');
  });

  it('tells documents a second where there are no pages, and no time left before it can be known', () => {
    expect(progressLine(0, 10, 0, 0, 0, 0)).toBe('0/10 files');
    expect(progressLine(5, 10, 5, 0, 0, 2)).toBe('5/10 files · 2.5 documents/s');
    expect(progressLine(10, 10, 10, 0, 0, 5)).toBe('10/10 files · 2.0 documents/s');
  });

  it('tells durations as people do', () => {
    expect([0.2, 59, 61, 3599, 11_100].map(duration)).toEqual(['1 s', '59 s', '1 min', '1 h 0 min', '3 h 5 min']);
  });
});
