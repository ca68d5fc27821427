/**
 * Whose report it is. Hard because a report names many agencies, its own sometimes only in running text; so every place where
 * a report names its author is a witness, and the witnesses are weighed.
 */
import { z } from 'zod';
import { compact } from '../../normalizers/fold.ts';
import { matchRegion } from '../../normalizers/region.ts';
import { readVocabulary } from '../../normalizers/vocab/read.ts';
import { type Layout, passagesOf } from '../../pipeline/model/layout.ts';
import type { Outline } from '../../pipeline/model/outline.ts';
import type { Passage } from '../../pipeline/model/passage.ts';

/** How much a witness of each kind counts; the title outweighs any number of mentions in passing. */
const weights = { title: 12, heading: 8, speaker: 8, label: 5, signature: 4, text: 1 } as const;
/** Mentions in running text beyond this say nothing more; label lines repeat on every table. */
const mostMentions = 6;
/** The lines of a document's head, where its author and place stand. */
const headLines = 12;

let endings: readonly string[] | undefined;
let mentionShape: RegExp | undefined;

function agencyEndings(): readonly string[] {
  endings ??= readVocabulary('agency-endings.csv', z.object({ ending: z.string() })).map((row) => row.ending);
  return endings;
}

const labelled =
  /(?:预算单位|部门名称|单位名称|编制单位|编制部门|填报单位|主管部门|预算部门名称|部门\(单位\)名称|单位\(部门\)名称)[: ]{0,60}([一-鿿()·]{4,30})(?=\s|$)/;
const labelAlone = /(?:预算单位|部门名称|单位名称|填报单位|部门\(单位\)名称):?$/;
const afterAgency =
  /(?:\((?:本级|汇总|机关)\)|本级|机关)?(?:关于)?(?:\d{4}[-—]?(?:\d{4})?年(?:度)?|部门(?:预算|决算|整体)|单位(?:预算|决算|整体)|整体支出|项目(?:支出)?绩效|绩效(?:自评|评价|目标)|概况|基本情况|主要职[能责]).*$/;

/**
 * @param title the printed title, or null
 * @returns the agency's name in the longest form a witness gives, or null
 */
export function findAgency(title: string | null, layout: Layout, outline: Outline): string | null {
  const votes = new Map<string, number>();
  const vote = (name: string | null, weight: number) => {
    if (name !== null) votes.set(name, (votes.get(name) ?? 0) + weight);
  };
  const passages = passagesOf(layout);
  const printed = passages.map((passage) => passage.folded.slice(0, 400));
  const lines = printed.map(compact);
  const head = headOf(layout, passages);
  const place = placeOf([title ?? '', ...lines.filter((_, index) => head.has(index))]);
  if (title !== null) vote(agencyIn(title, place), weights.title);
  for (const { heading } of outline.sections) {
    if (heading !== null && /概况$|基本情况$|报告$|(?:预算|决算)(?:情况说明)?$/.test(heading.value))
      vote(agencyIn(heading.value, place), weights.heading);
  }
  let labels = 0;
  for (const [index, line] of lines.entries()) {
    const named = namedBy(printed[index] ?? '', line, lines[index + 1] ?? '');
    if (named !== null && labels++ < mostMentions) vote(named, weights.label);
    if (/^\d{4}年\d{1,2}月\d{1,2}日$/.test(line)) vote(wholeAgency(lines[index - 1] ?? ''), weights.signature);
    if (head.has(index)) {
      vote(wholeAgency(line), weights.signature);
      vote(speaker(line, place), weights.speaker);
    }
  }
  for (const [name, count] of mentioned(lines)) vote(name, weights.text * Math.min(count, mostMentions));
  return longestForm(votes);
}

function namedBy(printed: string, line: string, next: string): string | null {
  const value = labelled.exec(printed)?.[1] ?? labelled.exec(line)?.[1];
  if (value !== undefined) return wholeAgency(value);
  return labelAlone.test(line) ? wholeAgency(next) : null;
}

