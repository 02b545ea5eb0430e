import {
  assertNever,
  COMPLETION_PERIOD,
  dueInChinese,
  type Firing,
  type Instant,
  type PostRelation,
  type RungAction,
  readStagePeriod,
  recipientsOf,
  type Stage,
} from '@duban/domain';
import type { Holder, NewNotice, ObligationRow } from '@duban/persistence';

/** The in-app inbox: the channel that always is. Others come with delivery. */
export const IN_APP = 'in-app';

/**
 * The notices of one firing: one to each recipient. Recipients are posts until here; the holder at this instant
 * gets it.
 * @param subject what it is about, e.g. `一月一报告 2026-07`
 * @param wake names this wake, so that the notices of one recipient make one digest
 * @param urgent 特急: they go out at any hour
 */
export function noticesOf(
  row: ObligationRow,
  firing: Firing,
  holders: ReadonlyMap<string, Holder>,
  subject: string,
  now: Instant,
  wake: string,
  urgent = false,
): NewNotice[] {
  const { rung } = firing;
  const holder = (post: PostRelation): Holder | undefined => holders.get(`${row.projectId}/${post}`);
  const recipients = recipientsOf(rung.to, row.owedBy, (post) => holder(post)?.name ?? null);
  const { at, late } = firing;
  const title = titleOf(rung.action, subject, row.facts.dueAt);
  const told = { rungKey: rung.key, cycle: cycleOf(row, firing), action: rung.action, title, urgent, at };
  return recipients.map(({ post }, ordinal): NewNotice => {
    const person = holder(post);
    const notice = noticeTo(row, { post, ordinal, person }, told, personalCause(wake, row, post, person));
    return late ? { ...notice, at: now, late } : notice;
  });
}

/** What a notice tells of an obligation, to whomever it goes. */
export interface Told {
  /** What caused it, and which time: told once. */
  readonly rungKey: string;
  readonly cycle: string;
  readonly action: string;
  readonly title: string;
  /** 特急: it goes out at any hour. */
  readonly urgent: boolean;
  readonly at: Instant;
}

/** A notice of an obligation to a post and whoever holds it at this instant. */
export function noticeTo(
  { id, facts }: Pick<ObligationRow, 'id' | 'facts'>,
  { post, ordinal, person }: { readonly post: string; readonly ordinal: number; readonly person: Holder | undefined },
  { rungKey, cycle, action, title, urgent, at }: Told,
  effectCause: string,
): NewNotice {
  return {
    obligationId: id,
    rungKey,
    cycle,
    dueRevision: facts.dueRevision,
    action,
    post,
    ordinal,
    personId: person?.personId ?? null,
    personName: person?.name ?? null,
    channel: IN_APP,
    rungAt: at,
    at,
    dueAt: facts.dueAt,
    late: false,
    urgent,
    title,
    effectCause,
  };
}

/** The cause that the notices of one person share, so that they make one digest; a vacant post's are its project's. */
export function personalCause(
  cause: string,
  { projectId }: Pick<ObligationRow, 'projectId'>,
  post: string,
  person: Holder | undefined,
): string {
  return `${cause}/${person ? `person-${person.personId}` : `${post}-${projectId}`}/${IN_APP}`;
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  sign: '签收',
  plan: '整改方案',
  report: '整改报告',
  verify: '核查',
  'look-back': '回头看',
};

/** What a notice is about, in words: `“村级阵地达标”一月一报告 2026-07`, `“…”整改2026-1号核查（第2次）`. */
export function subjectOf(projectTitle: string, roundName: string, periodKey: string): string {
  const place = readStagePeriod(periodKey);
  if (place) {
    const again = place.attempt > 1 ? `（第${place.attempt}次）` : '';
    return `“${projectTitle}”整改${place.caseKey}号${STAGE_WORDS[place.stage]}${again}`;
  }
  return `“${projectTitle}”${roundName}${periodKey === COMPLETION_PERIOD ? '' : ` ${periodKey}`}`;
}

/** What a rung counts by: once for each due revision, once ever, or once for each return. */
function cycleOf(row: ObligationRow, { rung }: Firing): string {
  switch (rung.anchor) {
    case 'due':
      return `due:${row.facts.dueRevision}`;
    case 'opened':
      return 'opened';
    case 'returned':
      return `returned:${row.facts.returnCount}`;
    default:
      return assertNever(rung.anchor);
  }
}

const SLIP_COLOURS: Readonly<Record<string, string>> = {
  blue: '蓝色',
  yellow: '黄色',
  orange: '橙色',
  red: '红色',
  green: '绿色',
};

/** The action of a notice in Chinese. */
export function actionInChinese(action: RungAction | string): string {
  if (action.startsWith('slip-')) {
    const colour = action.slice('slip-'.length);
    return `${SLIP_COLOURS[colour] ?? colour}督办单`;
  }
  switch (action) {
    case 'remind':
      return '提醒';
    case 'press':
      return '催办';
    case 'list':
      return '列入通报';
    case 'propose-rectification':
      return '建议下达整改通知书';
    case 'return':
      return '退回重办';
    case 'amend':
      return '变更';
    case 'rectification-notice':
      return '整改通知书';
    case 'rectification-withdrawn':
      return '整改撤销';
    case 'assign':
      return '交办';
    case 'assignment-cancelled':
      return '交办撤销';
    case 'extension-applied':
      return '延期申请';
    case 'extension-approved':
      return '延期获批';
    case 'extension-refused':
      return '延期未获批';
    case 'extension-withdrawn':
      return '延期申请撤回';
    case 'extension-lapsed':
      return '延期申请了结';
    case 'move-due':
      return '时限调整';
    default:
      return action;
  }
}

function titleOf(action: string, subject: string, dueAt: Instant): string {
  return `【${actionInChinese(action)}】${subject}，时限${dueInChinese(dueAt)}`;
}

/** `…，时限由2027年2月26日改为2027年2月25日`. */
export function movedTitle(subject: string, before: Instant, after: Instant): string {
  return `${subject}，时限由${dueInChinese(before)}改为${dueInChinese(after)}`;
}
