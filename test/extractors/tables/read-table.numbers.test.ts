/** Numbers of tables: exact to the fen, in the unit nearest to them; what is no number is no figure. */
import { describe, expect, it } from 'vitest';
import { readCellNumber } from '../../../extractors/tables/numbers.ts';
import { type PrintedTable, printedValue, readOne, saidOf, tuplesOf } from '../../support/tables.ts';

/** A table with one number. */
const tableOf = (cell: string, table: Partial<PrintedTable> = {}): PrintedTable => ({
  title: '支出总表',
  rows: ['科目编码 | 科目名称 | 合计', `213 | 农林水支出 | ${cell}`],
  ...table,
});
const valuesOf = (cell: string, table: Partial<PrintedTable> = {}) =>
  readOne(tableOf(cell, table)).figures.map(printedValue);

describe('an amount', () => {
  it.each([
    ['4,704.239912', '万元', '47042399.12'],
    ['143,873,426.50', '元', '143873426.50'],
    ['1，234.5', '万元', '12345000.00'],
    ['１２３．４', '万元', '1234000.00'],
    ['-15.51', '万元', '-155100.00'],
    ['.5', '万元', '5000.00'],
    ['（3.00）', '元', '-3.00'],
    ['3', '亿元', '300000000.00'],
    ['0.01', '千元', '10.00'],
    ['90071992547409.93', '元', '90071992547409.93'],
  ])('%s %s is exactly %s yuan', (cell, unit, yuan) => expect(valuesOf(cell, { unit })).toEqual([yuan]));

  it('keeps the place of its last digit', () => {
    const places = ['20.9425', '20.00', '20'].map((cell) => readOne(tableOf(cell, { unit: '万元' })).figures[0]?.value);
    expect(places).toMatchObject([{ money: { place: 0 } }, { money: { place: 2 } }, { money: { place: 4 } }]);
  });

  it('finer than a fen is rounded to one, and said', () => {
    const read = readOne(tableOf('0.1234567', { unit: '万元' }));
    expect(read.figures.map(printedValue)).toEqual(['1234.57']);
    expect(saidOf(read)).toEqual([['amount-rounded-to-fen', '支出总表: “0.1234567” is finer than a fen']]);
  });

  it('beyond what a database keeps is no figure, and said', () => {
    const read = readOne(tableOf('99999999999999999999.00'));
    expect(read.figures).toEqual([]);
    expect(saidOf(read).map(([code]) => code)).toEqual(['amount-malformed']);
  });
});

describe('the unit of an amount', () => {
  const inColumn = { rows: ['科目编码 | 科目名称 | 合计（万元）', '213 | 农林水支出 | 3.00'] };

  it('is the table’s', () => expect(valuesOf('3.00', { unit: '万元' })).toEqual(['30000.00']));

  it('is its column’s where that has one', () => {
    expect(valuesOf('3.00', { unit: '元', ...inColumn })).toEqual(['30000.00']);
    expect(valuesOf('3.00', { unit: null, ...inColumn })).toEqual(['30000.00']);
  });

  it('is its own where it is printed with one', () => {
    expect(valuesOf('5000元', { unit: '万元' })).toEqual(['5000.00']);
    expect(valuesOf('0.5万元', { unit: '元' })).toEqual(['5000.00']);
    expect(valuesOf('0.5万元', { unit: null })).toEqual(['5000.00']);
  });

  it('is not guessed: the number stays as printed, and the table is said to have none', () => {
    const rows = ['科目编码 | 科目名称 | 合计', '213 | 农林水支出 | 30.00', '221 | 住房保障支出 | 1.00'];
    const read = readOne({ title: '支出总表', unit: null, rows });
    expect(tuplesOf(read)).toEqual([
      ['213', 'expenditure.by_function', '', '30.00?'],
      ['221', 'expenditure.by_function', '', '1.00?'],
    ]);
    expect(saidOf(read)).toEqual([['unit-unknown', '支出总表: no unit is printed: 2 numbers are kept as printed']]);
  });
});

describe('a cell', () => {
  it.each([['0.00'], ['0'], ['0.0']])('with %s is zero', (cell) => expect(valuesOf(cell)).toEqual(['0.00']));

  it.each([
    [''],
    ['-'],
    ['—'],
    ['－'],
    ['–'],
    ['/'],
    ['*'],
  ])('with %j is no figure, and nothing is said of it', (cell) => {
    const read = readOne(tableOf(cell));
    expect(read.figures).toEqual([]);
    expect(read.findings).toEqual([]);
  });

  it.each([['12.3.4'], ['1O.00'], ['3辆'], ['12.00 注1']])('with %j is no number: no figure, and said', (cell) => {
    const read = readOne(tableOf(cell));
    expect(read.figures).toEqual([]);
    const text = cell.replaceAll(' ', '');
    expect(saidOf(read)).toEqual([['cell-unreadable', `支出总表: “${text}” under “合计” is no number`]]);
  });

  it('with words alone is no number and no trouble', () => {
    expect(readOne(tableOf('见附表'))).toMatchObject({ figures: [], findings: [] });
  });

  it('with a per cent sign is a share', () => {
    expect(readOne(tableOf('47.84%')).figures).toMatchObject([{ measure: 'share', value: { unit: '%' } }]);
    expect(valuesOf('47.84%')).toEqual(['47.84%']);
  });

  it('merged over several rows or columns is one figure', () => {
    const rows = ['科目编码 | 科目名称 | 合计 | 基本支出', '213 | 农林水支出 | 3.00 | ←', '221 | 住房保障支出 | ↑ | ←'];
    expect(tuplesOf(readOne({ title: '支出总表', rows }))).toEqual([['213', 'expenditure.by_function', '', '3.00']]);
  });
});

describe('the words of a cell', () => {
  it.each([
    '1.49万元左右',
    '2024年',
    '一百',
    '1,2,3.4.5',
    '--',
    '',
    '%',
    '元',
    '1e5',
    '0x1F',
    '+3',
  ])('%j are no number', (text) => {
    expect(readCellNumber(text)).toBeNull();
  });
});
