import { type ReadDelivery, readDelivery } from '@duban/application';

/** What the worker is told by its environment, read once. */
export interface WorkerConfig {
  readonly databaseUrl: string;
  /** host:port of Temporal's gRPC service. */
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Port of the health server on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** A rung fired later than this is late. */
  readonly graceMs: number;
  readonly logLevel: string;
  /** How notices leave the application; without `smtp` they do not. */
  readonly delivery: Omit<ReadDelivery, 'mistakes'>;
  /** A file outside the database to which the ends of the history's chain are appended; undefined: none. */
  readonly sealLog: string | undefined;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/** All that is wrong with the environment, in one message for whoever starts the worker. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly mistakes: readonly string[]) {
    super(
      `后台程序的环境变量有 ${mistakes.length} 处错误：\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`,
    );
  }
}

/** @throws ConfigError listing every mistake, not only the first */
export function readConfig(env: Readonly<Record<string, string | undefined>>): WorkerConfig {
  const mistakes: string[] = [];
  const text = (name: string, fallback?: string): string => {
    const value = env[name]?.trim() || fallback;
    if (value === undefined) mistakes.push(`缺少 ${name}`);
    return value ?? '';
  };
  const whole = (name: string, fallback: string, most: number): number => {
    const value = text(name, fallback);
    if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
    mistakes.push(`${name} 必须是 0 到 ${most} 的整数，现在是“${value}”`);
    return 0;
  };

  const databaseUrl = text('DATABASE_URL');
  if (databaseUrl !== '' && !/^postgres(ql)?:\/\/./.test(databaseUrl)) {
    mistakes.push('DATABASE_URL 必须以 postgresql:// 开头');
  }
  const temporalAddress = text('TEMPORAL_ADDRESS');
  if (temporalAddress !== '' && !/^(\[[^\]]+\]|[^:/\s]+):\d+$/.test(temporalAddress)) {
    mistakes.push(`TEMPORAL_ADDRESS 必须是 主机:端口，现在是“${temporalAddress}”`);
  }
  const logLevel = text('DUBAN_LOG_LEVEL', 'info');
  if (!LOG_LEVELS.includes(logLevel)) mistakes.push(`DUBAN_LOG_LEVEL 必须是 ${LOG_LEVELS.join('、')} 之一`);
  const { mistakes: deliveryMistakes, ...delivery } = readDelivery(env);
  mistakes.push(...deliveryMistakes);
  const config: WorkerConfig = {
    databaseUrl,
    temporalAddress,
    temporalNamespace: text('TEMPORAL_NAMESPACE', 'default'),
    port: whole('DUBAN_WORKER_PORT', '7301', 65_535),
    graceMs: whole('DUBAN_LATE_GRACE_SECONDS', '300', 86_400) * 1_000,
    logLevel,
    delivery,
    sealLog: env.DUBAN_SEAL_LOG?.trim() || undefined,
  };
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
}
