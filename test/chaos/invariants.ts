import { createHash } from 'node:crypto';
import { sealHistory, TRANSITIONS, verifyHistory } from '@duban/application';
import type { Asked, Evidence, Invariant, Outage, Violation } from './evidence.js';
import { ladderBreaks } from './ladder.js';

type Rows = readonly unknown[];

/** The Message-ID under which a digest is known to its receiver, however often it is sent. */
const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 40);
const query = (evidence: Evidence, sql: string, parameters: unknown[] = []): Promise<Rows> =>
  evidence.record.query(sql, parameters);

/** Each acknowledged mark once, each refused one never, each unknown one at most once. */
async function writes(evidence: Evidence): Promise<Record<string, Rows>> {
  const rows: { mark: string; times: number }[] = await evidence.record.query(
    `SELECT mark, count(*)::int AS times FROM (
       SELECT text AS mark FROM submission WHERE text LIKE 'mark-%' UNION ALL
       SELECT why FROM history WHERE why LIKE 'mark-%') m GROUP BY mark`,
  );
  const found = new Map(rows.map(({ mark, times }) => [mark, times]));
  const times = ({ mark }: Asked): number => found.get(mark) ?? 0;
  const of = (outcome: Asked['outcome']): Asked[] => evidence.asked.filter((asked) => asked.outcome === outcome);
  const known = new Set(evidence.asked.map(({ mark }) => mark));
  return {
    '已答复成功的写入读不到 / an acknowledged write is lost': of('acknowledged').filter((a) => times(a) === 0),
    '写入重复 / a write was carried out more than once': evidence.asked.filter((a) => times(a) > 1),
    '已答复拒绝的写入却在 / a refused write was carried out': of('refused').filter((a) => times(a) > 0),
    '没有人请求过的写入 / a write that nobody asked for': rows.filter(({ mark }) => !known.has(mark)),
  };
}

async function causes(evidence: Evidence): Promise<Record<string, Rows>> {
  const keys: { key: string }[] = await evidence.record.query('SELECT digest_key AS key FROM message');
  const messages = new Set(keys.map(({ key }) => nameOf(key)));
  return {
    '通知与效果不成对 / a notice without an effect, or an effect without a notice': await query(
      evidence,
      `SELECT n.seq, e.id FROM notice n FULL JOIN effect e ON e.id = n.effect_id WHERE n.seq IS NULL OR e.id IS NULL`,
    ),
    '已送达却没有执行 / delivered though its effect was not performed': await query(
      evidence,
      `SELECT n.seq, e.state FROM notice n JOIN effect e ON e.id = n.effect_id
       WHERE n.delivered_at IS NOT NULL AND e.state <> 'done'`,
    ),
    '消息没有通知 / a message about nothing': await query(
      evidence,
      `SELECT m.id FROM message m LEFT JOIN message_notice t ON t.message_id = m.id WHERE t.message_id IS NULL`,
    ),
    '收件人收到了库里没有的消息 / a received message that the record does not know': (evidence.received ?? []).filter(
      ({ messageId }) => !messages.has(/^<(.*)@/.exec(messageId)?.[1] ?? ''),
    ),
  };
}

