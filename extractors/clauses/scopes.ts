/** The shelf of headings under which budgets and final accounts are explained; the first that fits counts. */
import type { ScopeRule, StageRule } from './scope.ts';

/** Kinds of sections (pipeline/sections/kinds.ts) whose numbers are no figures. */
export const unreadSections: ReadonlySet<string> = new Set(['glossary', 'contents', 'functions']);

/** Headings of reports on a whole government's budget. */
export const stageRules: readonly StageRule[] = [
  { heading: /执行|决算/, basis: 'actual' },
  { heading: /预算.{0,8}(?:草案|安排|编制|计划)/, basis: 'budget' },
  { heading: /上半年|季度|1[-—至](?:[1-9]|1[01])月/, basis: null },
];

const budget = 'general_public_budget';

export const scopeRules: readonly ScopeRule[] = [
  { heading: /资金到位/, scope: { projects: true, basis: 'received' } },
  { heading: /资金(?:执行|使用)情况/, scope: { projects: true, basis: 'actual' } },
  { heading: /项目.*(?:资金|安排|下达)|(?:下达|批复).*(?:项目|绩效目标)/, scope: { projects: true } },
  { heading: /三公/, scope: { side: 'expenditure', matter: 'sangong.total' } },
  { heading: /公务接待/, scope: { side: 'expenditure', matter: 'sangong.reception' } },
  { heading: /公务用车购置(?!.*运行)/, scope: { side: 'expenditure', matter: 'sangong.vehicle_purchase' } },
  { heading: /公务用车运行/, scope: { side: 'expenditure', matter: 'sangong.vehicle_operation' } },
  { heading: /公务用车/, scope: { side: 'expenditure', matter: 'sangong.vehicle' } },
  { heading: /因公出国/, scope: { side: 'expenditure', matter: 'sangong.overseas' } },
  { heading: /机关运行/, scope: { side: 'expenditure', matter: 'agency_operation' } },
  { heading: /政府采购/, scope: { side: 'expenditure', matter: 'procurement.total', totals: false } },
  { heading: /会议费/, scope: { side: 'expenditure', matter: 'meeting' } },
  { heading: /培训费/, scope: { side: 'expenditure', matter: 'training' } },
  { heading: /国有资产|资产占用|车辆/, scope: { matter: 'assets.vehicles' } },
  {
    heading: /政府性基金/,
    scope: { fund: 'government_fund', side: 'expenditure', matter: 'government_fund.expenditure', items: 'function' },
  },
  {
    heading: /国有资本/,
    scope: { fund: 'state_capital', side: 'expenditure', matter: 'state_capital.expenditure', items: 'function' },
  },
  {
    heading: /一般公共预算.*基本支出/,
    scope: { fund: budget, side: 'expenditure', matter: 'general_public_budget.basic', items: 'economic' },
  },
  {
    heading: /财政拨款.*基本支出/,
    scope: { fund: 'fiscal', side: 'expenditure', matter: 'expenditure.basic', items: 'economic' },
  },
  { heading: /一般公共预算.*(?:收支|收入支出)/, scope: { fund: budget, items: 'function' } },
  { heading: /一般公共预算.*收入/, scope: { fund: budget, side: 'revenue', matter: 'revenue.general_public_budget' } },
  {
    heading: /一般公共预算/,
    scope: { fund: budget, side: 'expenditure', matter: 'general_public_budget.expenditure', items: 'function' },
  },
  { heading: /财政拨款(?:收入支出|收支|收、支|收入、支出)/, scope: { fund: 'fiscal' } },
  {
    heading: /财政拨款.*支出/,
    scope: { fund: 'fiscal', side: 'expenditure', matter: 'fiscal.expenditure_current_year', items: 'function' },
  },
  { heading: /基本支出.*项目支出|项目支出.*基本支出/, scope: { side: 'expenditure' } },
  { heading: /基本支出/, scope: { side: 'expenditure', matter: 'expenditure.basic', items: 'economic' } },
  { heading: /项目支出/, scope: { side: 'expenditure', matter: 'expenditure.project', projects: true } },
  { heading: /收支|收入支出|收入、支出|收、支/, scope: {} },
  { heading: /收入/, scope: { side: 'revenue', matter: 'revenue.current_year' } },
  { heading: /支出/, scope: { side: 'expenditure', matter: 'expenditure.current_year', items: 'function' } },
];
