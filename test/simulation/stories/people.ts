import {
  AddressThrottle,
  appointToPost,
  authenticate,
  changePassword,
  createAccount,
  endAppointment,
  ensureFirstAdministrator,
  ensureSampleAccounts,
  handOver,
  markRead,
  once,
  passOnDue,
  resetPassword,
  type SignedIn,
  setAccountDisabled,
  setAddress,
  signIn,
  signOut,
} from '@duban/application';
import { at, type County, OFFICE } from '../../../libs/application/test/round/county.js';
import { number, type Step, type Story } from './story.js';

const NOW = at('2026-03-03T10:00');
const [LOGIN, PASSWORD, NEXT] = ['clerk', 'correct-horse-1', 'battery-staple-2'];

async function enter(county: County, password: string): Promise<string> {
  const request = { login: LOGIN, password, address: '192.0.2.1' };
  const options = { throttle: new AddressThrottle(), allowSample: true };
  return (await signIn(county.dataSource, request, NOW, options)).token;
}

const PRESENT_HOLDER = 'SELECT a.person_id AS n FROM appointment a WHERE a.held_to IS NULL AND a.post_id';

/** Posts and those who hold them; accounts, sessions, and a request with a key. */
export const PEOPLE: Story = {
  name: 'people',
  county: { projects: 2 },
  steps: (county) => {
    const { use, dataSource } = county;
    const one = (query: string) => number(county, query);
    const post = () => one(`SELECT min(post_id) AS n FROM linkage WHERE relation = 'handler'`);
    const holder = () => one(`SELECT a.person_id AS n FROM appointment a WHERE a.post_id = ${HANDLER} ORDER BY a.id`);
    const account = () => one(`SELECT id AS n FROM account WHERE login = '${LOGIN}'`);
    const step = (does: string, covers: string, work: () => Promise<unknown>): Step => ({ does, covers, work });
    let who: SignedIn | undefined;
    const signedIn = (): SignedIn => {
      if (!who) throw new Error('nobody has signed in');
      return who;
    };
    const ahead = (does: string) =>
      step(does, 'handOver', async () => {
        const from = at('2026-03-10T00:00');
        const fields = {
          why: '调离',
          from,
          posts: [{ postId: await post() }],
          successor: { newPerson: { name: '小赵' } },
        };
        return handOver(dataSource, OFFICE, await one(`${PRESENT_HOLDER} = ${HANDLER}`), fields, NOW);
      });
    return [
      {
        ...step('read a notice', 'markRead', async () => {
          await markRead(dataSource, await one('SELECT min(seq) AS n FROM notice WHERE person_id IS NOT NULL'), NOW);
        }),
        first: () => county.advanceAll('2026-03-02T09:00').then(() => county.advanceAll('2026-03-03T09:00')),
      },
      {
        ...step('hand a post over', 'handOver', async () => {
          const fields = { why: '调离', posts: [{ postId: await post() }], successor: { newPerson: { name: '小李' } } };
          return handOver(dataSource, OFFICE, await holder(), fields, NOW);
        }),
        first: () => county.advanceAll('2026-03-02T09:00').then(() => county.advanceAll('2026-03-03T09:00')),
      },
      ahead('hand a post over from a day on'),
      step('call that off', 'endAppointment', async () => {
        const ids = { postId: await post(), appointmentId: await one('SELECT max(id) AS n FROM appointment') };
        return endAppointment(dataSource, OFFICE, ids, { callOff: true, why: '不走了' }, NOW);
      }),
      ahead('hand it over from that day on after all'),
      step('pass on what is unread on that day', 'passOnDue', () => passOnDue(dataSource, at('2026-03-10T00:00'))),
      step('appoint for a time', 'appointToPost', async () => {
        const term = { from: at('2026-04-01T00:00'), to: at('2026-05-01T00:00') };
        return appointToPost(dataSource, OFFICE, await post(), { person: { name: '小王' }, ...term }, NOW);
      }),
      step('end an appointment', 'endAppointment', async () => {
        const ids = { postId: await post(), appointmentId: await one('SELECT max(id) AS n FROM appointment') };
        return endAppointment(dataSource, OFFICE, ids, { why: '另有任用' }, NOW);
      }),
      step('set an address', 'setAddress', async () =>
        setAddress(dataSource, OFFICE, await holder(), 'email', { address: 'a@example.cn', wanted: true }, NOW),
      ),
      step('make the first administrator', 'ensureFirstAdministrator', () => ensureFirstAdministrator(dataSource, NOW)),
      step('make an account', 'createAccount', async () => {
        const organizationId = await one('SELECT id AS n FROM organization WHERE parent_id IS NULL');
        const person = { name: '文员某' };
        const wanted = { login: LOGIN, role: 'office' as const, organizationId, person, password: PASSWORD };
        return createAccount(dataSource, OFFICE, wanted, NOW);
      }),
      step('be refused', 'signIn', async () => {
        const refused = await enter(county, 'wrong').catch((error: unknown) => error);
        if (!(refused instanceof Error) || refused.name !== 'DomainError') throw refused;
      }),
      step('sign in', 'signIn', async () => {
        who = await authenticate(dataSource, await enter(county, PASSWORD), NOW);
      }),
      step('sign out', 'signOut', () => signOut(dataSource, signedIn(), NOW)),
      step('change the password', 'changePassword', () => changePassword(dataSource, signedIn(), PASSWORD, NEXT, NOW)),
      step('reset the password', 'resetPassword', async () => resetPassword(dataSource, OFFICE, await account(), NOW)),
      ...[true, false].map((disabled) =>
        step(disabled ? 'disable the account' : 'enable the account', 'setAccountDisabled', async () =>
          setAccountDisabled(dataSource, OFFICE, await account(), disabled, NOW),
        ),
      ),
      {
        ...step('act once, with a key', 'once', async () => {
          const [accountId, projectId] = [await account(), await county.projectId(1)];
          return once(dataSource, { accountId, key: 'k', fingerprint: 'f', now: NOW }, async () => {
            await use.projects.appoint(OFFICE, projectId, 'unit-head', { name: '何某' }, NOW);
            return { status: 200, location: null, body: '{}' };
          });
        }),
        tries: 2,
      },
      step('make the sample accounts', 'ensureSampleAccounts', () => ensureSampleAccounts(dataSource, NOW)),
    ];
  },
};

const HANDLER = `(SELECT min(post_id) FROM linkage WHERE relation = 'handler')`;
