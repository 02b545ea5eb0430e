const MOST_LENGTH = 254;
const MOST_LOCAL = 64;
// Dot-atom of ASCII letters (RFC 5322) at a host name: no quotes, comments, angle brackets, commas or line breaks, so
// an address can never become two, or a header.
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Whether the text is one plain e-mail address and nothing else. */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, host] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && text.length <= MOST_LENGTH && local.length <= MOST_LOCAL && LOCAL.test(local) && HOST.test(host);
}

/** `zhang.san@example.cn` → `zh***@example.cn`: for records that many may read. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return `${address.slice(0, 2)}***`;
  return `${address.slice(0, Math.min(2, Math.max(at - 1, 1)))}***${address.slice(at)}`;
}
