/** White space of a page's source → what a browser shows. */

const han = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f]';
const brokenHan = new RegExp(`(?<=${han})[\\t ]*[\\r\\n][\\t\\r\\n ]*(?=${han})`, 'g');

/**
 * @param words of one run of text
 * @returns blanks of any kind as one blank, a line end between Chinese characters as nothing, none at either end
 */
export function shownText(words: string): string {
  return words
    .replace(brokenHan, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f]+/g, (blanks) => (/^\u3000+$/.test(blanks) ? blanks : ' '))
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad/g, '')
    .replace(/^[ \u3000]+|[ \u3000]+$/g, '');
}
