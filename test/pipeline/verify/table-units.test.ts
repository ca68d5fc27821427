/** Down a table of units: the total is the sum of the units, each once. */
import { describe, expect, it } from 'vitest';
import { checkTableUnits } from '../../../pipeline/verify/table-units.ts';
import { type Meaning, type PrintedRow, saidBy, table } from '../../support/figures.ts';

const total = (amount: string): PrintedRow => [amount, { stated: '合计' }];
const unit = (agency: string, amount: string, more: Meaning = {}): PrintedRow => [amount, { agency, ...more }];
const units = (...rows: readonly PrintedRow[]) => saidBy(checkTableUnits(table(...rows)));

describe('the total of a table of units', () => {
  it('is the sum of the units', () => {
    expect(units(total('9.00'), unit('局本级', '5.00'), unit('水务站', '4.00'))).toEqual([
      'sum.units exact: 9.00 / 9.00',
    ]);
    expect(units(total('9.90'), unit('局本级', '5.00'), unit('水务站', '4.00'))).toEqual([
      'sum.units off: 9.90 / 9.00',
    ]);
  });

  it('counts no department twice that is printed first with everything', () => {
    const rows = [unit('水务局', '9.00'), unit('水务局本级', '5.00'), unit('水务站', '4.00')];
    expect(units(total('9.00'), ...rows)).toEqual(['sum.units exact: 9.00 / 9.00']);
    const wrong = [unit('水务局', '9.00'), unit('水务局', '5.00'), unit('水务站', '4.10')];
    expect(units(total('9.00'), ...wrong)).toEqual(['sum.units off: 9.00 / 9.10']);
  });

  it('is looked at wherever it is printed', () =>
    expect(units(total('9.00'), total('9.10'), unit('局本级', '5.00'), unit('水务站', '4.00'))).toEqual([
      'sum.units exact: 9.00 / 9.00',
      'sum.units off: 9.10 / 9.00',
    ]));

  it('is left alone with one unit, and of items, other years and other columns', () => {
    expect(units(total('9.00'), unit('局本级', '5.00'))).toEqual([]);
    for (const more of [{ function: '208' }, { fiscalYear: 2022 }, { component: 'expenditure.basic' }]) {
      expect(units(total('9.00'), unit('局本级', '5.00', more), unit('水务站', '3.00', more))).toEqual([]);
    }
  });
});
