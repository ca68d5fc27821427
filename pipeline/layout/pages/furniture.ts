/**
 * Which lines of printed pages are page numbers, running heads and watermarks: by where they stand, by standing on many pages, by
 * running aslant. What the first page says is its title, though later pages repeat it.
 */
import { compact } from '../../../normalizers/fold.ts';
import type { Furniture } from '../../model/layout.ts';
import type { DraftLine, PageDraft } from './draft-page.ts';
import type { PageLayoutSettings } from './settings.ts';

const pageNumber = /^(?:[-—–·~]*\d{1,4}[-—–·~]*|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}|[ivxⅰ-ⅻ]{1,5})$/i;
/** Captions of tables repeat at the top of pages and are none. */
const caption =
  /单位[:：]|金额|表(?:[（(].*[)）])?$|续表|^表\d|(?:公开|预算|决算)\d+表|(?:部门|单位|编制)[^:：]{0,8}[:：]/;

/** @returns the role of each furniture line */
export function furnitureOf(
  drafts: readonly PageDraft[],
  settings: PageLayoutSettings,
): ReadonlyMap<DraftLine, Furniture['role']> {
  const roles = new Map<DraftLine, Furniture['role']>();
  const repeated = new Map<string, DraftLine[]>();
  for (const { items, height } of drafts) {
    const lines = items.filter((item) => item.kind === 'line');
    for (const item of lines) {
      if (item.line.angle % 90 !== 0) roles.set(item, 'watermark');
      if (item.line.angle !== 0) continue;
      const text = compact(item.line.text);
      const atTop = item.line.y < height * settings.margin && item === lines[0];
      const atBottom = item.line.y > height * (1 - settings.margin) && items.indexOf(item) >= items.length - 2;
      if (!atTop && !atBottom) continue;
      if (pageNumber.test(text)) roles.set(item, 'page-number');
      else if (!caption.test(text)) {
        const key = text.replace(/\d+/g, '#');
        const same = repeated.get(key);
        if (same === undefined) repeated.set(key, [item]);
        else same.push(item);
      }
    }
  }
  for (const same of repeated.values()) {
    if (same.length < settings.headPages) continue;
    for (const item of same) if (item.page !== drafts[0]?.number) roles.set(item, 'running-head');
  }
  return roles;
}
