/** Lines of headers and footers → what they are: each wording once, for it stands on every page. */
import type { FlowFurniture } from '../../model/flow.ts';

const pageNumber = /^[\s\-—–－·.第共页/\dPageof]*\d[\s\-—–－·.第共页/\dPageof]*$/;

/** @param lines as printed; blank ones are left out */
export function furnitureOf(lines: readonly string[]): readonly FlowFurniture[] {
  return [...new Set(lines.filter((line) => line.trim() !== ''))].map((text) => ({
    kind: 'furniture',
    role: pageNumber.test(text) ? 'page-number' : 'running-head',
    text,
  }));
}
