/** 收支总表 and 收入表: where the money comes from, and both sides together. */
import type { StatementTemplate } from '../template.ts';

const target = /绩效|目录|说明|明细表.*购买/;
/** 一般公共预算财政拨款收入支出决算表, by function, is no 总表. */
export const oneBudget = /一般公共预算.*收入支出[预决]算表/;
const overview = /总表|总体|汇总表|收支预算表|收支决算表|决算表/;

export const balanceTemplates: readonly StatementTemplate[] = [
  {
    name: 'balance',
    label: '收支总表',
    title: [/收支|收入支出/, overview],
    not: [target, /财政拨款/, /政府性基金/, /国有资本/],
    side: null,
    fund: 'all',
  },
  {
    name: 'fiscal_balance',
    label: '财政拨款收支总表',
    title: [/财政拨款/, /收支|收入支出/, overview],
    not: [target, /政府性基金/, /国有资本/, oneBudget],
    side: null,
    fund: 'fiscal',
  },
  {
    name: 'revenue',
    label: '收入总表',
    title: [/收入/, /总表|总体|决算表|预算表|情况表|收入预算|收入决算|明细表|汇总表/],
    not: [target, /支出|收支/, /政府性基金/, /国有资本/, /非税|社会保险|社保/],
    side: 'revenue',
    fund: 'all',
    rows: 'function',
  },
];
