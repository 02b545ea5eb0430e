import { at, OFFICE } from '../../../libs/application/test/round/county.js';
import type { Story } from './story.js';

/** A month of an office: rounds, acts, ladders, a rectification to its look-back, a close. */
export const MONTH: Story = {
  name: 'a month of an office',
  county: { projects: 3, deadline: '2026-03-27', launchAt: null },
  steps: (county) => {
    const { use } = county;
    const step = (does: string, covers: string, work: () => Promise<unknown>) => ({ does, covers, work });
    type Verb = 'receive' | 'submit' | 'accept' | 'return' | 'suspend' | 'resume';
    const act = (does: string, project: number, verb: Verb, when: string, period = '2026-03', cadence = 'm') =>
      step(does, 'obligations.act', async () => {
        const { id } = await county.slot(period, cadence, project);
        return use.obligations.act(OFFICE, id, { do: verb }, at(when));
      });
    const stage = (does: string, verb: Verb, when: string, period: string) =>
      act(does, 2, verb, when, `2026-1/${period}`, 'rectification');
    const advance = (does: string, when: string, project = 1, period = '2026-03', cadence = 'm') =>
      step(does, 'engine.advanceClock', async () =>
        use.engine.advanceClock((await county.slot(period, cadence, project)).clockId, at(when)),
      );
    const appoint = (does: string, name: string | null, when: string) =>
      step(does, 'projects.appoint', async () =>
        use.projects.appoint(OFFICE, await county.projectId(1), 'unit-head', name === null ? null : { name }, at(when)),
      );
    return [
      step('launch', 'programmes.launch', () =>
        use.programmes.launch(OFFICE, county.programmeId, at('2026-03-01T09:00')),
      ),
      step('open the rounds', 'engine.openRounds', () =>
        use.engine.openRounds(county.programmeId, at('2026-03-02T09:00')),
      ),
      act('receive', 1, 'receive', '2026-03-02T10:00'),
      advance('press who has not signed', '2026-03-03T09:00'),
      act('submit', 1, 'submit', '2026-03-03T10:00'),
      act('return', 1, 'return', '2026-03-03T11:00'),
      act('suspend', 1, 'suspend', '2026-03-04T10:00'),
      act('resume', 1, 'resume', '2026-03-05T10:00'),
      step('extend', 'obligations.act', async () => {
        const { id } = await county.slot('2026-03');
        return use.obligations.act(OFFICE, id, { do: 'extend', newDue: '2026-03-31' }, at('2026-03-05T11:00'));
      }),
      appoint('appoint', '何某', '2026-03-05T12:00'),
      appoint('vacate', null, '2026-03-05T13:00'),
      advance('propose', '2026-03-27T09:00', 2),
      step('approve', 'rectifications.approve', async () => {
        const { id } = await county.slot('2026-03', 'm', 2);
        return use.rectifications.approve(OFFICE, id, { reason: '其他' }, at('2026-03-27T10:00'));
      }),
      step('decline', 'rectifications.decline', async () => {
        const { id } = await county.slot('2026-03', 'm', 3);
        return use.rectifications.decline(OFFICE, id, '已当面说明', at('2026-03-27T10:30'));
      }),
      step('issue by hand', 'rectifications.issue', async () =>
        use.rectifications.issue(OFFICE, await county.projectId(3), { reason: '其他' }, at('2026-03-27T11:00')),
      ),
      stage('sign', 'receive', '2026-03-27T12:00', 'sign'),
      stage('plan', 'submit', '2026-03-27T13:00', 'plan'),
      stage('accept the plan', 'accept', '2026-03-27T14:00', 'plan'),
      stage('report', 'submit', '2026-03-27T15:00', 'report'),
      stage('send the report back', 'return', '2026-03-27T16:00', 'verify'),
      stage('report again', 'submit', '2026-03-27T17:00', 'report#2'),
      stage('close out', 'accept', '2026-03-27T18:00', 'verify#2'),
      advance('open the look-back', '2026-04-27T09:00', 2, '2026-1/look-back#2', 'rectification'),
      stage('not pass the look-back', 'return', '2026-04-27T10:00', 'look-back#2'),
      step('withdraw the rectification', 'rectifications.withdraw', async () => {
        const [row] = await county.dataSource.query('SELECT min(id) AS id FROM rectification_case');
        return use.rectifications.withdraw(OFFICE, row.id, { why: '情况有变' }, at('2026-04-27T10:30'));
      }),
      step('close a project', 'projects.close', async () =>
        use.projects.close(OFFICE, await county.projectId(1), at('2026-04-27T11:00')),
      ),
    ];
  },
};
