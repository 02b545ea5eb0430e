import { COMPLETION, type Instant, type PostRelation, recipientsOf } from '@duban/domain';
import {
  type Holder,
  holdersOf,
  lockLiveObligations,
  type NewNotice,
  type ObligationRow,
  pokeClocks,
  writeNotices,
} from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { isUrgent, oncePerPerson } from '../notice/by-hand.js';
import { actionInChinese, noticeTo } from '../notice/compose.js';
import type { FieldChange, ProjectFields } from './fields.js';
import type { ProjectRow } from './rows.js';

/** Whom an amendment concerns: who does the work, who answers for it, and the leaders of its line. */
const CONCERNED: readonly PostRelation[] = ['handler', 'unit-head', 'deputy-leader', 'lead-leader'];
const LEFT_BEHIND: readonly PostRelation[] = ['handler', 'unit-head'];
const AMENDED = 'amended';

interface Amended {
  readonly now: Instant;
  readonly project: ProjectRow;
  readonly before: ProjectFields;
  readonly after: ProjectFields;
  readonly fields: readonly FieldChange[];
}

/**
 * Tells those concerned of an amendment, once each, and those of a unit that has to do with it no longer. A notice
 * belongs to an obligation: the completion, or whatever else of the project is open; a project that owes nothing has
 * nobody waiting for it.
 */
export async function tellOfAmendment(
  manager: EntityManager,
  told: Amended,
  holdersBefore: ReadonlyMap<string, Holder>,
): Promise<void> {
  const { project, now } = told;
  const live = (await lockLiveObligations(manager, project.id)).filter(({ facts }) => facts.state !== 'planned');
  const about = live.find(({ cadenceKey }) => cadenceKey === COMPLETION) ?? live[0];
  if (!about) return;
  const holders = await holdersOf(manager, [project.id], now);
  const cycle = `amend:${project.version + 1}`;
  const urgent = await isUrgent(manager, about.clockId);
  const notices = noticesTo(about, CONCERNED, holders, { told, cycle, urgent });
  if (told.before.unitId !== told.after.unitId) {
    const left = LEFT_BEHIND.filter((post) => holdersBefore.has(`${project.id}/${post}`));
    notices.push(...noticesTo(about, left, holdersBefore, { told, cycle: `${cycle}:left`, urgent }));
  }
  await writeNotices(manager, about.clockId, oncePerPerson(notices), now);
  await pokeClocks(manager, [about.clockId], now);
}

function noticesTo(
  about: ObligationRow,
  posts: readonly PostRelation[],
  holders: ReadonlyMap<string, Holder>,
  { told, cycle, urgent }: { told: Amended; cycle: string; urgent: boolean },
): NewNotice[] {
  const { now, after, fields } = told;
  const holder = (post: PostRelation) => holders.get(`${about.projectId}/${post}`);
  const title = `【${actionInChinese('amend')}】“${after.title}”：${fields.map(inWords).join('；')}`;
  return recipientsOf(posts, 'unit', (post) => holder(post)?.name ?? null).map(({ post }, ordinal) =>
    noticeTo(
      about,
      { post, ordinal, person: holder(post) },
      { rungKey: AMENDED, cycle, action: 'amend', title, urgent, at: now },
      `${about.id}/${AMENDED}/${cycle}/${post}`,
    ),
  );
}

/** The fields of a project in Chinese, those that only a ledger changes too. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: '名称',
  category: '类别',
  responsibleUnit: '责任单位',
  objective: '目标任务',
  measures: '方法举措',
  deadline: '完成时限',
  standing: '长期坚持',
  supportingUnits: '配合单位',
  source: '立项来源',
  sourceText: '来源说明',
  guarantees: '五项保障',
  level: '项目级别',
  parentId: '上级清单项目',
  // what only a ledger changes
  number: '序号',
  milestones: '节点',
  leadLeader: '牵头领导',
  deputyLeader: '分管领导',
  handler: '责任人',
  phone: '联系电话',
  notes: '备注',
};

/** Short facts are told from → to; long texts only by name, for a notice carries no content. */
const SHORT = new Set(['title', 'number', 'category', 'responsibleUnit', 'deadline', 'level']);

function inWords({ field, before, after }: FieldChange): string {
  const word = FIELD_WORDS[field] ?? field;
  return SHORT.has(field) ? `${word}由“${before ?? '无'}”改为“${after ?? '无'}”` : `${word}有更改`;
}
