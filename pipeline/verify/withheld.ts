/**
 * 部分涉密事项在预算公开时予以剔除: a report that says so prints wholes that are more than the items below them. There such a check cannot be
 * carried out, as with a list that says 主要; a whole that is less than its items contradicts them all the same.
 */
import type { Outline } from '../model/outline.ts';
import type { Passage } from '../model/passage.ts';
import type { Verdict } from '../model/verdict.ts';

/** Checks of a whole against the items that are listed of it. */
const listed = /^(?:hierarchy\.|sum\.total$)/;
const secret = /涉密|保密/;
const leftOut = /剔除|除外|隐去|删除|[不未](?:予以?|再|作|宜|能|得|在此)?公开/;
/** What is said of targets alone leaves no amount out. */
const otherwise = /绩效/;

export function withWithheld(verdicts: readonly Verdict[], outline: Outline): readonly Verdict[] {
  const short = (verdict: Verdict) =>
    verdict.status === 'fail' && listed.test(verdict.rule) && !(verdict.difference ?? '-').startsWith('-');
  if (!verdicts.some(short)) return verdicts;
  const said = saidIn(outline);
  if (said === null) return verdicts;
  return verdicts.map((verdict) =>
    short(verdict)
      ? {
          ...verdict,
          ...{ status: 'skipped', outcome: 'unread', severity: 'info' },
          ...{ stated: null, expected: null, difference: null },
          message: `${verdict.message}；报告说明有科目未公开（“${said}”），无法核对`,
          english: `${verdict.english}; the report says that items are left out`,
        }
      : verdict,
  );
}

/** The sentence that says that items are left out. */
function saidIn({ sections }: Outline): string | null {
  const passages = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): readonly Passage[] => (block.kind === 'paragraph' ? [block.passage] : [])),
  );
  const sentences = passages
    .filter(({ folded }) => secret.test(folded))
    .flatMap(({ text }) => text.split(/[。；;！!]/))
    .map((sentence) => sentence.replace(/\s/g, ''));
  return sentences.find((one) => secret.test(one) && leftOut.test(one) && !otherwise.test(one)) ?? null;
}
