/** One notice as it leaves the application: a title and a link, never the content. */
export interface DigestLine {
  readonly title: string;
  readonly url: string;
}

/** What a channel is given to send: the same words as plain text and as simple HTML. */
export interface Digest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Lines shown in one message; the rest is only counted and waits in the application. */
const MOST_LINES = 100;
const MOST_TITLE = 200;
const MOST_SUBJECT = 120;
/** Control and format characters, line breaks and lone surrogates: none has a place in one line of a mail. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
/** Mobile numbers, and landlines with their area code: a title is not the place for either. */
const PHONE = /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8})(?!\d)/g;

/** One line of text without anything that could break out of it; phone numbers are left out, length is bounded. */
export function outwardLine(text: string, most = MOST_TITLE): string {
  const line = text.replace(NOT_IN_A_LINE, ' ').replace(PHONE, '（号码略）').replace(/ {2,}/g, ' ').trim();
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}

/** Text in HTML, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * The digest of one recipient: all notices that wait for this person, in one message.
 * @param lines at least one, in the order in which they were written
 * @param inboxUrl where the person finds all notices
 */
export function digestOf(lines: readonly DigestLine[], inboxUrl: string): Digest {
  const shown = lines.slice(0, MOST_LINES).map(({ title, url }) => ({ title: outwardLine(title), url }));
  const first = shown[0];
  if (!first) throw new RangeError('a digest needs a notice');
  const subject = outwardLine(
    lines.length === 1 ? first.title : `督办通知${lines.length}件：${first.title} 等`,
    MOST_SUBJECT,
  );
  const hidden = lines.length - shown.length;
  const more = hidden > 0 ? `另有${hidden}件未列出。` : '';
  const head = `您有${lines.length}件督办通知，请登录系统查看和办理：`;
  const foot = `${more}全部通知：${inboxUrl}`;
  const note = '本邮件由督办系统自动发出，请勿直接回复；不含事项具体内容，详情登录后查看。';
  const numbered = shown.map(({ title, url }, index) => `${index + 1}. ${title}\n   ${url}`);
  const items = shown.map(({ title, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`);
  return {
    subject,
    text: [head, '', ...numbered, '', foot, '', note, ''].join('\n'),
    html: [
      '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>督办通知</title></head><body>',
      `<p>${head}</p><ol>${items.join('')}</ol>`,
      `<p>${more}<a href="${escapeHtml(inboxUrl)}">全部通知</a></p><p><small>${note}</small></p></body></html>`,
    ].join('\n'),
  };
}
