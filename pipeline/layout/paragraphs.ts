/**
 * Lines → paragraphs: joins what only the measure broke and keeps apart what was printed apart.
 * Hard because extracted text tells a paragraph's end only by a line that is shorter than the others, and because a
 * flattened table's cells stand between the prose, one broken piece a line.
 */
import { enumeratorOf } from '../../normalizers/enumerator.ts';
import { columnsOf, type Line, usualGap } from './lines.ts';
import type { TextLayoutSettings } from './settings.ts';

const endsSentence = /[。！？；;：:]$/;
const beginsUnit = /^(?:万元|亿元|元|万|亿|%|％|个|人|次|辆|台|[)）」》，。；、])/;
const endsOpen = /[\d.,，、（(“《]$/;

/**
 * @param lines lines without furniture
 * @param measure line length prose is broken at; null when every line is a paragraph
 * @returns runs of line indices, each run one paragraph
 */
export function joinLines(
  lines: readonly Line[],
  measure: number | null,
  settings: TextLayoutSettings,
): readonly (readonly [Line, ...Line[]])[] {
  const usual = usualGap(lines);
  const paragraphs: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const before = open?.at(-1);
    if (open !== undefined && before !== undefined && belongs(before, line, measure, usual, settings)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** 1304.01万 / 元: no line and no cell begins so; the rest only prose that was broken at a measure can tell. */
function belongs(
  before: Line,
  line: Line,
  measure: number | null,
  usual: number,
  settings: TextLayoutSettings,
): boolean {
  if (before.columned || line.columned) return false;
  if (/\d\s?[万亿]$/.test(before.text) && line.text.startsWith('元')) return true;
  return measure !== null && continues(before, line, measure, usual, settings);
}

function continues(before: Line, line: Line, measure: number, usual: number, settings: TextLayoutSettings): boolean {
  const full = before.width >= measure - settings.fullSlack;
  const apart = line.gap > usual && !line.afterFormFeed;
  if (line.gap > usual + 2 || (apart && !(full && !endsSentence.test(before.text)))) return false;
  const midToken = endsOpen.test(before.text) && beginsUnit.test(line.text) && before.width >= measure * 0.7;
  if (!full) return midToken;
  if (!endsSentence.test(before.text)) return !isNextItem(before, line) && !endsEarly(before, line, measure, settings);
  if (/^[\s\u3000]{2,}/.test(line.lead) || enumeratorOf(line.text) !== null) return false;
  return /[，。；、]/.test(line.text) && (line.width >= measure - settings.fullSlack || endsSentence.test(line.text));
}

/** 十一、 below 十、, or a new part: the next of a list, though the line above happens to be full. */
function isNextItem(before: Line, line: Line): boolean {
  const here = enumeratorOf(line.text);
  const above = enumeratorOf(before.text);
  return (
    here !== null &&
    (here.kind === 'part' || (above?.kind === here.kind && above.value !== null && here.value === above.value + 1))
  );
}

/** 况综述。项目全年预算数…: the rest of a title that goes on as a sentence. */
const titleRest = /^[^，。：\d]{1,12}。[^\s]/;
/** （款）行政单位医: the name of an item begun and not marked as one yet. */
const openItem = /[（(][类款][）)][^（(。，]+$/;

/** A numbered line without a stop or comma that had room for the next word: a heading, not a broken line. */
function endsEarly(before: Line, line: Line, measure: number, settings: TextLayoutSettings): boolean {
  if (enumeratorOf(before.text) === null || /[，,；。]/.test(before.text) || openItem.test(before.text)) return false;
  if (titleRest.test(line.text)) return false;
  const word = /^(?:[A-Za-z0-9.,%]+|.)/u.exec(line.text)?.[0] ?? '';
  return before.width + columnsOf(word) + settings.ragged < measure;
}
