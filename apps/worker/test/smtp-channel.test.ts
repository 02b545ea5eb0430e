import type { OutgoingMessage, SmtpSettings } from '@duban/application';
import { afterEach, describe, expect, it } from 'vitest';
import { channelContract } from '../../../test/support/channel-contract.js';
import { behaving, deadPort, type SmtpRig, startMute, startSmtp } from '../../../test/support/smtp.js';
import { SmtpChannel } from '../src/notice/smtp-channel.js';

const TIMES = { connectMs: 1_500, silenceMs: 1_500, wholeMs: 8_000 };
const rate = { perMinute: 20, burst: 10 };
const smtp = (url: string, more: Partial<SmtpSettings> = {}): SmtpChannel =>
  new SmtpChannel({ url, from: 'duban@test.cn', rate, ...more }, TIMES);
const may = async (): Promise<boolean> => true;

function message(more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    key: 'email/1/2/3',
    address: 'accepts@test.cn',
    digest: { subject: '【催办】“村级阵地达标”一月一报告', text: '1. 【催办】\n', html: '<p>【催办】</p>' },
    ...more,
  };
}

channelContract('SMTP', async () => {
  const server = await startSmtp();
  return {
    channel: smtp(server.url),
    away: smtp(`smtp://127.0.0.1:${await deadPort()}`),
    addressOf: behaving,
    taken: () => server.mails.map(({ messageId }) => messageId),
    stop: server.stop,
  };
});

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function server(options: { slowMs?: number } = {}): Promise<SmtpRig> {
  const rig = await startSmtp(options);
  stops.push(rig.stop);
  return rig;
}

describe('a mail', () => {
  it('is of two forms, Chinese, marked as automatic, with an id made from its key', async () => {
    const rig = await server();
    expect(await smtp(rig.url).send(message(), may)).toEqual({ outcome: 'sent' });
    const [mail] = rig.mails;
    expect(mail).toMatchObject({ to: 'accepts@test.cn', from: 'duban@test.cn' });
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{40}@test\.cn>$/);
    const encoded = Buffer.from('【催办】').toString('base64');
    expect(mail?.raw).toContain(encoded.slice(0, 14));
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mail?.raw).toMatch(/multipart\/alternative/);
    expect(mail?.raw).toMatch(/text\/plain; charset=utf-8[\s\S]*text\/html; charset=utf-8/);
  });

  it('cannot be given another header or recipient, though subject and address were hostile', async () => {
    const rig = await server();
    const subject = '甲\r\nBcc: spy@evil.cn\r\n\r\nbody';
    await smtp(rig.url).send(message({ digest: { subject, text: 'x', html: 'x' } }), may);
    expect(rig.mails[0]?.raw).not.toMatch(/^Bcc:/im);
    for (const address of ['a@test.cn, spy@evil.cn', 'a@test.cn>\r\nRCPT TO:<spy@evil.cn', 'x\nBcc: spy@evil.cn']) {
      const channel = smtp(rig.url);
      expect(channel.accepts(address)).toBe(false);
      await channel.send(message({ address }), may);
    }
    expect(rig.named.filter((to) => to.includes('spy'))).toEqual([]);
  });
});

describe('trouble that is not of the message', () => {
  it('of sign-in, sender or server may pass: no message is given up for it', async () => {
    const rig = await server();
    const auth = (password: string) => rig.url.replace('//', `//user:${password}@`);
    const at = { plaintext: true };
    expect(await smtp(auth('right'), at).send(message(), may)).toEqual({ outcome: 'sent' });
    expect(await smtp(auth('wrong'), at).send(message(), may)).toMatchObject({
      outcome: 'later',
      reason: expect.stringContaining('登录邮件服务器失败'),
    });
    expect(await smtp(rig.url, { from: 'nobody@test.cn' }).send(message(), may)).toMatchObject({
      outcome: 'later',
      reason: expect.stringContaining('DUBAN_SMTP_FROM'),
    });
    expect(rig.mails).toHaveLength(1);
  });

  it('a password never goes over an open line, unless the setting allows it', async () => {
    const rig = await server();
    const outcome = await smtp(rig.url.replace('//', '//user:right@')).send(message(), may);
    expect(outcome).toMatchObject({ outcome: 'later', reason: expect.stringContaining('加密') });
    expect(rig.mails).toEqual([]);
  });

  it.each([
    ['says nothing', ''],
    ['is no mail server', 'SSH-2.0-OpenSSH\r\n'],
    ['has no service', '554 no service\r\n'],
  ])('a server that %s is left within the time', async (_, greeting) => {
    const mute = await startMute(greeting);
    stops.push(mute.stop);
    expect(await smtp(`smtp://127.0.0.1:${mute.port}`).send(message(), may)).toMatchObject({ outcome: 'later' });
  });
});

describe('a slow server', () => {
  it('is waited for as long as it answers in time', async () => {
    const rig = await server({ slowMs: 700 });
    expect(await smtp(rig.url).send(message(), may)).toEqual({ outcome: 'sent' });
  });

  it('is given up at the end, and what became of the mail is unknown', async () => {
    const rig = await server({ slowMs: 60_000 });
    expect(await smtp(rig.url).send(message(), may)).toMatchObject({ outcome: 'unknown' });
    expect(rig.mails).toHaveLength(1);
  });
});
