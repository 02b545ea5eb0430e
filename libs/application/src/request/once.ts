import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError, type Instant } from '@duban/domain';
import { holdKey, inOneTransaction, isWorthRepeating, keepAnswer, keptAnswer } from '@duban/persistence';
import type { DataSource } from 'typeorm';

/** How long a key may be used again for the same request. */
export const KEY_LIFE_MS = 24 * 3_600_000;

/** While another request with the key runs, look again so often and no longer than this; no connection is held. */
const LOOK_AGAIN_MS = 100;
const MOST_WAIT_MS = 2_000;

/** A request that came with an idempotency key (幂等键). */
export interface KeyedRequest {
  readonly accountId: number;
  readonly key: string;
  /** Tells this request from any other: SHA-256 of method, address and body. */
  readonly fingerprint: string;
  readonly now: Instant;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  /** JSON */
  readonly body: string;
}

/**
 * Carries a request out once. What it does and its answer are one transaction: after a crash either both are there, and
 * the key gives the same answer again, or neither is. A refusal (`act` throws) keeps nothing.
 * @param act does it; its statements join the transaction. Called again when a deadlock or a dead connection undid it
 * @throws DomainError KEY_REUSED when the key stands for another request, KEY_IN_USE when that one still runs
 */
export async function once(
  dataSource: DataSource,
  request: KeyedRequest,
  act: () => Promise<Answer>,
): Promise<Answer & { readonly replayed: boolean }> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    const answer = await tryTwice(dataSource, request, act);
    if (answer) return answer;
    if (waited >= MOST_WAIT_MS) {
      throw new DomainError('KEY_IN_USE', '同一个请求（Idempotency-Key 相同）还在办理中，请稍后用原样的请求再试', {
        retryAfterSeconds: 1,
      });
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

/** With the key there is no doubt whether it was done: what was committed is found. So one more try is safe. */
async function tryTwice(...of: Parameters<typeof tryOnce>): ReturnType<typeof tryOnce> {
  try {
    return await tryOnce(...of);
  } catch (error) {
    if (!isWorthRepeating(error)) throw error;
    return tryOnce(...of);
  }
}

/** Undefined when another request holds the key. */
async function tryOnce(
  dataSource: DataSource,
  { accountId, key, fingerprint, now }: KeyedRequest,
  act: () => Promise<Answer>,
): Promise<(Answer & { readonly replayed: boolean }) | undefined> {
  const keyHash = createHash('sha256').update(`${accountId}/${key}`).digest('hex');
  const since = now - KEY_LIFE_MS;
  return inOneTransaction(dataSource, async (manager) => {
    if (!(await holdKey(manager, accountId, keyHash))) return undefined;
    const kept = await keptAnswer(manager, accountId, keyHash, since);
    if (kept) {
      if (kept.fingerprint !== fingerprint) {
        throw new DomainError(
          'KEY_REUSED',
          '这个 Idempotency-Key 已用于另一个请求（网址或内容不同），请为新的操作换一个新的键',
        );
      }
      return { status: kept.status, location: kept.location, body: unsealed(key, kept.body), replayed: true };
    }
    const answer = await act();
    const body = sealed(key, answer.body);
    await keepAnswer(manager, accountId, keyHash, { ...answer, fingerprint, body }, now, since);
    return { ...answer, replayed: false };
  });
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const cipherKey = (key: string): Uint8Array => new Uint8Array(hkdfSync('sha256', key, '', 'duban kept answer', 32));

/** An answer may hold a one-time password: only who has the key can read what is kept. */
function sealed(key: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, cipherKey(key), nonce);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

function unsealed(key: string, stored: Buffer): string {
  const decipher = createDecipheriv(CIPHER, cipherKey(key), stored.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(stored.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(stored.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return text.toString('utf8');
}
