/**
 * Characters that print alike made alike, for matching only: the print itself is never changed.
 * One UTF-16 unit in, one out, so that an index in the folded words is an index in the printed ones.
 * Full-width digits, letters and most signs become ASCII; 。，、；！？ stay, because they end clauses where ASCII signs may
 * stand inside numbers. CJK radicals become ideographs: NFKC knows the Kangxi block whole, of the supplement only two.
 */

const radicalSupplement =
  '⺀丶⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋卩⺍小⺎兀⺏尢⺐尣⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛无⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

/** Kept as printed: marks that end a clause, and dashes, of which one kind joins ranges and another sets words apart. */
const keptMarks = new Set('，；！？');

function foldTable(): Map<number, number> {
  const table = new Map<number, number>();
  const put = (from: number, to: string) => table.set(from, to.charCodeAt(0));
  for (const blank of '\u00a0\u00ad\u200b\u200c\u200d\u2060\u202f\u205f\u3000\ufeff\t\v') put(blank.charCodeAt(0), ' ');
  for (let code = 0x2000; code <= 0x200a; code++) put(code, ' ');
  for (let i = 0; i + 1 < radicalSupplement.length; i += 2) {
    put(radicalSupplement.charCodeAt(i), radicalSupplement.charAt(i + 1));
  }
  const ranges: readonly (readonly [number, number])[] = [
    [0x2f00, 0x2fd5],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe6b],
    [0xff01, 0xff5e],
  ];
  for (const [from, to] of ranges) {
    for (let code = from; code <= to; code++) {
      const printed = String.fromCharCode(code);
      const plain = printed.normalize('NFKC');
      if (plain.length === 1 && plain !== printed && !keptMarks.has(printed)) put(code, plain);
    }
  }
  put(0x2212, '-');
  put(0x301c, '~');
  put(0xffe5, '¥');
  return table;
}

let table: Map<number, number> | undefined;
const worthFolding =
  /[\t\v\u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\u2212\u2e80-\u2fd5\u3000\u301c\uf900-\ufaff\ufe30-\ufe6b\ufeff\uff01-\uffe5]/g;
/** １，２３４ and 1，234.56万: between groups of three a wide comma parts digits; elsewhere it ends a clause. */
const wideComma = /(?<=[０-９])，(?=[０-９]{3}(?![０-９]))|(?<=(?<![\d.])\d{1,3})，(?=\d{3}(?:\.\d|\s?[万亿元]))/g;

/**
 * @param printed any text
 * @returns text of the same length with look-alikes unified, blanks of all kinds as U+0020 (line ends kept)
 */
export function fold(printed: string): string {
  table ??= foldTable();
  const known = table;
  const commas = printed.includes('，') ? printed.replace(wideComma, ',') : printed;
  return commas.replace(worthFolding, (unit) => {
    const plain = known.get(unit.charCodeAt(0));
    return plain === undefined ? unit : String.fromCharCode(plain);
  });
}

/**
 * Folded words without any white space: “因 公 出 国 （ 境 ） 费” → “因公出国(境)费”. For comparing, not for places.
 */
export function compact(printed: string): string {
  return fold(printed).replace(/\s+/g, '');
}

/**
 * Words for reading on: line breaks and the blanks that layout puts between Chinese characters removed, other runs of
 * blanks made one.
 */
export function tidy(printed: string): string {
  return printed
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .trim();
}