async function once(evidence: Evidence): Promise<Record<string, Rows>> {
  const messages: { key: string; state: string; resends: number }[] = await evidence.record.query(
    'SELECT digest_key AS key, state, resends FROM message',
  );
  const times = (key: string): number =>
    (evidence.received ?? []).filter(({ messageId }) => messageId.includes(nameOf(key))).length;
  const heard = evidence.received === undefined ? [] : messages;
  const waiting = ['queued', 'sending', 'failed'];
  return {
    '同一台阶通知两次 / a rung told twice': await query(
      evidence,
      `SELECT obligation_id, due_revision, rung_key, cycle, post, channel FROM notice
       GROUP BY 1, 2, 3, 4, 5, 6 HAVING count(*) > 1`,
    ),
    '一条通知进了两条消息 / a notice in two messages': await query(
      evidence,
      'SELECT notice_seq, channel_id FROM message_notice GROUP BY 1, 2 HAVING count(*) > 1',
    ),
    '收件人收到两次 / received twice': heard.filter(({ key, resends }) => times(key) > 1 + resends),
    '记为已发却没有收到 / recorded as sent and not received': heard.filter(
      ({ key, state }) => state === 'sent' && times(key) === 0,
    ),
    '收到了却仍会再发 / received, and would be sent again': heard.filter(
      ({ key, state }) => ['queued', 'failed'].includes(state) && times(key) > 0,
    ),
    '排空后仍未送达 / not delivered after draining': evidence.drained
      ? await query(
          evidence,
          'SELECT seq, obligation_id FROM notice WHERE delivered_at IS NULL AND person_id IS NOT NULL',
        )
      : [],
    '排空后仍在排队 / queued after draining':
      evidence.drained && evidence.received !== undefined
        ? messages.filter(({ state }) => waiting.includes(state))
        : [],
  };
}

/** The instant from which a rung's lateness counts: its own, or the end of the last outage that touched it. */
function countsFrom(instant: number, fired: number, outages: readonly Outage[]): number {
  const touching = outages.filter(({ from, to }) => from <= fired && to >= instant - 1_000);
  return Math.max(instant, ...touching.map(({ to }) => to));
}

async function inTime(evidence: Evidence): Promise<Record<string, Rows>> {
  const fired: { seq: number; rung: string; due: Date; at: Date }[] = await evidence.record.query(
    `SELECT seq, rung_key AS rung, rung_at AS due, at FROM notice WHERE action NOT IN ('rectification-notice', 'return')`,
  );
  const sleeping: { id: number; wake: Date }[] = await evidence.record.query(
    `SELECT o.id, o.next_wake_at AS wake FROM obligation o JOIN clock c ON c.id = o.clock_id WHERE o.next_wake_at < $1`,
    [new Date(evidence.now)],
  );
  const opened: { id: number; due: Date; at: Date }[] = await evidence.record.query(
    'SELECT id, opens_at AS due, opened_at AS at FROM round WHERE cadence_id IS NOT NULL',
  );
  const tooLate = ({ due, at }: { due: Date; at: Date }): boolean =>
    at.getTime() > countsFrom(due.getTime(), at.getTime(), evidence.outages) + evidence.boundMs;
  return {
    '提前触发 / fired before its instant': fired.filter(({ due, at }) => at.getTime() < due.getTime()),
    '超过时限才触发 / fired later than the bound': fired.filter(tooLate),
    '该醒未醒 / a wake that was missed': sleeping.filter(
      ({ wake }) => evidence.now > countsFrom(wake.getTime(), evidence.now, evidence.outages) + evidence.boundMs,
    ),
    '轮次开得太晚 / a round opened later than the bound': opened.filter(tooLate),
  };
}

