import { type DataSource, performEffect } from '@duban/application';

/** Performs every pending effect, as the worker would. */
export async function performAll(record: DataSource, now: number): Promise<void> {
  const effects: { id: number }[] = await record.query(`SELECT id FROM effect WHERE state = 'pending' ORDER BY id`);
  for (const { id } of effects) await performEffect(record, id, now);
}
