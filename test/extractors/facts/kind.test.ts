/** A government's report is told from a department's by its title. */
import { describe, expect, it } from 'vitest';
import { readPrinted } from '../../support/prose.ts';

const kindOf = (title: string) =>
  readPrinted({ title, sections: [['收支情况', '一般公共预算收入50万元，一般公共预算支出40万元。']] }).facts.kind;

describe('a title', () => {
  it.each([
    ['云溪市人民政府关于2023年决算的报告', 'budget_execution_report'],
    ['关于2023年县级预算调整方案（草案）的报告', 'budget_execution_report'],
    ['云溪县2023年财政决算', 'budget_execution_report'],
    ['云溪县2023年1-5月财政收支情况', 'budget_execution_report'],
    ['云溪镇人民政府关于2023年部门决算的报告', 'final_accounts'],
    ['云溪镇人民政府2023年度部门决算', 'final_accounts'],
    ['云溪县水务局2024年部门预算', 'budget'],
  ])('%s: %s', (title, kind) => expect(kindOf(title)).toBe(kind));
});
