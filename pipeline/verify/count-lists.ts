/**
 * 其中 after a count: 应急预案62个，其中专项应急预案19个，部门应急预案14个，乡镇应急预案28个. Such lists often name only some (其中男5人), so only
 * one whose every part bears the whole's own name is held to add up.
 */
import type { Outline } from '../model/outline.ts';
import type { Passage } from '../model/passage.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { exactly, sum } from './interval.ts';
import { judge } from './judge.ts';
import { open } from './prose-lists.ts';

const unit = '(?:个|项|人|名|家|户|次|辆|台|处|所|座|件|份|场|期|批|支)';
const whole = new RegExp(`([一-龥]{2,16}?) ?(\\d{1,6}) ?(${unit})[，,（(]?其中[：:,，]?([^。；;）)]{6,})`, 'g');
const part = new RegExp(`^[，,、和及]?([一-龥]{2,24}?) ?(\\d{1,6}) ?(${unit})`);
/** Characters of the whole's name that each part's ends with. */
const shared = 3;

export function checkCountLists({ sections }: Outline): readonly Verdict[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? listsOf(block.passage) : [])),
  );
}

function listsOf(passage: Passage): readonly Verdict[] {
  return [...passage.folded.matchAll(whole)].flatMap((match) => {
    const [words, name = '', count = '', of = '', list = ''] = match;
    const parts = partsOf(list, name.slice(-shared), of);
    if (parts === null) return [];
    const quoted = passage.cut(match.index, match.index + words.length);
    return [
      judge({
        rule: 'sum.list',
        stated: exactly(BigInt(count)),
        expected: sum(parts.map(exactly)),
        figures: [],
        place: { span: coverOf(quoted.spans), quote: quoted.value },
        names: { stated: `${name}数`, expected: '其中各项之和' },
        english: { stated: 'the whole', expected: 'the sum of what it lists' },
        unit: '',
      }),
    ];
  });
}

/** @returns the counts of a list of names like the whole's, and nothing else; null for other words */
function partsOf(list: string, ending: string, of: string): readonly bigint[] | null {
  const counts: bigint[] = [];
  let rest = list;
  for (let match = part.exec(rest); match !== null; match = part.exec(rest)) {
    const [words, name = '', count = '', own = ''] = match;
    if (own !== of || !name.endsWith(ending)) break;
    counts.push(BigInt(count));
    rest = rest.slice(words.length);
  }
  const ended = rest === '' || (/^[，,]/.test(rest) && !part.test(rest));
  return counts.length >= 2 && ended && !open.test(rest.slice(0, 2)) ? counts : null;
}
