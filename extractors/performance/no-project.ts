/**
 * Names that stand where a project's name could, and are none: sums (合计), sources (自筹资金), kinds of money (公务接待费, 上缴上级支出),
 * changes (年中净增). In reports on a whole government's budget only what calls itself 项目 or 工程 is taken for one.
 */
import { compact } from '../../normalizers/fold.ts';
import { proseTermAt } from '../../normalizers/prose-terms.ts';
import type { DocumentKind } from '../../pipeline/model/reading.ts';

const sums =
  /(?:合计|小计|总额|累计|净增|增加|减少|结转结余|末结余|完成|上缴|上级|罚款|罚没|拨付|所需开支|赞助款?|收入|一般公共预算|基金)$/;
const kinds =
  /(?:货物|工程|服务)类项目$|(?:预算|以前年度|本年度|年度)项目$|计划资金$|公开金额|事业单位经营|附属单位|部门整体|^涉及/;
const sources = /^(?:中央|省级|市级|县级|区级|财政|其他|自有|自筹|单位|上级|单位自筹)?(?:财政|预算|补助)?资金$/;
const beginnings = /^(?:年初|年中|年末|追加|其中|本年|全年|含|共|合计|支出中|实际|同时|压减|净增|另|余|\d+个项目)/;
const shortest = 4;

const isTerm = (name: string) => name !== '' && proseTermAt(name, 0)?.term === name;

/** @param printed a name found in prose */
export function isNoProject(printed: string, kind: DocumentKind): boolean {
  const name = compact(printed).replace(/[“”"'‘’]/g, '');
  if (name.length < shortest || sums.test(name) || kinds.test(name) || sources.test(name) || beginnings.test(name))
    return true;
  if ([name, `${name}支出`, `${name}费`, name.replace(/支出$/, ''), name.replace(/预算$/, '')].some(isTerm))
    return true;
  return kind === 'budget_execution_report' && !/(?:项目|工程)$/.test(name);
}
