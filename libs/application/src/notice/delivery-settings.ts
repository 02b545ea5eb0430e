import { areSendingHours, DEFAULT_SENDING_HOURS, isEmailAddress, type Rate } from '@duban/domain';
import type { DeliverySettings } from './channel.js';

/** The SMTP server through which mail goes, and the sender it goes under. */
export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…`; credentials percent-encoded. */
  readonly url: string;
  readonly from: string;
  readonly rate: Rate;
  /** Credentials may go over an unencrypted connection: on a closed network without TLS. */
  readonly plaintext?: boolean;
}

export interface ReadDelivery {
  readonly settings: DeliverySettings;
  /** Undefined: no mail, notices stay in the application. */
  readonly smtp: SmtpSettings | undefined;
  readonly mistakes: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOCAL_URL = 'http://127.0.0.1:8730';

/** Reads how notices leave the application. All mistakes are listed, in Chinese; with none the settings hold. */
export function readDelivery(env: Environment): ReadDelivery {
  const mistakes: string[] = [];
  const text = (name: string): string => env[name]?.trim() ?? '';
  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const value = text(name);
    if (value === '') return fallback;
    if (/^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    mistakes.push(`${name} 应为 ${least} 到 ${most} 的整数，现在是“${value}”`);
    return fallback;
  };
  const url = text('DUBAN_SMTP_URL');
  const from = text('DUBAN_SMTP_FROM');
  const publicUrl = text('DUBAN_PUBLIC_URL');
  if (url === '' && from !== '') mistakes.push('填了 DUBAN_SMTP_FROM，但缺少 DUBAN_SMTP_URL');
  if (url !== '') {
    if (!isSmtpUrl(url)) mistakes.push('DUBAN_SMTP_URL 应形如 smtp://用户:密码@主机:587 或 smtps://用户:密码@主机:465');
    if (!isEmailAddress(from)) mistakes.push(`DUBAN_SMTP_FROM 应为一个邮箱地址，现在是“${from}”`);
    if (publicUrl === '')
      mistakes.push('发邮件需要 DUBAN_PUBLIC_URL：收件人打开系统的地址，例如 https://duban.example.cn');
  }
  if (publicUrl !== '' && !isWebUrl(publicUrl)) {
    mistakes.push('DUBAN_PUBLIC_URL 应形如 https://duban.example.cn，不带参数');
  }
  const [open = '', close = '', ...more] = (text('DUBAN_SENDING_HOURS') || '').split('-');
  const given = text('DUBAN_SENDING_HOURS') !== '';
  const hours = given ? { from: open.trim(), to: close.trim() } : DEFAULT_SENDING_HOURS;
  if (more.length > 0 || !areSendingHours(hours)) {
    mistakes.push(`DUBAN_SENDING_HOURS 应形如 08:30-17:30，现在是“${text('DUBAN_SENDING_HOURS')}”`);
  }
  const rate = {
    perMinute: whole('DUBAN_SMTP_PER_MINUTE', 20, 1, 6_000),
    burst: whole('DUBAN_SMTP_BURST', 10, 1, 1_000),
  };
  const tls = text('DUBAN_SMTP_TLS') || 'required';
  if (tls !== 'required' && tls !== 'optional') {
    mistakes.push('DUBAN_SMTP_TLS 只能是 required（密码只走加密连接）或 optional（内网服务器无加密时）');
  }
  const gatherMs = whole('DUBAN_DIGEST_GATHER_SECONDS', 30, 0, 3_600) * 1_000;
  return {
    settings: { hours, gatherMs, publicUrl: (publicUrl || LOCAL_URL).replace(/\/+$/, '') },
    smtp: url === '' ? undefined : { url, from, rate, plaintext: tls === 'optional' },
    mistakes,
  };
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname, search } = new URL(text);
  const plain = [username, password].every((part) => decodes(part));
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== '' && plain && /^\/?$/.test(pathname) && search === '';
}

function decodes(part: string): boolean {
  try {
    return !/[\p{Cc}]/u.test(decodeURIComponent(part));
  } catch {
    return false;
  }
}

function isWebUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username === '' && search === '' && hash === '';
}
