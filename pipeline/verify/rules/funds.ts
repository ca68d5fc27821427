/** The shelf of sources in the forms of self-evaluation: what 年度资金总额 is made of, by the labels of its rows. */

export interface FundsRule {
  readonly whole: RegExp;
  /** Every one must be printed for the sum to be made. */
  readonly parts: readonly RegExp[];
}

const number = '[①-⑨\\d]?[、.]?';

export const fundsRules: readonly FundsRule[] = [
  {
    whole: /^(?:合计|年度资金总额|资金总额|项目资金总额)$/,
    parts: [/^财政资金小计$/, /^其[他它]资金小计$/],
  },
  {
    whole: /^财政资金小计$/,
    parts: [
      new RegExp(`^${number}中央(?:财政)?资金$`),
      new RegExp(`^${number}省级(?:财政)?资金$`),
      new RegExp(`^${number}(?:地方|市县|市级|本级)(?:财政)?资金$`),
    ],
  },
  {
    whole: /^(?:年度资金总额|资金总额|项目资金总额)$/,
    parts: [/^(?:其中)?[:：]?(?:当年)?财政拨款$/, /^上年结转(?:结余)?资金$/, /^其[他它]资金$/],
  },
];

/** Heads of columns that are no amounts. */
export const noAmount = /[%％率]|分值|得分|权重/;
