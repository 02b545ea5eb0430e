import { randomInt } from 'node:crypto';
import { DomainError } from '@duban/domain';
import { hash, verify } from '@node-rs/argon2';

/** The password of every sample login; never allowed in production, nor for any other account. */
export const SAMPLE_PASSWORD = 'Duban-2026-sample';

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

/** OWASP's argon2id setting for servers with little memory: 19 MiB, two passes. The library's default is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Without look-alikes (0 O 1 l I), for passwords that are read from a screen and typed once. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

const TOO_COMMON = ['1234567890', '0123456789', 'password123', 'qwertyuiop', '1q2w3e4r5t', 'admin12345', 'abc1234567'];

/** argon2id hash in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (unknown login) the same work is done and the answer is
 * no, so that the time an answer takes tells nothing.
 */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(oneTimePassword());
  const matches = await verify(passwordHash ?? (await decoy), password.normalize('NFC'));
  return matches && passwordHash !== undefined;
}

/** A password to be shown once: 20 random letters and digits (about 115 bits), in groups of five. */
export function oneTimePassword(): string {
  const letters = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]);
  return [0, 5, 10, 15].map((start) => letters.slice(start, start + 5).join('')).join('-');
}

/**
 * Length and a short block list rather than composition rules (NIST SP 800-63B).
 * @throws DomainError WEAK_PASSWORD saying what to choose instead
 */
export function assertPasswordAllowed(password: string, login: string): void {
  const length = [...password].length;
  const lower = password.toLowerCase();
  const weak = (message: string): never => {
    throw new DomainError('WEAK_PASSWORD', message);
  };
  if (length < PASSWORD_MIN_LENGTH) weak(`新密码至少${PASSWORD_MIN_LENGTH}个字符，现在只有${length}个`);
  if (length > PASSWORD_MAX_LENGTH) weak(`新密码最多${PASSWORD_MAX_LENGTH}个字符`);
  if (new Set(lower).size < 5) weak('新密码里不同的字符太少，请换一个不易猜到的');
  if (lower.includes(login.toLowerCase())) weak('新密码不能包含登录名');
  if (/^\d+$/.test(password) || TOO_COMMON.some((word) => lower.includes(word)))
    weak('新密码太常见，请换一个不易猜到的');
  if (password === SAMPLE_PASSWORD) weak('不能使用示例密码，请另设一个');
}
