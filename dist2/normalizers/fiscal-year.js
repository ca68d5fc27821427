/** Years as reports print them: 2023年, 2023 年度, ２０２３年, 二〇二三年, also right after an item's number (1.2023年). */
import { fold } from './fold.js';
import { readHan } from './numerals.js';
const printedYear = /(?<!\d|\d{3}\.|\.\d{1,2}\.)(20[0-4]\d|19[89]\d)(?=\s{0,3}年|\s{0,3}[-—]\s{0,3}\d{4}\s*年)|([二一][〇零○九][〇零○一二三四五六七八九]{2})(?=年)/g;
/** @returns every year named in the text, in order, with its place in it */
export function yearsIn(text) {
    return [...fold(text).matchAll(printedYear)].map((match) => ({
        year: match[1] !== undefined ? Number(match[1]) : Number(readHan((match[2] ?? '').replaceAll('○', '〇'))?.digits ?? 0n),
        at: match.index,
    }));
}
