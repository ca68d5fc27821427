/** What the words around an amount say of a project's money: 年初预算, 全年预算, 到位, 支出, 结转. */
export type Funds = 'initialBudget' | 'budget' | 'received' | 'actual' | 'carriedOver';

const terms: readonly (readonly [RegExp, Funds])[] = [
  [/年初(?:部门)?预算(?:安排)?|年初批复|年初安排/, 'initialBudget'],
  [/全年预算|调整后?预算|预算数|资金预算|项目预算|追加|增拨|下达|新增|增加|安排|批复|预算/, 'budget'],
  [/到位/, 'received'],
  [/支出|支付|拨付|执行|使用|完成/, 'actual'],
  [/结转|结余|节余|剩余|余款/, 'carriedOver'],
];

/** @returns what the last of these words says; null where none is */
export function fundsIn(words: string): Funds | null {
  let found: { readonly funds: Funds; readonly at: number } | null = null;
  for (const [shape, funds] of terms) {
    for (const match of words.matchAll(new RegExp(shape, 'g'))) {
      const at = match.index + match[0].length;
      if (found === null || at > found.at) found = { funds, at };
    }
  }
  return found?.funds ?? null;
}
