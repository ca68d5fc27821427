/** Every way an exact amount of fen may be printed: the other direction of normalizers/money. */
import fc from 'fast-check';

export interface PrintedMoney {
  readonly fen: bigint;
  readonly print: string;
}

/** The largest amount that is printed in tests, in fen: ten billion times a thousand yuan. */
const most = 10n ** 15n;
const anyFen = fc.oneof(
  fc.constantFrom(0n, 1n, most, most - 1n),
  fc.bigInt({ min: 0n, max: most }),
  fc.bigInt({ min: 0n, max: 10n ** 9n }),
  fc.bigInt({ min: 0n, max: most / 10n ** 6n }).map((wan) => wan * 10n ** 6n),
);
const blanks = fc.array(fc.constantFrom(' ', '\u3000', '\u00a0'), { maxLength: 4 }).map((signs) => signs.join(''));

/** Each unit's power of ten over the fen. */
const units: readonly (readonly [string, number])[] = [
  ['元', 2],
  ['千元', 5],
  ['万元', 6],
  ['百万元', 8],
  ['亿元', 10],
];

interface ArabicStyle {
  readonly unit: readonly [string, number];
  /** Zeros kept after the last needed decimal, as far as the unit has places. */
  readonly zeros: number;
  readonly separated: boolean;
  readonly wide: boolean;
  readonly blank: string;
}

const arabicStyle: fc.Arbitrary<ArabicStyle> = fc.record({
  unit: fc.constantFrom(...units),
  zeros: fc.nat({ max: 10 }),
  separated: fc.boolean(),
  wide: fc.boolean(),
  blank: blanks,
});

function arabicPrint(fen: bigint, { unit: [unit, power], zeros, separated, wide, blank }: ArabicStyle): string {
  const digits = String(fen).padStart(power + 1, '0');
  const whole = digits.slice(0, -power);
  const fraction = digits.slice(-power);
  const needed = fraction.replace(/0+$/, '').length;
  const kept = fraction.slice(0, Math.min(power, needed + zeros));
  const grouped = separated ? whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',') : whole;
  const number = kept === '' ? grouped : `${grouped}.${kept}`;
  return `${wide ? widened(number) : number}${blank}${unit}`;
}

/** Digits and signs of full width: ，is the comma of ￥１，２３４. */
const widened = (number: string) =>
  [...number].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');

/** Arabic digits in 元, 千元, 万元, 百万元 or 亿元. */
export const arabicMoney: fc.Arbitrary<PrintedMoney> = fc
  .tuple(anyFen, arabicStyle)
  .map(([fen, style]) => ({ fen, print: arabicPrint(fen, style) }));

/** Whole yuan in Chinese numerals, everyday or financial. */
export const hanMoney: fc.Arbitrary<PrintedMoney> = fc.tuple(anyFen, fc.boolean()).map(([fen, financial]) => {
  const yuan = fen / 100n;
  return { fen: yuan * 100n, print: financial ? `${financialHan(yuan)}元整` : `${hanOf(yuan)}元` };
});

const digits = '零一二三四五六七八九';
const scales = ['', '十', '百', '千'];

/** Below 10000, each run of zeros inside as one 零. */
function groupOf(value: number): string {
  const signs = [...String(value)].map((sign, i, all) =>
    sign === '0' ? '零' : `${digits[Number(sign)]}${scales[all.length - 1 - i]}`,
  );
  return signs.join('').replace(/零+/g, '零').replace(/零$/, '');
}

/** @returns 一百二十万零五百 for 1200500 */
export function hanOf(yuan: bigint): string {
  if (yuan === 0n) return '零';
  for (const [scale, size] of [
    ['亿', 10n ** 8n],
    ['万', 10n ** 4n],
  ] as const) {
    if (yuan < size) continue;
    const rest = yuan % size;
    const gap = rest > 0n && rest < size / 10n ? '零' : '';
    return `${hanOf(yuan / size)}${scale}${gap}${rest === 0n ? '' : hanOf(rest)}`;
  }
  return groupOf(Number(yuan));
}

const financialSigns = new Map(
  [...'一二三四五六七八九十百千'].map((sign, i) => [sign, [...'壹贰叁肆伍陆柒捌玖拾佰仟'][i] ?? sign]),
);
const financialHan = (yuan: bigint) => [...hanOf(yuan)].map((sign) => financialSigns.get(sign) ?? sign).join('');

/** Running text without a number: words that a report is made of. */
export const chineseWords = fc
  .array(
    fc.constantFrom(
      ...'本年支出收入决算财政拨款用于项目资金较上减少其中部门单位购置设备维修经费补助发放安排工程建设，。；、（）：“”',
    ),
    { maxLength: 40 },
  )
  .map((signs) => signs.join(''));
