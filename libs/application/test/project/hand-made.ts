import type { ProjectFields } from '../../src/project/fields.js';

/** The fields of a project made by hand that says nothing but its place, and whatever is given. */
export function handMade(given: Pick<ProjectFields, 'categoryId' | 'unitId'> & Partial<ProjectFields>): ProjectFields {
  return {
    title: '手工项目',
    objective: null,
    measures: null,
    deadline: null,
    standing: true,
    supportingUnits: [],
    source: null,
    sourceText: null,
    guarantees: {},
    level: null,
    parentId: null,
    ...given,
  };
}

/** What a project needs to be founded (立项), beside its objective and measures. */
export const FOUNDABLE = {
  source: '重点工作',
  guarantees: { organization: '有', talent: '有', funds: '有', technology: '有', mechanism: '有' },
} as const;
