/** What a count counts: the thing named right before it, or what its unit can only mean after what is spoken of. */
import type { Basis } from '../../pipeline/model/figure.ts';
import type { Subject } from './subject.ts';

/**
 * @param unit 辆, 批次, 人 …
 * @param named the last thing named in the clause, and whether nothing else stands between it and the number
 * @param spokenOf what was spoken of before
 * @param label the words before the number
 */
export function countedBy(
  unit: string,
  named: Subject | null,
  close: boolean,
  spokenOf: Subject | null,
  label: string,
): Subject | null {
  if (spokenOf?.concepts[0] === 'sangong.reception_foreign' && guests.test(named?.stated ?? '')) return null;
  if (named?.counts === true && close && fits(named.concepts[0], unit)) return named;
  if (attendants.test(label)) return null;
  const plain = { function: null, economic: null, project: null, counts: true } as const;
  const about = (named ?? spokenOf)?.concepts[0] ?? '';
  const meant = byUnit.find(({ of, units, near }) => of.test(about) && units.test(unit) && (close || near !== true));
  if (meant !== undefined) return { ...plain, concepts: [meant.concept], stated: unit };
  const concept = spokenOf?.concepts[0] ?? '';
  const kind = label.replace(/^(?:[、，()：:]|和|及|其中)+/, '');
  const car = unit === '辆' && /(?:用车|车辆|车)$/.test(kind) && /vehicles/.test(concept);
  // 安排项目3个 counts no people, 学生300人 no staff.
  const people =
    (unit === '个' ? /人员$|编制$/ : /^.{2,14}$/).test(kind) &&
    /^[人名个]$/.test(unit) &&
    /^staff\./.test(concept) &&
    !served.test(kind);
  return car || people ? { ...plain, concepts: [concept], stated: kind } : null;
}

/** People who work is done for. */
const served = /学生|学员|幼儿|儿童|在校|在园|人口|居民|群众|患者/;

/** 年初安排项目3个，追加项目3个，减少项目1个: how many projects a budget is made of, each word for one basis. */
const projectVerbs: readonly { readonly verb: RegExp; readonly basis: Basis }[] = [
  { verb: /年初(?:预算)?(?:共)?安排项目$/, basis: 'initial_budget' },
  { verb: /(?:追加|新增|增加|减少|取消|调减)项目$/, basis: 'adjusted_budget' },
];

/** @param label the words of the clause before a number with the unit 个 */
export function projectCount(label: string): { readonly subject: Subject; readonly basis: Basis } | null {
  const found = projectVerbs.find(({ verb }) => verb.test(label));
  if (found === undefined) return null;
  const plain = { function: null, economic: null, project: null, counts: true } as const;
  return { subject: { ...plain, concepts: ['other'], stated: label }, basis: found.basis };
}

/** Guests who are not said to be of the country. */
const guests = /^(?:接待(?:批次|人次)|来宾|来访团组)$/;

/** 123人次（其中：陪同50人次）: not those who were received. */
const attendants = /陪同/;

/** `near`: only where nothing else stands between what is named and the number. */
const byUnit: readonly {
  readonly of: RegExp;
  readonly units: RegExp;
  readonly concept: string;
  readonly near?: true;
}[] = [
  { of: /^sangong\.reception(?!_foreign)/, units: /^(?:批次|批|个)$/, concept: 'sangong.reception_batches' },
  { of: /^sangong\.reception(?!_foreign)/, units: /^(?:人次|人)$/, concept: 'sangong.reception_persons' },
  { of: /^sangong\.overseas/, units: /^(?:个|次|批)$/, concept: 'sangong.overseas_groups' },
  { of: /^sangong\.overseas/, units: /^(?:人次|人)$/, concept: 'sangong.overseas_persons' },
  { of: /^sangong\.vehicle_purchase$/, units: /^[辆台]$/, concept: 'sangong.vehicles_purchased', near: true },
];

const fits = (concept: string, unit: string) => {
  if (/vehicles/.test(concept)) return unit === '辆' || unit === '台';
  if (/equipment/.test(concept)) return unit === '台' || unit === '套' || unit === '件';
  if (/_groups$|_batches$/.test(concept)) return /^(?:个|次|批次|批)$/.test(unit);
  if (/_persons$/.test(concept)) return /^(?:人次|人|名)$/.test(unit);
  if (/^staff/.test(concept)) return /^[人名个]$/.test(unit);
  return unit === '分';
};
