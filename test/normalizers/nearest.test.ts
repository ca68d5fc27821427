import { describe, expect, it } from 'vitest';
import { nearest } from '../../normalizers/nearest.ts';

describe('what a slip of the pen meant', () => {
  it.each([
    ['财政拔款', '财政拨款'],
    ['基本支初', '基本支出'],
    ['项目支出', '项目支出'],
    ['公务接侍费', '公务接待费'],
    ['事业收人', '事业收入'],
  ])('%s is nearest to %s', (word, meant) => {
    expect(nearest(word, ['财政拨款', '事业收入', '基本支出', '项目支出', '公务接待费'])).toBe(meant);
  });

  it.each([
    ['xyz', ['财政拨款']],
    ['上年结转', ['公务接待费', '项目支出']],
    ['财政拨款', []],
    ['', ['财政拨款']],
  ])('%j among %j has none', (word, candidates) => expect(nearest(word, candidates)).toBeNull());
});
