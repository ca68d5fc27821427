/** The number a heading or list item begins with: 第一部分, 附件2, 表三, 一、, （二）, 3., （4）, 5）, ⑥, 项目7. */
import { fold } from './fold.js';
import { readArabic, readHan } from './numerals.js';
/** Outermost first; a heading nests under the nearest one before it that ranks higher. */
export const enumeratorRanks = {
    part: 0,
    annex: 1,
    chapter: 3,
    han: 4,
    'han-paren': 5,
    arabic: 6,
    project: 7,
    'arabic-paren': 8,
    'arabic-half-paren': 9,
    circled: 10,
};
const hanNumber = '[一二三四五六七八九十百零]{1,4}';
const b = '[ ]{0,4}';
/** 附件所示, 表1所列: words of a sentence. */
const pointedAt = `(?!(?:附${b}[件表录]|表)${b}[一二三四五六七八九十\\d-]{0,6}${b}所[示列附])`;
const shapes = [
    ['part', new RegExp(`^第${b}(${hanNumber}|\\d{1,2})${b}(?:部${b}分|章|篇)[、:. ]{0,4}`)],
    ['chapter', new RegExp(`^第${b}(${hanNumber}|\\d{1,2})${b}节[、:. ]{0,4}`)],
    [
        'annex',
        new RegExp(`^${pointedAt}(?:附${b}[件表录]|表(?=${b}[一二三四五六七八九十\\d]))${b}(?:(${hanNumber}|\\d{1,3}(?:-\\d{1,2})?)(?![\\d年月.]))?${b}[、:.]?${b}`),
    ],
    ['han', new RegExp(`^(${hanNumber})${b}(?:[、.]|，(?=${b}\\S))${b}`)],
    ['han-paren', new RegExp(`^\\(${b}(${hanNumber})${b}\\)[、.]?${b}`)],
    ['project', new RegExp(`^项目${b}(\\d{1,2}|${hanNumber})(?=${b}[^个项类大期\\d%是年月的]|$)[、:.]?${b}`)],
    ['arabic', new RegExp(`^(\\d{1,2})${b}(?:[、]|\\.(?=(?:19|20)\\d\\d${b}年)|\\.(?!\\d))${b}`)],
    ['arabic-paren', new RegExp(`^\\(${b}(\\d{1,2})${b}\\)[、.]?${b}`)],
    ['arabic-half-paren', new RegExp(`^(\\d{1,2})\\)[、.]?${b}`)],
];
/**
 * @param text a line or paragraph, no white space before it
 * @returns what it is numbered with, or null; 1.49万元 and 2020.12 are numbers, not enumerators; 1.2021年 is item 1
 */
export function enumeratorOf(text) {
    const head = fold(text.slice(0, 24));
    const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(head[0] ?? ' ');
    if (circled >= 0)
        return {
            kind: 'circled',
            value: circled + 1,
            label: text.slice(0, 1),
            length: /^.[ 、.]*/.exec(head)?.[0].length ?? 1,
        };
    for (const [kind, shape] of shapes) {
        const match = shape.exec(head);
        if (match === null)
            continue;
        const words = match[1] ?? '';
        const value = (/^\d/.test(words) ? readArabic(words.replace(/-.*/, '')) : readHan(words))?.digits;
        const label = text.slice(0, match[0].length).replace(/[\s\u200b]+/g, '');
        return { kind, value: value === undefined ? null : Number(value), label, length: match[0].length };
    }
    return null;
}
