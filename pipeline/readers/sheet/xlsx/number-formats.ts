/** The styles of a workbook → the code of the number format that each style of a cell has (ECMA-376 part 1, 18.8). */
import { elementAt, elementsIn, type XmlElement } from '../../xml/parse-xml.ts';

const day = 'yyyy"年"m"月"d"日"';
const month = 'yyyy"年"m"月"';
const dayOfMonth = 'm"月"d"日"';
const time = 'h"时"mm"分"';
const halfDay = '上午/下午h"时"mm"分"';

/** The formats that are not written out in the file: those of all languages, and those of Chinese (18.8.30, zh-cn). */
const builtIn: Readonly<Record<number, string>> = {
  ...{ 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00' },
  ...{ 5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;[Red]"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00' },
  ...{ 8: '"¥"#,##0.00;[Red]"¥"-#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??' },
  ...{ 14: 'm/d/yy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM' },
  ...{ 20: 'h:mm', 21: 'h:mm:ss', 22: 'm/d/yy h:mm' },
  ...{ 27: month, 28: dayOfMonth, 29: dayOfMonth, 30: 'm-d-yy', 31: day, 32: time, 33: 'h"时"mm"分"ss"秒"' },
  ...{ 34: halfDay, 35: `${halfDay}ss"秒"`, 36: month, 50: month, 51: dayOfMonth, 52: month, 53: dayOfMonth },
  ...{ 54: dayOfMonth, 55: halfDay, 56: `${halfDay}ss"秒"`, 57: month, 58: dayOfMonth },
  ...{ 37: '#,##0 ;(#,##0)', 38: '#,##0 ;[Red](#,##0)', 39: '#,##0.00;(#,##0.00)', 40: '#,##0.00;[Red](#,##0.00)' },
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  ...{ 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0', 48: '##0.0E+0', 49: '@' },
};

/** @param styles the root of the part, if there is one @returns codes by the number of the cell's style */
export function numberFormats(styles: XmlElement | undefined): readonly string[] {
  const own = new Map<number, string>();
  for (const { attributes } of childrenAt(styles, 'numFmts', 'numFmt')) {
    own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? 'General');
  }
  return childrenAt(styles, 'cellXfs', 'xf').map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0);
    return own.get(id) ?? builtIn[id] ?? 'General';
  });
}

function childrenAt(root: XmlElement | undefined, list: string, name: string): readonly XmlElement[] {
  const found = elementAt(root, list);
  return found === undefined ? [] : elementsIn(found, name);
}
