import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, fold, tidy } from '../../normalizers/fold.ts';

describe('folding for matching', () => {
  it.each([
    ['a radical of the supplement', '⻓⻋⺠', '长车民'],
    ['a Kangxi radical', '⼀⼆⽂⽔', '一二文水'],
    ['a compatibility ideograph', '\uf900\uf9b4', '豈領'],
    ['full-width digits and letters', '１２３ＡＢｚ', '123ABz'],
    ['brackets', '（）﹙﹚', '()()'],
    ['signs', '：％．／', ':%./'],
    ['minus signs', '－−', '--'],
    ['waves', '～〜', '~~'],
    ['currency', '￥', '¥'],
    ['blanks of every kind', '\u3000\u00a0\t\u200b\u2003\u202f\ufeff', '       '],
    ['a comma between full-width digits in threes', '１，２３４，５６７', '1,234,567'],
  ])('makes %s plain', (_, printed, plain) => expect(fold(printed)).toBe(plain));

  it.each([
    ['clause marks', '，；！？。、'],
    ['line ends', 'a\nb\r\nc'],
    ['dashes that set words apart', '—–'],
    ['quotes', '“”‘’《》〔〕'],
    ['a full-width comma between plain digits', '1，234'],
    ['signs that would become two', '㎡㎞…'],
    ['circled numbers', '①⑳'],
    ['characters beyond the basic plane', '𠀀😀'],
    ['plain words', '部门预算 2023, GDP'],
  ])('keeps %s', (_, printed) => expect(fold(printed)).toBe(printed));

  it('keeps a full-width comma that parts no thousands', () => {
    expect(fold('１，２３')).toBe('1，23');
    expect(fold('１，２３４５')).toBe('1，2345');
    expect(fold('共1，234.56万元，其中2，345万元')).toBe('共1,234.56万元，其中2,345万元');
    expect(fold('第3，500家')).toBe('第3，500家');
  });

  it('is as long as the print, unit by unit, and folding again changes nothing', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'１，２３⻓⼀ａ（\u3000，,1') }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('folds each character of the basic plane to one', () => {
    for (let code = 0; code <= 0xffff; code++) expect(fold(String.fromCharCode(code)).length).toBe(1);
  });
});

describe('words without layout', () => {
  it('loses every blank when compared', () => {
    expect(compact('因 公 出 国 （ 境 ） 费\n')).toBe('因公出国(境)费');
  });

  it.each([
    [' 因 公\n出国  （境） 费 ', '因公出国（境）费'],
    ['GDP  增长 10 万元', 'GDP增长10万元'],
    ['Word  Excel\nPDF', 'Word Excel PDF'],
    ['\u3000\u200b', ''],
  ])('%j is tidied to %j', (printed, words) => expect(tidy(printed)).toBe(words));
});
