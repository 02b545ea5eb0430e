import { DomainError, parseInstant } from '@duban/application';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICE, startWorld, type World } from './world.js';
import { WORLD_ACCOUNTS, type WorldAccount } from './world-accounts.js';

// What an obligation says that an account may do now, beside what the API answers to every act: in every state, for every
// account. Each act is tried in a transaction that is then rolled back.
const at = (text: string): number => parseInstant(text) ?? 0;
const NOW = at('2026-07-20T12:00');
const ACCEPTED = 'ACCEPTED_AND_TAKEN_BACK';
let world: World;
let standings: Record<string, number>;

beforeAll(async () => {
  world = await startWorld({ startAt: at('2026-07-01T08:30') });
  await world.commands.engine.openRounds(world.programmeId, at('2026-07-20T10:00'));
  standings = await everyStanding(world);
  await world.setNow(NOW);
});
afterAll(() => world?.stop());

/** Obligations of the unit that `unit_own` belongs to, one for each way in which one can stand. */
async function everyStanding({ commands, dataSource, projectId }: World): Promise<Record<string, number>> {
  const now = at('2026-07-20T11:00');
  const ids: { id: number; projectId: number; dueAt: Date }[] = await dataSource.query(
    `SELECT o.id, o.project_id AS "projectId", o.due_at AS "dueAt" FROM obligation o JOIN project p ON p.id = o.project_id
     WHERE o.state = 'open' AND o.cadence_key <> 'completion' AND o.due_at > $1 ORDER BY p.id = $2 DESC, o.id`,
    [new Date(now), projectId],
  );
  const named: Record<string, number> = {};
  const take = async (name: string, acts: readonly ('receive' | 'submit' | 'return' | 'accept' | 'suspend')[] = []) => {
    const next = ids.shift();
    if (!next) throw new Error('too few obligations');
    // All are of the one unit, so that it is everybody's part that differs and not whose the project is.
    await dataSource.query('UPDATE project SET unit_id = (SELECT unit_id FROM project WHERE id = $1) WHERE id = $2', [
      projectId,
      next.projectId,
    ]);
    named[name] = next.id;
    for (const verb of acts) await commands.obligations.act(OFFICE, next.id, { do: verb }, now);
    return next;
  };
  const sql = (text: string, ...parameters: unknown[]) => dataSource.query(text, parameters);
  await take('open');
  await take('received', ['receive']);
  await take('submitted', ['submit']);
  await take('returned', ['submit', 'return']);
  await take('suspended', ['suspend']);
  await take('accepted', ['submit', 'accept']);
  const overdue = await take('overdue');
  await sql('UPDATE obligation SET due_at = $2 WHERE id = $1', overdue.id, new Date(NOW - 60_000));
  const asked = await take('asked');
  const request = { newDue: '2027-01-29', why: '汛情', progress: '过半' };
  await commands.extensions.apply({ personId: null, name: '单位' }, asked.id, request, now);
  const proposed = await take('proposed');
  await sql('INSERT INTO rectification_proposal (obligation_id, proposed_at) VALUES ($1, now())', proposed.id);
  const closed = await take('submitted, project closed', ['submit']);
  await sql('INSERT INTO rectification_proposal (obligation_id, proposed_at) VALUES ($1, now())', closed.id);
  await commands.projects.close(OFFICE, closed.projectId, now);
  const pressed = await take('pressed');
  const under = await take('under rectification');
  const issue = () => commands.rectifications.issue(OFFICE, under.projectId, { reason: '其他' }, now);
  const stage = async (key: string, name: string): Promise<number> => {
    const rows = await sql('SELECT id FROM obligation WHERE period_key = $1', `${key}/${name}`);
    return rows[0].id;
  };
  const upTo = async (wanted: string, how: 'at' | 'after' = 'at'): Promise<void> => {
    const { key } = await issue();
    const path = [
      ['sign', 'receive'],
      ['plan', 'submit'],
      ['plan', 'accept'],
      ['report', 'submit'],
      ['verify', 'receive'],
    ] as const;
    for (const [name, verb] of path) {
      if (name === wanted && how === 'at') break;
      await commands.obligations.act(OFFICE, await stage(key, name), { do: verb }, now);
      if (name === wanted) break;
    }
    named[`${wanted} ${how}`] = await stage(key, wanted);
  };
  await upTo('sign');
  await upTo('plan');
  await upTo('report');
  await upTo('report', 'after');
  await upTo('verify');
  await upTo('verify', 'after');
  await world.setNow(NOW);
  await world.send('POST', `/api/obligations/${pressed.id}/press`, { as: 'office', body: {} });
  return named;
}

