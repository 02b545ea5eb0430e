import type { SendOutcome } from '@duban/application';

/** What nodemailer tells of a failure. */
interface SmtpError {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly message?: unknown;
}

const MOST_QUOTED = 200;

/** The record could not be told, or somebody else decides about the message now. */
export function notBegun(): SendOutcome {
  return { outcome: 'later', reason: '发送前未能登记，未发出' };
}

/**
 * What a failed conversation means. As long as no text has flowed nothing can have been accepted. Afterwards only the
 * server's own answer to the text is certain: a lost connection or a time-out leaves open whether it took the message.
 * @param begun whether text has begun to flow
 */
export function outcomeOf(error: unknown, begun: boolean): SendOutcome {
  const told: SmtpError = typeof error === 'object' && error !== null ? error : { message: String(error) };
  const answer = typeof told.responseCode === 'number' ? told.responseCode : undefined;
  const quoted = quote(told);
  if (begun) {
    const aboutText = told.command === 'DATA' && answer !== undefined;
    if (!aboutText)
      return { outcome: 'unknown', reason: `邮件正文已开始发送但没有得到服务器答复（${quoted}），对方可能已收到` };
    return answer >= 500
      ? { outcome: 'refused', reason: `邮件服务器拒收这封邮件：${quoted}` }
      : { outcome: 'later', reason: `邮件服务器暂时不收这封邮件，稍后再试：${quoted}` };
  }
  // What is said of the recipient, or of this message before its text, is the message's own fate. All else (greeting,
  // sign-in, sender) is the server's trouble or ours, and would hit every message alike: it may pass.
  const aboutMessage = told.command === 'RCPT TO' || told.command === 'DATA';
  if (aboutMessage && answer !== undefined && answer >= 500) {
    return { outcome: 'refused', reason: `邮件服务器不接受这个收件地址：${quoted}` };
  }
  return { outcome: 'later', reason: `${trouble(told)}：${quoted}` };
}

function trouble({ code, originalCode, command }: SmtpError): string {
  if (code === 'EAUTH') return '登录邮件服务器失败，请检查 DUBAN_SMTP_URL 中的用户和密码';
  if (code === 'EDNS') return '找不到邮件服务器，请检查 DUBAN_SMTP_URL';
  if (code === 'ETLS') return '与邮件服务器的加密连接失败';
  if (originalCode === 'ECONNREFUSED') return '邮件服务器拒绝连接，稍后再试';
  if (code === 'ETIMEDOUT') return '邮件服务器没有及时答复，稍后再试';
  if (command === 'MAIL FROM') return '邮件服务器不接受发件地址，请检查 DUBAN_SMTP_FROM';
  return '邮件未能发出，稍后再试';
}

/** The server's own words, on one line and not too long. */
function quote({ response, message, code }: SmtpError): string {
  const text = [response, message, code].find((part) => typeof part === 'string' && part !== '');
  return String(text ?? '原因不明')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, MOST_QUOTED);
}
