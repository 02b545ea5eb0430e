import { DomainError } from '../error.js';

/** 立项切入点: where a project comes from (domain A9). */
export const PROJECT_SOURCES = ['重点工作', '难点问题', '薄弱环节'] as const;
export type ProjectSource = (typeof PROJECT_SOURCES)[number];

/** 五项保障, in the order in which forms name them. */
export const GUARANTEES = {
  organization: '组织保障',
  talent: '人才保障',
  funds: '资金保障',
  technology: '技术保障',
  mechanism: '机制保障',
} as const;
export type Guarantee = keyof typeof GUARANTEES;
export type Guarantees = { readonly [Each in Guarantee]?: string | undefined };

/** Whose project it is: 省, 市, 县, 乡镇, 村; left out where nobody asks. */
export const PROJECT_LEVELS = ['省级', '市级', '县级', '乡级', '村级'] as const;
export type ProjectLevel = (typeof PROJECT_LEVELS)[number];

/** What an application has to state. */
export interface FoundingFacts {
  readonly title: string;
  readonly source: string | null;
  readonly objective: string | null;
  readonly measures: string | null;
  readonly guarantees: Guarantees;
}

/**
 * An application for a project 立项申请 names its source, what it wants, how, and all five guarantees (domain A9).
 * @throws DomainError FOUNDING_INCOMPLETE naming every gap
 */
export function assertFoundable(facts: FoundingFacts): void {
  const gaps: string[] = [];
  if (facts.source === null) gaps.push(`缺少立项来源（${PROJECT_SOURCES.join('、')}）`);
  if (!facts.objective?.trim()) gaps.push('缺少目标任务');
  if (!facts.measures?.trim()) gaps.push('缺少方法举措');
  for (const key of Object.keys(GUARANTEES) as Guarantee[]) {
    if (!facts.guarantees[key]?.trim()) gaps.push(`缺少${GUARANTEES[key]}`);
  }
  if (gaps.length === 0) return;
  throw new DomainError('FOUNDING_INCOMPLETE', `“${facts.title}”还不能送审：${gaps.join('；')}`, { gaps });
}
