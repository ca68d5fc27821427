import { describe, expect, it } from 'vitest';
import { type EnumeratorKind, enumeratorOf } from '../../normalizers/enumerator.ts';

const read = (text: string) => {
  const found = enumeratorOf(text);
  return found === null ? null : [found.kind, found.value, found.label, text.slice(found.length)];
};

describe('a line that begins with a number', () => {
  it.each<[string, EnumeratorKind, number | null, string, string]>([
    ['第一部分 部门概况', 'part', 1, '第一部分', '部门概况'],
    ['第 一 部 分概况', 'part', 1, '第一部分', '概况'],
    ['第十二部分', 'part', 12, '第十二部分', ''],
    ['第1部分部门概况', 'part', 1, '第1部分', '部门概况'],
    ['第一章 总则', 'part', 1, '第一章', '总则'],
    ['第二篇预算', 'part', 2, '第二篇', '预算'],
    ['第三节 支出', 'chapter', 3, '第三节', '支出'],
    ['附件', 'annex', null, '附件', ''],
    ['附件1', 'annex', 1, '附件1', ''],
    ['附 件 1', 'annex', 1, '附件1', ''],
    ['附件 1：绩效表', 'annex', 1, '附件1：', '绩效表'],
    ['附件1-2', 'annex', 1, '附件1-2', ''],
    ['附件2023年决算', 'annex', null, '附件', '2023年决算'],
    ['附录一', 'annex', 1, '附录一', ''],
    ['附表3 收支总表', 'annex', 3, '附表3', '收支总表'],
    ['表三 支出', 'annex', 3, '表三', '支出'],
    ['一、概况', 'han', 1, '一、', '概况'],
    ['一 、概况', 'han', 1, '一、', '概况'],
    ['十一、其他', 'han', 11, '十一、', '其他'],
    ['三十、其他', 'han', 30, '三十、', '其他'],
    ['一.概况', 'han', 1, '一.', '概况'],
    ['一，概况', 'han', 1, '一，', '概况'],
    ['（一）收入', 'han-paren', 1, '（一）', '收入'],
    ['(一)收入', 'han-paren', 1, '(一)', '收入'],
    ['（ 二 ）、支出', 'han-paren', 2, '（二）、', '支出'],
    ['1.收入', 'arabic', 1, '1.', '收入'],
    ['１．收入', 'arabic', 1, '１．', '收入'],
    ['12、收入', 'arabic', 12, '12、', '收入'],
    ['1.2021年收入', 'arabic', 1, '1.', '2021年收入'],
    ['（1）收入', 'arabic-paren', 1, '（1）', '收入'],
    ['（１２）收入', 'arabic-paren', 12, '（１２）', '收入'],
    ['5）支出', 'arabic-half-paren', 5, '5）', '支出'],
    ['①支出', 'circled', 1, '①', '支出'],
    ['⑥、支出', 'circled', 6, '⑥', '支出'],
    ['⑳', 'circled', 20, '⑳', ''],
    ['项目7', 'project', 7, '项目7', ''],
    ['项目1：水库', 'project', 1, '项目1：', '水库'],
    ['项目一 水库', 'project', 1, '项目一', '水库'],
  ])('%j is %s %s', (text, kind, value, label, rest) => expect(read(text)).toEqual([kind, value, label, rest]));
});

describe('a line that begins with something else', () => {
  it.each([
    ...['1.49万元', '2020.12', '3.5', '3', '123.收入', '2023年'],
    ...['附件所示', '附件1所示', '表1所列', '表示', '表'],
    ...['一，', '一是加强管理', '一般公共预算', '十分', '二〇二三、', '第一', '第一，', '第部分'],
    ...['（类）', '（一', '（款）', '（2019）', '项目支出', '项目1个', '项目2是', '项目2023年'],
    ...['目录', '', ' 一、', '〔2019〕14号'],
  ])('%j has no enumerator', (text) => expect(enumeratorOf(text)).toBeNull());
});
