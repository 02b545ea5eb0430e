import { digestOf, escapeHtml, isEmailAddress, maskedAddress, outwardLine, sendBackOffMs } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const url = (n: number): string => `https://duban.example.cn/#/notices/${n}`;
const INBOX = 'https://duban.example.cn/#/notices';
const line = (title: string, n = 1) => ({ title, url: url(n) });

describe('a digest', () => {
  it('of one notice bears its title; of several, their number', () => {
    expect(digestOf([line('【提醒】“村级阵地达标”一月一报告 2026-07')], INBOX).subject).toBe(
      '【提醒】“村级阵地达标”一月一报告 2026-07',
    );
    expect(digestOf([line('【提醒】甲'), line('【催办】乙', 2)], INBOX).subject).toBe('督办通知2件：【提醒】甲 等');
  });

  it('lists title and link of every notice, in text and in HTML', () => {
    const { text, html } = digestOf([line('【提醒】甲'), line('【催办】乙', 2)], INBOX);
    for (const part of ['1. 【提醒】甲', '2. 【催办】乙', url(1), url(2), INBOX]) expect(text).toContain(part);
    expect(html).toContain(`<li><a href="${url(2)}">【催办】乙</a></li>`);
  });

  it('counts what it does not list', () => {
    const { text } = digestOf(
      Array.from({ length: 130 }, (_, n) => line(`【提醒】${n}`, n)),
      INBOX,
    );
    expect(text).toContain('您有130件督办通知');
    expect(text).toContain('另有30件未列出');
    expect(text.match(/^\d+\. /gm)).toHaveLength(100);
  });

  it('escapes whatever a title holds', () => {
    const { html } = digestOf([line('<script>alert("x")</script>&\'')], INBOX);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;');
  });

  it('has a subject of one line, bounded, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (title) => {
        const { subject, text, html } = digestOf([line(title)], INBOX);
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect([...subject].length).toBeLessThanOrEqual(120);
        expect(text.split('\n').length).toBe(9);
        expect(html.match(/<li>/g)).toHaveLength(1);
      }),
    );
  });

  it('refuses to be of nothing', () => expect(() => digestOf([], INBOX)).toThrow(RangeError));
});

describe('a line that leaves the application', () => {
  it.each([
    ['a line break becomes a space', '甲\r\nBcc: x@y.cn', '甲 Bcc: x@y.cn'],
    ['a mobile number is left out', '请联系13812345678', '请联系（号码略）'],
    ['one with a country code too', '请联系+86 138-1234-5678。', '请联系（号码略）。'],
    ['a landline is left out', '办公室0839-3260001', '办公室（号码略）'],
    ['other numbers stay', '2026年第12期，编号20260715001', '2026年第12期，编号20260715001'],
    ['a right-to-left override goes', '甲\u202Etxt.exe', '甲 txt.exe'],
  ])('%s', (_, given, expected) => expect(outwardLine(given)).toBe(expected));

  it('is cut between characters', () => expect(outwardLine('𠀀'.repeat(5), 3)).toBe('𠀀𠀀…'));
  it('escapes each of the five', () => expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;'));
});

describe('an e-mail address', () => {
  it.each(['a@b', 'zhang.san@example.cn', "o'neil+tag@mail.gov.cn", 'x_1@sub-domain.example'])('is one: %s', (text) =>
    expect(isEmailAddress(text)).toBe(true),
  );
  it.each([
    '',
    'a',
    '@b.cn',
    'a@',
    'a b@c.cn',
    'a@b.cn,c@d.cn',
    'a@b.cn\r\nBcc: x@y.cn',
    '<a@b.cn>',
    '"a"@b.cn',
    'a..b@c.cn',
    '.a@c.cn',
    '张三@例子.cn',
    'a@-b.cn',
    'a@b..cn',
    'a\u0000@b.cn',
    `${'a'.repeat(65)}@b.cn`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}`,
  ])('is none: %j', (text) => expect(isEmailAddress(text)).toBe(false));

  it('is masked for the record', () => {
    expect(maskedAddress('zhang.san@example.cn')).toBe('zh***@example.cn');
    expect(maskedAddress('ab@c.cn')).toBe('a***@c.cn');
    expect(maskedAddress('1234')).toBe('12***');
  });
});

it('the waits between attempts double from a minute to an hour', () => {
  expect([1, 2, 3, 6, 7, 8, 20].map((n) => sendBackOffMs(n) / 60_000)).toEqual([1, 2, 4, 32, 60, 60, 60]);
});
