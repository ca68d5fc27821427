/** Whether a section stands under the report on one project (《安全宣传费项目2020年绩效评价报告》): all its money is that project's. */
import type { Section } from '../../pipeline/model/outline.ts';
import { projectKey } from './project-name.ts';

export function inProjectReport(section: Section | undefined, sections: readonly Section[]): boolean {
  if (section === undefined) return false;
  if (section.kind === 'evaluation_report') return !/整体/.test(section.heading?.value ?? '整体');
  return section.parent !== null && inProjectReport(sections[section.parent], sections);
}

/** @returns the known project that the report's title names; null for other reports */
export function reportedProject(
  section: Section | undefined,
  sections: readonly Section[],
  names: readonly string[],
): string | null {
  if (section === undefined) return null;
  if (section.kind === 'evaluation_report') {
    const title = projectKey(section.heading?.value ?? '');
    const named = names.filter((name) => projectKey(name).length >= 4 && title.includes(projectKey(name)));
    return named.reduce<string | null>(
      (best, name) => (best === null || name.length > best.length ? name : best),
      null,
    );
  }
  return section.parent === null ? null : reportedProject(sections[section.parent], sections, names);
}
