/** The words that cells of a workbook share, in the order in which cells count them. */
import { Refusal } from '../../../model/refusal.ts';
import { mostCells } from '../sheet.ts';
import type { WorkbookPackage } from './package.ts';
import { RichText } from './rich-text.ts';

/** Characters of all of them; a workbook of two million cells has some forty million. */
const longest = 128 * 1024 * 1024;

/** @throws Refusal `damaged`, `too-large` */
export async function sharedStrings(
  { stream }: Pick<WorkbookPackage, 'stream'>,
  part: string,
  path: string,
): Promise<readonly string[]> {
  const strings: string[] = [];
  const item = new RichText();
  let length = 0;
  let inItem = false;
  await stream(part, {
    open: (name) => {
      if (name === 'si') {
        item.begin();
        inItem = true;
      } else if (inItem) item.open(name);
    },
    close: (name) => {
      if (name !== 'si') {
        item.close(name);
        return;
      }
      inItem = false;
      const { words } = item;
      length += words.length;
      if (strings.push(words) > mostCells || length > longest) {
        throw new Refusal('too-large', `${path}: its cells hold more words than can be kept; not read`);
      }
    },
    text: (words) => {
      if (inItem) item.text(words);
    },
  });
  return strings;
}