/** Every act with the request that does it. */
const REQUESTS: Readonly<Record<string, (id: number, version: number) => { path: string; body: object }>> = {
  ...Object.fromEntries(
    ['receive', 'accept', 'resume', 'suspend', 'return', 'submit', 'extend'].map((act) => [
      act,
      (id: number, version: number) => ({
        path: `obligations/${id}/${act}`,
        body: {
          version,
          ...(['suspend', 'return', 'extend'].includes(act) ? { why: '理由' } : {}),
          ...(act === 'submit' ? { text: '进展' } : {}),
          ...(act === 'extend' ? { newDue: '2027-02-26' } : {}),
        },
      }),
    ]),
  ),
  press: (id) => ({ path: `obligations/${id}/press`, body: {} }),
  'apply-extension': (id, version) => ({
    path: `obligations/${id}/extension-requests`,
    body: { version, newDue: '2027-02-26', why: '理由', progress: '进展' },
  }),
  'approve-rectification': (id) => ({ path: `obligations/${id}/rectification`, body: { reason: '工作不重视' } }),
  'decline-rectification': (id) => ({ path: `obligations/${id}/rectification/decline`, body: { why: '理由' } }),
};

/** While it works, whatever the application would commit is taken back, and the answer says so. */
async function takingBack<T>(work: () => Promise<T>): Promise<T> {
  const { dataSource } = world;
  const real = dataSource.transaction;
  const trying = (...given: unknown[]): Promise<unknown> => {
    const run = given.at(-1) as (manager: unknown) => Promise<unknown>;
    const tried = async (manager: unknown): Promise<never> => {
      await run(manager);
      throw new DomainError('CONFLICT', ACCEPTED);
    };
    return Reflect.apply(real, dataSource, [...given.slice(0, -1), tried]);
  };
  dataSource.transaction = trying as typeof real;
  try {
    return await work();
  } finally {
    dataSource.transaction = real;
  }
}

const sees = async (id: number, as: WorldAccount) => (await world.send('GET', `/api/obligations/${id}`, { as })).body;

async function acceptedOf(id: number, as: WorldAccount): Promise<string[]> {
  const { version, projectId } = await sees(id, 'office');
  const project = (await world.send('GET', `/api/projects/${projectId}`, { as: 'office' })).body;
  const issue = {
    path: `projects/${projectId}/rectifications`,
    body: { version: project.version, reason: '工作不重视' },
  };
  const tries = [
    ...Object.entries(REQUESTS).map(([act, of]) => [act, of(id, version)] as const),
    ['issue-rectification', issue] as const,
  ];
  const accepted: string[] = [];
  for (const [act, { path, body }] of tries) {
    const answer = await takingBack(() => world.send('POST', `/api/${path}`, { as, body }));
    if (answer.body.detail === ACCEPTED) accepted.push(act);
    else expect([403, 404, 409], `${act} as ${as}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
  }
  return accepted.sort();
}

test.each(WORLD_ACCOUNTS)('%s may do exactly what would be accepted, in every state', async (as) => {
  const said: Record<string, string[]> = {};
  const accepted: Record<string, string[]> = {};
  for (const [name, id] of Object.entries(standings)) {
    said[name] = ((await sees(id, as)).mayDo ?? []).toSorted();
    accepted[name] = await acceptedOf(id, as);
  }
  expect(said).toEqual(accepted);
});

test('an overdue one lists neither extension nor suspension, a running one what each side may ask for', async () => {
  const { open = 0, overdue = 0 } = standings;
  expect((await sees(overdue, 'office')).mayDo).not.toEqual(expect.arrayContaining(['extend']));
  expect((await sees(open, 'office')).mayDo.toSorted()).toEqual(['extend', 'issue-rectification', 'press', 'suspend']);
  expect((await sees(open, 'unit_own')).mayDo.toSorted()).toEqual(['apply-extension', 'receive', 'submit']);
});
