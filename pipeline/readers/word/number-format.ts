/** A paragraph's counter → the number as Word prints it, by the format's name (ECMA-376 part 1, 17.18.59 ST_NumberFormat). */

const digits = '〇一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';

/** 二十一, 一百零五; beyond 9999 digit by digit, which no report reaches. */
function counted(value: number, signs: string, scales: readonly string[], bareTen: boolean): string {
  const written = String(value);
  if (value === 0 || written.length > 4) return [...written].map((digit) => signs[Number(digit)]).join('');
  const words = [...written]
    .map((digit, i) => (digit === '0' ? '零' : `${signs[Number(digit)]}${scales[written.length - 1 - i]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
  return bareTen && value >= 10 && value < 20 ? words.replace(/^[一壹]/, '') : words;
}

const everydayScales = ['', '十', '百', '千'];
const counting = (value: number) => counted(value, digits, everydayScales, true);
const legalCounting = (value: number) => counted(value, legal, ['', '拾', '佰', '仟'], false);

const cycle = (signs: string) => (value: number) => [...signs][(value - 1) % [...signs].length] ?? String(value);
/** Signs that Unicode has up to a last number; beyond it the plain number. */
const enclosed = (first: number, last: number) => (value: number) =>
  value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value);

function roman(value: number): string {
  const parts = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const;
  let rest = Math.min(value, 3999);
  return parts
    .map(([size, sign]) => {
      const times = Math.floor(rest / size);
      rest -= times * size;
      return sign.repeat(times);
    })
    .join('');
}

/** a … z, aa, bb … */
const letter = (value: number) =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(10, 1 + Math.floor((value - 1) / 26)));

const wide = (value: number) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const formats: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: (value) => [...String(value)].map((digit) => digits[Number(digit)]).join(''),
  japaneseDigitalTenThousand: (value) => [...String(value)].map((digit) => digits[Number(digit)]).join(''),
  taiwaneseDigital: (value) => [...String(value)].map((digit) => digits[Number(digit)]).join(''),
  chineseLegalSimplified: legalCounting,
  ideographLegalTraditional: legalCounting,
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: enclosed(0x2460, 20),
  decimalEnclosedCircleChinese: enclosed(0x2460, 20),
  decimalEnclosedParen: enclosed(0x2474, 20),
  decimalEnclosedFullstop: enclosed(0x2488, 20),
  ideographEnclosedCircle: enclosed(0x3280, 10),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  none: () => '',
};

/** @param format a name of ST_NumberFormat; unknown ones count in Arabic digits */
export function formatNumber(value: number, format: string): string {
  return (Object.hasOwn(formats, format) ? formats[format] : undefined)?.(value) ?? String(value);
}
