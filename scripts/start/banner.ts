// The words `npm start` ends with.
import type { Holder } from '../servers/claim.js';
import type { Prepared } from './prepare-database.js';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const UPCOMING_SHOWN = 5;

/** 2026-07-01 09:00 in Asia/Shanghai, whatever the machine's time zone. */
function localTime(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** Whether the clocks run: yes, not yet (Temporal is being fetched), or not until somebody installs Temporal. */
export type Clocks = 'running' | 'coming' | 'absent';

export interface BannerFacts {
  readonly url: string;
  readonly prepared: Prepared;
  readonly clocks: Clocks;
}

export function banner({ url, prepared, clocks }: BannerFacts): string {
  const lines = ['', `督办已启动：${url}`];
  if (prepared.logins.length > 0) {
    lines.push('', '登录账号：');
    for (const { role, login, password } of prepared.logins) lines.push(`  ${role}  ${login} / ${password}`);
  }
  const upcoming = prepared.upcoming.slice(0, UPCOMING_SHOWN);
  if (upcoming.length > 0) {
    lines.push('', '接下来：');
    for (const { at, what } of upcoming) lines.push(`  ${localTime(at)}  ${what}`);
  }
  if (clocks === 'coming') lines.push('', 'Temporal 仍在准备：网站已可使用，时钟就绪后自动运行。');
  if (clocks === 'absent') lines.push('', '时钟暂未运行：网站可正常使用，提醒和升级将在 Temporal 就绪后自动补上。');
  lines.push('', '按 Ctrl-C 停止；数据会保留。');
  return lines.join('\n');
}

export function alreadyRunning(holder: Holder): string {
  const where = typeof holder.url === 'string' ? `：${holder.url}` : '，正在启动中';
  return `督办已在运行（进程 ${holder.pid}）${where}`;
}