/** What of a title or heading is the agency: its head, up to the year or the kind of document. */
export function agencyIn(title: string, place: string | null): string | null {
  const plain = compact(title).replace(/^附件\d*[:.、]?/, '');
  const head = plain.replace(/^(?:\d{4}年(?:度)?|关于)+/, '').replace(afterAgency, '');
  const name = wholeAgency(head);
  return name === null ? null : complete(name, place);
}

/** Reports to a people's congress name who gives them: 广州市财政局局长 姚某. */
function speaker(line: string, place: string | null): string | null {
  const name = /^([一-鿿]{0,8}财政[厅局])(?:[局厅]长.{0,8})?$/.exec(line)?.[1];
  return name === undefined ? null : complete(name, place);
}

/** 市财政局 says its place only where the place is known: 苏州市 + 市财政局. */
function complete(name: string, place: string | null): string | null {
  if (!/^[省市县区州旗]/.test(name)) return name;
  return place?.endsWith(name.charAt(0)) ? place + name.slice(1) : null;
}

/** Cells are lines of the head only where there are no others: a table there tells who posted the document, not whose it is. */
function headOf({ blocks }: Layout, passages: readonly Passage[]): ReadonlySet<number> {
  const prose = new Set(blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.passage] : [])));
  const enough = prose.size >= headLines;
  const head = passages.flatMap((passage, index) => (!enough || prose.has(passage) ? [index] : []));
  return new Set(head.slice(0, headLines));
}

/** The first place that one of the lines names, at its beginning or after 关于. */
function placeOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const words = compact(line)
      .replace(/^.*?关于/, '')
      .replace(/^\d{4}年度?/, '');
    const match = matchRegion(words);
    if (match !== null) return words.slice(0, match.length);
  }
  return null;
}

/** The text when the whole of it can be an agency's name. */
export function wholeAgency(text: string): string | null {
  if (!/^[一-鿿()·]{4,30}$/.test(text) || /^(?:本|我|各|该|下属|所属|其他)/.test(text)) return null;
  const name = text.replace(/\(?(?:部门|单位|本级|机关|汇总)\)?$/, '');
  return agencyEndings().some((ending) => name.endsWith(ending)) && name.length >= 4 ? name : null;
}

/** Names in running text that begin with a known place and end as agencies do, counted. */
function mentioned(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const alternatives = [...agencyEndings()].sort((a, b) => b.length - a.length).join('|');
  mentionShape ??= new RegExp(
    `(?:^|[-，。；、:“《(/]|年度?|纳入|为|是|对|将)([一-鿿]{2,12}[省市县区州盟旗][一-鿿]{2,16}?(?:${alternatives}))(?![一-鿿]{0,2}(?:委员会|办公室|中心))`,
    'g',
  );
  for (const line of lines) {
    for (const match of line.matchAll(mentionShape)) {
      const name = (match[1] ?? '').replace(/^(?:纳入|为|是|对|将|经|原)/, '');
      if (/(?:负责|组织|根据|按照|由|和|及|向|会同|各|单位|部门|名称)/.test(name) || matchRegion(name) === null)
        continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** 仁和区应急管理局 counts for 攀枝花市仁和区应急管理局 too: what stands before it names a place. */
function longestForm(votes: ReadonlyMap<string, number>): string | null {
  const isFormOf = (name: string, other: string) =>
    name === other || (name.endsWith(other) && isPlace(name.slice(0, -other.length)));
  const total = (name: string) =>
    [...votes].reduce((sum, [other, weight]) => (isFormOf(name, other) ? sum + weight : sum), 0);
  const ranked = [...votes.keys()].map((name) => ({ name, votes: total(name) }));
  ranked.sort((a, b) => b.votes - a.votes || b.name.length - a.name.length);
  return ranked[0]?.name ?? null;
}

const isPlace = (words: string) =>
  matchRegion(words)?.length === words.length || /^[一-鿿]{2,5}[省市州盟]$/.test(words);
