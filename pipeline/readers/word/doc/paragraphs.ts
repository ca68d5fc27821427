/**
 * The characters of a Word 97 document → its paragraphs: words as printed with all changes accepted, and what the mark at the
 * paragraph's end says of it. Hard because everything but the words hangs on bytes elsewhere.
 */
import { type Field, turnField } from '../fields.ts';
import { symbolSign } from '../symbols.ts';
import type { Tally } from '../tally.ts';
import { type Formatted, formatAt, paragraphFormats, runFormats } from './formatting.ts';
import type { WordFile } from './open-doc.ts';
import type { Piece } from './pieces.ts';
import type { Sprm } from './sprms.ts';

export interface DocParagraph {
  readonly text: string;
  readonly style: number;
  readonly sprms: readonly Sprm[];
  /** Its mark ends a cell, or a row, of a table on the first level. */
  readonly cellMark: boolean;
}

const cellMark = '\x07';
const enders = new Set(['\r', '\x0c', cellMark]);
const signs: ReadonlyMap<string, string> = new Map([
  ...[['\x0b', '\n'] as const, ['\x0e', '\n'] as const, ['\x1e', '-'] as const, ['\x1f', ''] as const],
]);
const fieldTurns: ReadonlyMap<string, string> = new Map([
  ...[['\x13', 'begin'] as const, ['\x14', 'separate'] as const, ['\x15', 'end'] as const],
]);
/** Inline and floating pictures and objects. */
const pictures = new Set(['\x01', '\x08']);

const deleted = 0x0800;
const inserted = 0x0801;
const fieldData = 0x0806;
const vanish = 0x083c;
const symbol = 0x6a09;

/** @returns paragraphs of the characters [from, to) */
export function readParagraphs(
  file: WordFile,
  pieces: readonly Piece[],
  tally: Tally,
): (from: number, to: number) => readonly DocParagraph[] {
  const paragraphs = paragraphFormats(file);
  const runs = runFormats(file);
  return (from, to) => {
    const told: DocParagraph[] = [];
    const fields: Field[] = [];
    let words: string[] = [];
    let run: Formatted | undefined;
    let changing = false;
    for (const piece of pieces) {
      for (let i = Math.max(0, from - piece.from); i < Math.min(piece.text.length, to - piece.from); i++) {
        const place = piece.place + i * piece.width;
        if (run === undefined || place < run.from || place >= run.to) run = formatAt(runs, place);
        const sprms = piece.sprms.length === 0 ? (run?.sprms ?? []) : [...(run?.sprms ?? []), ...piece.sprms];
        const sign = piece.text.charAt(i);
        const gone = isSet(sprms, deleted);
        const changes = gone || isSet(sprms, inserted);
        if (changes && !changing) tally.changes++;
        changing = changes;
        if (enders.has(sign)) {
          if (gone && sign === '\r') continue;
          const { style = 0, sprms: own = [] } = formatAt(paragraphs, place) ?? {};
          told.push({ text: words.join(''), style, sprms: [...own, ...piece.sprms], cellMark: sign === cellMark });
          words = [];
        } else if (!gone) words.push(printed(sign, sprms, fields, tally));
      }
    }
    if (words.join('').trim() !== '') told.push({ text: words.join(''), style: 0, sprms: [], cellMark: false });
    return told;
  };
}

function printed(sign: string, sprms: readonly Sprm[], fields: Field[], tally: Tally): string {
  const turn = fieldTurns.get(sign);
  if (turn !== undefined) turnField(fields, turn);
  if (turn !== undefined || fields.includes('code')) return '';
  if (pictures.has(sign)) {
    if (!isSet(sprms, fieldData)) tally.pictures++;
    return '';
  }
  if (isSet(sprms, vanish)) {
    tally.hidden += sign.trim().length;
    return '';
  }
  const drawn = sprms.find(({ code }) => code === symbol);
  if (drawn !== undefined && (sign === '(' || sign.charCodeAt(0) >= 0xf000)) {
    // Which font it is stands in a list of fonts; the check boxes and list marks of reports are Wingdings.
    const known = symbolSign(drawn.value.u16(2), 'Wingdings');
    if (known === null) tally.unknown++;
    return known ?? '\ufffd';
  }
  return signs.get(sign) ?? (sign < ' ' && sign !== '\t' ? '' : sign);
}

/** The last word counts; 0x80 and 0x81 mean as the style, or its opposite, and styles hide and delete nothing here. */
function isSet(sprms: readonly Sprm[], property: number): boolean {
  const said = sprms.findLast(({ code }) => code === property)?.value.u8(0);
  return said === 1 || said === 0x81;
}
