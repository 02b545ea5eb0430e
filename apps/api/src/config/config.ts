import { z } from 'zod';

export interface Config {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly mode: 'sample' | 'production';
  /** Where Temporal is; undefined: no clocks run here. */
  readonly temporalAddress: string | undefined;
  /** Origins that may write with a cookie, besides the API's own. */
  readonly origins: readonly string[];
  /** Whether `X-Forwarded-For` of a proxy in front is believed. */
  readonly trustProxy: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly poolSize: number;
  /** Most requests a minute from one session, or from one address without one. */
  readonly requestsPerMinute: number;
  /** What opens this much behind is still on time: the worker's, for what a change of rules opens. */
  readonly graceMs: number;
}

const whole = (name: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `${name} 应为整数`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `${name} 应在 ${min} 到 ${max} 之间`);

const yesNo = (name: string) =>
  z.enum(['true', 'false'], { error: `${name} 只能是 true 或 false` }).transform((value) => value === 'true');

const Environment = z.object({
  DATABASE_URL: z
    .string({ error: '缺少 DATABASE_URL：请填 PostgreSQL 连接地址，例如 postgres://用户:密码@127.0.0.1:5432/duban' })
    .regex(/^postgres(ql)?:\/\/\S+$/, 'DATABASE_URL 应以 postgres:// 开头'),
  DUBAN_API_HOST: z.string().min(1, 'DUBAN_API_HOST 不能为空').default('127.0.0.1'),
  DUBAN_API_PORT: whole('DUBAN_API_PORT', 0, 65_535).default(8080),
  DUBAN_MODE: z
    .enum(['sample', 'production'], { error: 'DUBAN_MODE 只能是 sample 或 production' })
    .default('production'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^\S+:\d{1,5}$/, 'TEMPORAL_ADDRESS 应为 主机:端口，例如 127.0.0.1:7233')
    .optional(),
  DUBAN_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .refine((origins) => origins.every(isOrigin), 'DUBAN_ORIGINS 应为以逗号分隔的来源，例如 https://duban.example.cn')
    .default([]),
  DUBAN_TRUST_PROXY: yesNo('DUBAN_TRUST_PROXY').default(false),
  DUBAN_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'DUBAN_LOG_LEVEL 只能是 fatal、error、warn、info、debug、silent 之一',
    })
    .default('info'),
  DUBAN_DB_POOL: whole('DUBAN_DB_POOL', 1, 100).default(10),
  DUBAN_RATE_LIMIT: whole('DUBAN_RATE_LIMIT', 1, 10_000_000).default(30_000),
  DUBAN_LATE_GRACE_SECONDS: whole('DUBAN_LATE_GRACE_SECONDS', 0, 86_400).default(300),
});

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Everything wrong with the environment, at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly faults: readonly string[]) {
    super(`环境变量有 ${faults.length} 处需要改正：\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Reads the environment, once, at the start. An empty variable counts as one that is not set.
 * @throws ConfigError listing every mistake in Chinese
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = Environment.safeParse(set);
  if (!read.success) throw new ConfigError(read.error.issues.map(({ message }) => message));
  const values = read.data;
  return {
    databaseUrl: values.DATABASE_URL,
    host: values.DUBAN_API_HOST,
    port: values.DUBAN_API_PORT,
    mode: values.DUBAN_MODE,
    temporalAddress: values.TEMPORAL_ADDRESS,
    origins: values.DUBAN_ORIGINS,
    trustProxy: values.DUBAN_TRUST_PROXY,
    logLevel: values.DUBAN_LOG_LEVEL,
    poolSize: values.DUBAN_DB_POOL,
    requestsPerMinute: values.DUBAN_RATE_LIMIT,
    graceMs: values.DUBAN_LATE_GRACE_SECONDS * 1_000,
  };
}
