import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  type Channel,
  isEmailAddress,
  type OutgoingMessage,
  type SendOutcome,
  type SmtpSettings,
} from '@duban/application';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { notBegun, outcomeOf } from './smtp-outcome.js';

export const EMAIL = 'email';

/** How long each step may take; a send as a whole ends well within the contract's minute. */
export interface SmtpTimes {
  readonly connectMs: number;
  readonly silenceMs: number;
  readonly wholeMs: number;
}

const TIMES: SmtpTimes = { connectMs: 10_000, silenceMs: 20_000, wholeMs: 45_000 };

/**
 * Mail through one SMTP server, one connection for each message. nodemailer's parts are used singly, because the
 * moment at which the text begins to flow must be known: until then nothing can have been accepted.
 */
export class SmtpChannel implements Channel {
  readonly name = EMAIL;
  readonly rate: SmtpSettings['rate'];

  constructor(
    private readonly settings: SmtpSettings,
    private readonly times: SmtpTimes = TIMES,
  ) {
    this.rate = settings.rate;
  }

  accepts(address: string): boolean {
    return isEmailAddress(address);
  }

  async send(message: OutgoingMessage, begin: () => Promise<boolean>): Promise<SendOutcome> {
    let mail: Buffer;
    try {
      mail = await this.compose(message);
    } catch (error) {
      return { outcome: 'refused', reason: `邮件无法生成：${error instanceof Error ? error.message : String(error)}` };
    }
    const connection = this.connection();
    const body = new Body(mail, begin);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the whole took too long')), this.times.wholeMs);
    });
    try {
      await Promise.race([this.converse(connection, message.address, body), tooLong]);
      return { outcome: 'sent' };
    } catch (error) {
      if (body.refused) return notBegun();
      return outcomeOf(error, body.begun);
    } finally {
      clearTimeout(timer);
      // Without the final dot the server throws away what it got.
      connection.removeAllListeners('error');
      connection.on('error', () => undefined);
      connection.close();
      body.destroy();
    }
  }

  /** Connects, signs in if there are credentials, and hands over the message. */
  private async converse(connection: SMTPConnection, address: string, body: Body): Promise<void> {
    const { auth } = this.server();
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    if (auth) {
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject);
        connection.login(auth, (error) => (error ? reject(error) : resolve()));
      });
    }
    const envelope = { from: this.settings.from, to: [address], size: body.size };
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.send(envelope, body, (error) => (error ? reject(error) : resolve()));
    });
  }

  private connection(): SMTPConnection {
    const { host, port, secure, auth } = this.server();
    const mustEncrypt = auth !== undefined && !secure && this.settings.plaintext !== true;
    return new SMTPConnection({
      host,
      ...(port === undefined ? {} : { port }),
      secure,
      requireTLS: mustEncrypt,
      connectionTimeout: this.times.connectMs,
      greetingTimeout: this.times.connectMs,
      dnsTimeout: this.times.connectMs,
      socketTimeout: this.times.silenceMs,
      socketCloseTimeout: 1_000,
    });
  }

  private server() {
    const url = new URL(this.settings.url);
    const user = decodeURIComponent(url.username);
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? undefined : Number(url.port),
      secure: url.protocol === 'smtps:',
      auth: user === '' ? undefined : { user, pass: decodeURIComponent(url.password) },
    };
  }

  private compose({ key, address, digest }: OutgoingMessage): Promise<Buffer> {
    const domain = this.settings.from.slice(this.settings.from.lastIndexOf('@') + 1);
    return new MailComposer({
      from: { name: '督办系统', address: this.settings.from },
      to: { name: '', address },
      subject: digest.subject,
      text: digest.text,
      html: digest.html,
      messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      textEncoding: 'base64',
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
  }
}

/**
 * The text of a mail. nodemailer begins to read it when the server has asked for it (354): only then is the mark set,
 * and only after the mark does the first byte flow.
 */
class Body extends Readable {
  begun = false;
  refused = false;
  readonly size: number;
  private asked = false;

  constructor(
    private readonly mail: Buffer,
    private readonly begin: () => Promise<boolean>,
  ) {
    super();
    this.size = mail.length;
  }

  override _read(): void {
    if (this.asked) return;
    this.asked = true;
    this.begin().then(
      (may) => {
        if (!may || this.destroyed) return this.refuse();
        this.begun = true;
        this.push(this.mail);
        this.push(null);
      },
      () => this.refuse(),
    );
  }

  private refuse(): void {
    this.refused = true;
    this.destroy(new Error('may not begin'));
  }
}
