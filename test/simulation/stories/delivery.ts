import {
  type ChannelRow,
  decideEffect,
  decideMessage,
  enableChannels,
  performEffect,
  performEffects,
  relayPokes,
  sendDue,
} from '@duban/application';
import { at, type County, OFFICE } from '../../../libs/application/test/round/county.js';
import { fakeChannel } from '../../support/fake-channel.js';
import { number, type Step, type Story } from './story.js';

const NOW = at('2026-03-03T10:00');
const HOURS = { from: '08:30', to: '17:30' };

/** What people are told: effects, messages, channels, pokes. */
export const DELIVERY: Story = {
  name: 'delivery',
  county: { projects: 5 },
  steps: (county) => {
    const { dataSource } = county;
    const channel = fakeChannel('fake');
    let channels: ChannelRow[] = [];
    const effect = () => number(county, `SELECT min(id) AS n FROM effect WHERE state IN ('pending', 'dead')`);
    const message = (state: string) => number(county, `SELECT min(id) AS n FROM message WHERE state = '${state}'`);
    const step = (does: string, covers: string, work: () => Promise<unknown>): Step => ({ does, covers, work });
    const perform = (): Step => ({
      ...step('perform an effect', 'performEffect', async () =>
        performEffect(dataSource, await effect(), NOW, { channels, gatherMs: 0 }),
      ),
      // An attempt is counted before it begins, so that an effect that kills its worker comes to an end.
      each: () => dataSource.query(`UPDATE effect SET attempts = 0, last_error = NULL`),
      leaves: ['effect'],
    });
    const bury = (table: 'effect' | 'message', id: () => Promise<number>) => async () =>
      dataSource.query(
        table === 'effect'
          ? `UPDATE effect SET state = 'dead', done_at = now() WHERE id = $1`
          : `UPDATE message SET state = 'dead' WHERE id = $1`,
        [await id()],
      );
    const decide = (what: 'effect' | 'message', decision: 'retry' | 'give-up', from: string): Step => ({
      ...step(`${decision} a dead ${what}`, what === 'effect' ? 'decideEffect' : 'decideMessage', async () => {
        if (what === 'effect') return decideEffect(dataSource, OFFICE, await effect(), decision, NOW);
        const id = await message('dead');
        const version = await number(county, 'SELECT version AS n FROM message WHERE id = $1', [id]);
        return decideMessage(dataSource, OFFICE, id, decision, version, NOW);
      }),
      first: bury(what, what === 'effect' ? effect : () => message(from)),
    });
    return [
      {
        ...step('switch a channel on', 'enableChannels', async () => {
          channels = await enableChannels(dataSource, ['fake'], NOW);
        }),
        first: () => told(county),
      },
      {
        ...step('perform effects together', 'performEffects', async () =>
          performEffects(dataSource, [await effect(), (await effect()) + 1], NOW, { channels, gatherMs: 0 }),
        ),
        each: () => dataSource.query('UPDATE effect SET attempts = 0, last_error = NULL'),
        leaves: ['effect'],
      },
      perform(),
      decide('effect', 'retry', 'pending'),
      decide('effect', 'give-up', 'pending'),
      perform(),
      {
        ...step('send what is due', 'sendDue', async () => {
          const settings = { hours: HOURS, gatherMs: 0, publicUrl: 'https://duban.example.cn' };
          const parts = { dataSource, settings, channels: [channel], now: () => NOW + 1 };
          await sendDue(parts, channels[0]?.channelId ?? 0);
          const keys = channel.taken.map(({ key }) => key);
          if (new Set(keys).size !== keys.length) throw new Error(`sent twice: ${keys.join()}`);
        }),
        // Several transactions in three lanes: what was sent stays sent.
        leaves: 'all',
      },
      decide('message', 'retry', 'sent'),
      decide('message', 'give-up', 'queued'),
      step('relay the pokes', 'relayPokes', () =>
        relayPokes(dataSource, 0, async () => undefined, { rows: 100, concurrency: 2 }),
      ),
    ];
  },
};

/** Everybody has an address, and the rounds are open and pressed for. */
async function told(county: County): Promise<void> {
  await county.dataSource.query(
    `INSERT INTO address (person_id, channel, address, changed_at) SELECT id, 'fake', 'p' || id || '@test.cn', now() FROM person`,
  );
  await county.advanceAll('2026-03-02T09:00');
  await county.advanceAll('2026-03-03T09:00');
}
