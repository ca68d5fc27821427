/** Whether a section stands under the report on one project (《安全宣传费项目2020年绩效评价报告》): all its money is that project's. */
import type { Section } from '../../pipeline/model/outline.ts';

export function inProjectReport(section: Section | undefined, sections: readonly Section[]): boolean {
  if (section === undefined) return false;
  if (section.kind === 'evaluation_report') return !/整体/.test(section.heading?.value ?? '整体');
  return section.parent !== null && inProjectReport(sections[section.parent], sections);
}
