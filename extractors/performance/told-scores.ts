/**
 * A score in prose that names no project is of the one whose money the same paragraph tells: “甲项目绩效自评综述：项目自评得分98分。全年预算数30万元，…”.
 * Without it the scores of several projects would be taken for several scores of one department.
 */
import type { Figure } from '../../pipeline/model/figure.ts';
import type { Passage } from '../../pipeline/model/passage.ts';

export const isScore = ({ concept, measure }: Figure): boolean =>
  concept === 'performance.score' && measure === 'score';

const passageOf = ({ at }: Figure): Passage | null => (at.kind === 'prose' ? at.passage : null);

/** @returns the figures, scores with their projects */
export function withScoredProjects(prose: readonly Figure[]): readonly Figure[] {
  const projects = new Map<Passage, Set<string>>();
  const scores = new Map<Passage, number>();
  for (const figure of prose) {
    const passage = passageOf(figure);
    if (passage === null) continue;
    if (isScore(figure)) scores.set(passage, (scores.get(passage) ?? 0) + 1);
    if (figure.concept !== 'project.funds' || figure.project === null) continue;
    const known = projects.get(passage);
    if (known === undefined) projects.set(passage, new Set([figure.project]));
    else known.add(figure.project);
  }
  return prose.map((figure) => {
    const passage = passageOf(figure);
    if (passage === null || !isScore(figure) || figure.project !== null || scores.get(passage) !== 1) return figure;
    const [project, ...others] = projects.get(passage) ?? [];
    return project === undefined || others.length > 0 ? figure : { ...figure, project };
  });
}