async function moves(evidence: Evidence): Promise<Record<string, Rows>> {
  const rows: { seq: number; profile: string; act: string; from: string | null; to: string }[] =
    await evidence.record.query(
      `SELECT h.seq, o.profile, h.act, h.state_from AS from, h.state_to AS to FROM history h
       JOIN obligation o ON o.id = h.obligation_id WHERE h.state_to IS NOT NULL AND h.state_from IS NOT NULL`,
    );
  const off = rows.filter(({ profile, act, from, to }) => {
    if (from === to) return false;
    const own = Object.entries(TRANSITIONS).find(([name]) => name === profile)?.[1] ?? {};
    // The verdict on a verification moves the report too, as a report of its own would be moved.
    const table = profile === 'verified-report' ? { ...TRANSITIONS.report, ...own } : own;
    const move = Object.entries(table).find(([name]) => name === act)?.[1];
    if (move === undefined) return act !== 'complete' && act !== 'close';
    return !move.from.some((state) => state === from) || (move.to !== 'before' && move.to !== to);
  });
  return {
    '不在状态表里的变动 / a move that the table does not have': off,
    '前后不衔接 / a move that does not begin where the one before ended': await query(
      evidence,
      `SELECT * FROM (
         SELECT seq, act, state_from, lag(state_to) OVER (PARTITION BY obligation_id ORDER BY seq) AS was
         FROM history WHERE obligation_id IS NOT NULL AND state_to IS NOT NULL) h
       WHERE act <> 'open' AND state_from IS DISTINCT FROM was`,
    ),
    '现状与历史不符 / an obligation that is not as its history left it': await query(
      evidence,
      `SELECT o.id, o.state, h.state_to FROM obligation o
       JOIN LATERAL (SELECT * FROM history WHERE obligation_id = o.id AND state_to IS NOT NULL
                     ORDER BY seq DESC LIMIT 1) h ON true
       WHERE h.state_to <> o.state OR h.due_at <> o.due_at OR h.due_revision <> o.due_revision
          OR h.ended <> (o.ended_at IS NOT NULL)`,
    ),
    '没有开启记录，或有两条 / an obligation without its opening, or with two': await query(
      evidence,
      `SELECT o.id FROM obligation o WHERE o.state <> 'planned' AND
         (SELECT count(*) FROM history h WHERE h.obligation_id = o.id AND h.act = 'open') <> 1`,
    ),
    '结束的还会醒 / a wake left behind': await query(
      evidence,
      'SELECT id FROM obligation WHERE ended_at IS NOT NULL AND next_wake_at IS NOT NULL',
    ),
    '整改文号有缺 / cases numbered with a gap': await query(
      evidence,
      'SELECT organization_id, year FROM rectification_case GROUP BY 1, 2 HAVING max(number) <> count(*)',
    ),
  };
}

async function chain(evidence: Evidence): Promise<Record<string, Rows>> {
  const before = new Set((await verifyHistory(evidence.record)).unsealed); // clients may go on writing
  await sealHistory(evidence.record, true);
  const { fault, unsealed } = await verifyHistory(evidence.record);
  return {
    '封存链断裂 / the chain is broken': fault === undefined ? [] : [fault],
    '有历史未被封存 / history that is not sealed': unsealed.filter((seq) => before.has(seq)),
  };
}

async function stuck(evidence: Evidence): Promise<Record<string, Rows>> {
  const at = [new Date(evidence.now - evidence.boundMs)];
  return {
    '发送中超过租期 / sending past its lease': await query(
      evidence,
      `SELECT id, lease_until FROM message WHERE state = 'sending' AND lease_until < $1`,
      at,
    ),
    '效果搁着没做 / an effect left lying': evidence.drained
      ? await query(
          evidence,
          `SELECT id, attempts, last_error FROM effect WHERE state = 'pending' AND created_at < $1`,
          at,
        )
      : [],
    '唤醒搁着没送 / a poke left lying': evidence.drained
      ? await query(evidence, 'SELECT id, clock_id, programme_id FROM poke WHERE created_at < $1', at)
      : [],
  };
}

const TRACE = /node_modules|\bat [\w.<>]+ \(|\.[jt]s:\d+:\d+|QueryFailedError/;

async function answers(evidence: Evidence): Promise<Record<string, Rows>> {
  const during = (at: number): boolean =>
    evidence.outages.some(({ from, to }) => at >= from && at <= to + evidence.boundMs);
  const short = ({ at, what, status, body }: Evidence['answered'][number]) => ({
    at,
    what,
    status,
    body: body.slice(0, 200),
  });
  const failed = evidence.answered.filter(({ status }) => status >= 500);
  return {
    '故障期间答了 503 以外的 5xx，或没有 Retry-After / a 5xx other than 503 with Retry-After': failed
      .filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)
      .map(short),
    '没有故障却答 5xx / a 5xx without a fault': failed.filter(({ at }) => !during(at)).map(short),
    '答复里有堆栈 / a stack trace in an answer': evidence.answered.filter(({ body }) => TRACE.test(body)).map(short),
  };
}

