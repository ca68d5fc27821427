/** Tables of one matter: “三公”经费, 机关运行经费, 项目支出, 政府采购, 上年结转. */
import type { StatementTemplate } from '../template.ts';

const target = /绩效|目录|说明/;

export const matterTemplates: readonly StatementTemplate[] = [
  {
    name: 'sangong',
    label: '“三公”经费支出表',
    title: [/三公/],
    not: [target],
    header: ['sangong.overseas', 'sangong.reception', 'sangong.vehicle'],
    side: 'expenditure',
    fund: 'all',
    matter: 'sangong.total',
  },
  {
    name: 'agency_operation',
    label: '机关运行经费表',
    title: [/机关运行/],
    not: [target, /三公/],
    side: 'expenditure',
    fund: 'all',
    matter: 'agency_operation',
    rows: 'economic',
  },
  {
    name: 'project',
    label: '项目支出表',
    title: [/项目支出|专项业务经费|部门项目|专项资金/],
    not: [target, /一般公共预算/, /三公|政府采购/, /政府性基金/, /国有资本/],
    side: 'expenditure',
    fund: 'all',
    part: 'project',
    rows: 'project',
  },
  {
    name: 'procurement',
    label: '政府采购表',
    title: [/政府采购/],
    not: [target],
    side: 'expenditure',
    fund: 'all',
    matter: 'procurement.total',
  },
  {
    name: 'service_purchase',
    label: '政府购买服务表',
    title: [/购买服务/],
    not: [target, /政府采购/],
    side: 'expenditure',
    fund: 'all',
    matter: 'other',
  },
  {
    name: 'carryover',
    label: '上年结转支出表',
    title: [/结转/, /支出|资金/],
    not: [target, /政府性基金/, /国有资本/],
    side: 'expenditure',
    fund: 'all',
    matter: 'carryover.opening',
    rows: 'function',
  },
];
