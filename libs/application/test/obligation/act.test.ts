import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

let county: County;
beforeEach(async () => {
  county = await County.open();
  await county.advanceAll('2026-03-02T09:00');
  await county.dataSource.query('DELETE FROM poke');
});
afterEach(() => county.close());

const NOW = at('2026-03-03T10:00');
const pokes = async (): Promise<number> => (await county.dataSource.query('SELECT 1 FROM poke')).length;

describe('an act', () => {
  it('raises the version and is refused with a stale one, telling the present one', async () => {
    const slot = await county.slot('2026-03');
    const after = await county.use.obligations.act(OFFICE, slot.id, { do: 'receive' }, NOW, { version: slot.version });
    expect(after.version).toBe(slot.version + 1);
    const stale = county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, NOW, { version: slot.version });
    await expect(stale).rejects.toMatchObject({
      code: 'STALE_VERSION',
      details: { present: { version: after.version, state: 'received' } },
    });
  });

  it('keeps what was submitted, each time', async () => {
    const slot = await county.slot('2026-03');
    const submit = (text: string) =>
      county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, NOW, { submission: { text, progressPercent: 40 } });
    await submit('第一次');
    await county.use.obligations.act(OFFICE, slot.id, { do: 'return' }, NOW);
    await submit('第二次');
    expect(await county.dataSource.query('SELECT text, progress_percent FROM submission ORDER BY id')).toEqual([
      { text: '第一次', progress_percent: 40 },
      { text: '第二次', progress_percent: 40 },
    ]);
  });

  it('submitting counts as receiving too', async () => {
    const slot = await county.slot('2026-03');
    const after = await county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, NOW);
    expect(after.receivedAt).toBe(NOW);
    const rows: { n: number }[] = await county.dataSource.query(
      `SELECT count(*)::int AS n FROM history WHERE obligation_id = $1 AND act <> 'open'`,
      [slot.id],
    );
    expect(one(rows).n).toBe(1);
  });

  it('pokes the clock when its wake comes earlier, and not when it comes later', async () => {
    const slot = await county.slot('2026-03');
    await county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, NOW); // wakes later than the press
    expect(await pokes()).toBe(0);
    await county.use.obligations.act(OFFICE, slot.id, { do: 'return' }, NOW); // the press of the return comes first
    expect(await pokes()).toBe(2); // and the notice of the return
  });

  it('pokes the clock when the last of it has ended, so that it may close', async () => {
    const slot = await county.slot('2026-03');
    await county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, NOW);
    expect(await pokes()).toBe(0);
    await county.use.obligations.act(OFFICE, slot.id, { do: 'accept' }, NOW);
    expect(await pokes()).toBe(1);
  });

  it('on what does not exist is not open', async () => {
    expect(await codeOf(county.use.obligations.act(OFFICE, 9_999, { do: 'receive' }, NOW))).toBe('NOT_OPEN');
  });

  it('that is refused writes nothing', async () => {
    const before = await county.fingerprint();
    const slot = await county.slot('2026-03');
    expect(await codeOf(county.use.obligations.act(OFFICE, slot.id, { do: 'accept' }, NOW))).toBe('WRONG_STATE');
    expect(await county.fingerprint()).toBe(before);
  });
});