async function superseded(evidence: Evidence): Promise<Record<string, Rows>> {
  const ladder = `n.action NOT IN ('rectification-notice', 'return') AND n.rung_key <> 'manual-press'`;
  return {
    '按旧时限触发 / fired from a due date that had been replaced': await query(
      evidence,
      `SELECT n.seq, n.obligation_id, n.rung_key, n.due_revision, h.due_revision AS replaced_by FROM notice n
       JOIN history h ON h.obligation_id = n.obligation_id AND h.seq < n.seq AND h.due_revision > n.due_revision
       WHERE ${ladder}`,
    ),
    '办结、报送或中止后仍触发 / fired after it was over, handed in or suspended': await query(
      evidence,
      `SELECT n.seq, n.obligation_id, n.rung_key, h.act, h.state_to FROM notice n
       JOIN LATERAL (SELECT * FROM history WHERE obligation_id = n.obligation_id AND seq < n.seq
                       AND state_to IS NOT NULL ORDER BY seq DESC LIMIT 1) h ON true
       WHERE ${ladder} AND n.action <> 'list' AND (n.action LIKE 'slip-%' OR n.action IN ('remind','propose-rectification'))
         AND (h.ended OR h.state_to IN ('submitted','suspended','accepted','cancelled'))`,
    ),
    '发给了已不在岗的人 / told somebody who did not hold the post': await query(
      evidence,
      `SELECT n.seq, n.post, n.person_name FROM notice n JOIN obligation o ON o.id = n.obligation_id
       JOIN linkage l ON l.project_id = o.project_id AND l.relation = n.post
       WHERE n.person_id IS NOT NULL AND ${ladder} AND NOT EXISTS (
         SELECT FROM appointment a WHERE a.post_id = l.post_id AND a.person_id = n.person_id
           AND a.held_from <= n.at + interval '5 seconds'
           AND (a.held_to IS NULL OR a.held_to > n.at - interval '5 seconds'))
         -- A later appointment may have tied another post to the project: then this one can no longer be looked up.
         AND NOT EXISTS (SELECT FROM history h WHERE h.project_id = o.project_id AND h.act = 'appoint'
           AND h.seq > n.seq AND h.data->>'post' = n.post)`,
    ),
  };
}

/** The promises, in their order. */
export const INVARIANTS: readonly Invariant[] = [
  { name: 'I1', promise: '已答复的写入都在，且只有一次 / every acknowledged write is there, once', broken: writes },
  { name: 'I2', promise: '有因才有果 / no effect without a committed cause', broken: causes },
  { name: 'I3', promise: '同一件事只通知一次 / nobody is told the same thing twice', broken: once },
  { name: 'I4', promise: '时限和台阶不早不漏 / no deadline or rung early, late or missed', broken: inTime },
  { name: 'I5', promise: '状态按表变动，每步有历史 / moves keep to the table, each with its history', broken: moves },
  { name: 'I6', promise: '历史链完整 / the chain over the history is whole', broken: chain },
  { name: 'I7', promise: '没有卡住的发送 / nothing is stuck', broken: stuck },
  { name: 'I8', promise: '故障时只答 503 / during a fault 503 and nothing worse', broken: answers },
  { name: 'I9', promise: '台阶不重不跳 / rungs neither repeat nor are skipped', broken: ladderBreaks },
  { name: 'I10', promise: '旧计划不再触发 / nothing fires from a superseded plan', broken: superseded },
];

/** Checks every promise; gives what broke, with its rows. Empty: everything held. */
export async function verify(evidence: Evidence): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const { name, broken } of INVARIANTS) {
    for (const [what, rows] of Object.entries(await broken(evidence))) {
      if (rows.length > 0) violations.push({ invariant: name, what, rows });
    }
  }
  return violations;
}

/** Violations in a few lines. */
export function inWords(violations: readonly Violation[]): string {
  return violations
    .map(({ invariant, what, rows }) => `${invariant} ${what} (${rows.length}): ${JSON.stringify(rows.slice(0, 3))}`)
    .join('\n');
}
