/**
 * The shelf of section kinds: what a heading of each kind says, after full-width, blanks and quotes are evened out.
 * A heading is of the first kind of which it holds all words of one phrase (words parted by blanks) and none of `not`.
 * Wordings from final accounts, budgets and self-evaluations of a dozen provinces; the examples are the shelf's test.
 */
export interface SectionKind {
  readonly id: string;
  readonly label: string;
  readonly phrases: readonly string[];
  readonly not?: readonly string[];
  readonly examples: readonly string[];
}

export const sectionKinds: readonly SectionKind[] = [
  {
    id: 'glossary',
    label: '名词解释',
    phrases: ['名词解释', '专业名词', '名词说明', '名词 解释'],
    examples: ['名词解释', '专业名词解释'],
  },
  { id: 'contents', label: '目录', phrases: ['目录'], examples: ['目录'] },
  {
    id: 'evaluation_report',
    label: '评价报告',
    phrases: ['评价报告', '自评报告', '绩效报告'],
    not: ['公开', '公示'],
    examples: ['2021年度部门整体支出绩效评价报告', '部门预算整体绩效自评报告'],
  },
  {
    id: 'performance_table',
    label: '绩效自评（目标）表',
    phrases: [
      '自评表',
      '绩效 情况表',
      '目标表',
      '评价表',
      '评分表',
      '指标表',
      '绩效 申报表',
      '绩效 公开表',
      '绩效 完成 表',
    ],
    examples: ['项目绩效目标完成情况表', '2021年度部门整体支出绩效自评表', '项目支出绩效目标申报表'],
  },
  {
    id: 'agency_operation',
    label: '机关运行经费',
    phrases: ['机关运行'],
    examples: ['机关运行经费支出情况', '关于机关运行经费支出说明'],
  },
  { id: 'procurement', label: '政府采购', phrases: ['政府采购'], examples: ['政府采购支出情况', '政府采购情况说明'] },
  {
    id: 'state_assets',
    label: '国有资产占有使用',
    phrases: ['国有资产', '资产占用', '资产情况', '资产占有', '车辆'],
    examples: ['国有资产占有使用情况', '关于国有资产占用情况说明', '资产情况'],
  },
  {
    id: 'sangong',
    label: '“三公”经费',
    phrases: ['三公', '因公出国', '公务接待', '公务用车'],
    examples: ['“三公”经费财政拨款支出决算情况说明', '公务接待费'],
  },
  {
    id: 'general_expenditure',
    label: '一般性支出',
    phrases: ['一般性支出', '会议费', '培训费'],
    examples: ['一般性支出情况', '会议费支出情况'],
  },
  { id: 'government_fund', label: '政府性基金', phrases: ['政府性基金'], examples: ['政府性基金预算支出决算情况说明'] },
  { id: 'state_capital', label: '国有资本经营', phrases: ['国有资本'], examples: ['国有资本经营预算支出决算情况说明'] },
  {
    id: 'statement_tables',
    label: '预算（决算）报表',
    phrases: ['决算表', '预算表', '决算报表', '预算报表', '总表', '收入表', '支出表', '部门报表', '公开表'],
    examples: ['部门决算表（见附件1）', '收支预算总表', '2024年部门预算报表'],
  },
  {
    id: 'basic_expenditure',
    label: '一般公共预算财政拨款基本支出',
    phrases: ['基本支出'],
    not: ['项目支出'],
    examples: ['一般公共预算财政拨款基本支出决算情况说明', '基本支出'],
  },
  {
    id: 'general_public_budget',
    label: '一般公共预算财政拨款支出',
    phrases: ['一般公共预算', '财政拨款支出 总体', '财政拨款支出 结构', '财政拨款支出 具体', '公共预算拨款'],
    examples: ['一般公共预算财政拨款支出决算情况说明', '一般公共预算当年拨款情况', '财政拨款支出决算结构情况'],
  },
  {
    id: 'fiscal_overall',
    label: '财政拨款收支总体情况',
    phrases: ['财政拨款 收 支'],
    not: ['财政拨款支出'],
    examples: ['财政拨款收入支出决算总体情况说明', '财政拨款收支预算情况', '2024年财政拨款收支情况'],
  },
  { id: 'carryover', label: '结转结余', phrases: ['结转', '结余'], examples: ['其他资金收支及结转结余使用情况'] },
  {
    id: 'project_funds',
    label: '项目（专项）资金',
    phrases: [
      '专项资金',
      '项目支出',
      '专项支出',
      '项目资金',
      '资金投入',
      '资金到位',
      '资金安排',
      '资金使用',
      '资金管理',
      '资金执行',
      '追加预算',
    ],
    not: ['绩效'],
    examples: ['专项资金实际使用情况分析', '项目资金到位情况分析', '资金投入情况分析'],
  },
  {
    id: 'overall',
    label: '收支总体情况',
    phrases: [
      '收支 总体',
      '收入支出 总体',
      '收支 总',
      '收支 情况',
      '收支 说明',
      '收支情况',
      '收入 支出 情况',
      '收入支出 说明',
      '预算及支出',
      '安排及支出',
      '资金基本情况',
      '预算 使用',
    ],
    not: ['财政拨款', '完成', '绩效', '本年支出', '支出决算情况', '支出预算情况'],
    examples: ['收入支出决算总体情况说明', '部门资金基本情况', '预算及支出情况', '部门预算收支总体情况'],
  },
  {
    id: 'revenue',
    label: '收入情况',
    phrases: ['收入'],
    not: ['支出', '解释'],
    examples: ['收入决算情况说明', '部门财政资金收入情况'],
  },
  {
    id: 'expenditure',
    label: '支出情况',
    phrases: ['支出'],
    not: ['收入', '绩效', '整体支出'],
    examples: ['支出决算情况说明', '部门财政资金支出情况'],
  },
  {
    id: 'evaluation_result_use',
    label: '评价结果应用',
    phrases: ['结果应用', '应用 公开', '公开 情况', '结果拟应用', '公示情况', '结果 应用'],
    examples: ['绩效自评结果拟应用和公开公示情况', '结果应用情况'],
  },
  {
    id: 'problems',
    label: '存在的问题',
    phrases: ['问题', '偏离'],
    not: ['其他需要说明'],
    examples: ['存在的主要问题', '偏离绩效目标的原因和下一步改进措施'],
  },
  {
    id: 'improvements',
    label: '改进措施和建议',
    phrases: ['改进', '建议', '下一步', '整改', '打算'],
    not: ['提案', '隐患', '经费', '项目'],
    examples: ['改进措施和有关建议', '下一步改进措施'],
  },
  {
    id: 'performance',
    label: '预算绩效',
    phrases: [
      '绩效',
      '自评',
      '评价',
      '产出指标',
      '效益指标',
      '满意度指标',
      '项目效益',
      '目标完成',
      '完成情况分析',
      '目标设定',
    ],
    examples: ['预算绩效管理情况', '绩效目标完成情况分析', '产出指标完成情况分析。', '项目绩效目标完成情况'],
  },
  {
    id: 'functions',
    label: '主要职能',
    phrases: ['职能', '职责', '工作任务'],
    not: ['完成'],
    examples: ['基本职能及主要工作', '部门职责', '主要职能'],
  },
  {
    id: 'organization',
    label: '机构设置',
    phrases: ['机构', '部门组成', '单位构成', '预算单位', '决算单位', '编制范围'],
    examples: ['机构设置及决算单位构成', '机构组成', '部门预算单位构成'],
  },
  { id: 'staff', label: '人员情况', phrases: ['人员'], not: ['经费'], examples: ['人员情况', '人员概况'] },
  {
    id: 'work_done',
    label: '工作完成情况',
    phrases: ['重点工作', '主要工作', '工作完成', '主要成效', '工作成效', '工作开展', '工作总结'],
    examples: ['2020年重点工作完成情况', '主要成效'],
  },
  {
    id: 'overview',
    label: '概况',
    phrases: ['概况', '基本情况', '部门情况', '单位情况', '单位简介', '部门简介'],
    examples: ['部门概况', '永州市应急管理局概况', '基本情况'],
  },
  {
    id: 'accounts_notes',
    label: '预算（决算）情况说明',
    phrases: ['决算情况说明', '预算情况说明', '决算说明', '预算说明', '情况 说明 决算', '情况 说明 预算'],
    examples: ['2020年度部门决算情况说明', '2024年部门预算情况说明'],
  },
  {
    id: 'other_matters',
    label: '其他重要事项',
    phrases: ['其他重要事项', '其他事项', '其他需要说明', '需要说明', '其他说明'],
    examples: ['其他重要事项的情况说明', '其他需要说明的问题'],
  },
  { id: 'annex', label: '附件', phrases: ['附件', '附录', '附表'], examples: ['附件'] },
];

/**
 * @param heading the heading without its number, folded and without blanks
 * @returns the kind's id; `other` when the heading is of none
 */
export function sectionKindOf(heading: string, kinds: readonly SectionKind[] = sectionKinds): string {
  const plain = heading.replace(/[“”"‘’']/g, '');
  const isOf = ({ phrases, not }: SectionKind) =>
    !not?.some((word) => plain.includes(word)) &&
    phrases.some((phrase) => phrase.split(' ').every((word) => plain.includes(word)));
  return kinds.find(isOf)?.id ?? 'other';
}
