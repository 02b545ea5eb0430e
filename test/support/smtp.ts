// A real SMTP server on the loopback whose behaviour is named by the recipient: `busy@test.cn` is refused for now.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Behaviour } from './channel-contract.js';

export interface Mail {
  readonly to: string;
  readonly from: string;
  /** The source, as it came over the wire. */
  readonly raw: string;
  readonly messageId: string;
  readonly at: number;
}

export interface SmtpRig {
  readonly port: number;
  readonly url: string;
  /** What the server has taken over (answered 250, or was about to). */
  readonly mails: Mail[];
  /** Recipients in the order in which they were named. */
  readonly named: string[];
  /** Held back until released: the answer to RCPT TO, or to the text. */
  readonly gates: { rcpt?: Promise<void>; answer?: Promise<void> };
  stop(): Promise<void>;
}

interface Refusal extends Error {
  responseCode?: number;
}

function refusal(responseCode: number, text: string): Refusal {
  return Object.assign(new Error(text), { responseCode });
}

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: *(.*(?:\\r\\n[ \\t].*)*)`, 'im')
    .exec(raw)?.[1]
    ?.replace(/\r\n[ \t]+/g, ' ')
    .trim() ?? '';

/** Starts the server on 127.0.0.1. */
export async function startSmtp(options: { readonly slowMs?: number } = {}): Promise<SmtpRig> {
  const mails: Mail[] = [];
  const named: string[] = [];
  const gates: SmtpRig['gates'] = {};
  const sockets = new Map<string, Socket>();

  async function rcpt(to: string): Promise<void> {
    named.push(to);
    await gates.rcpt;
    if (to.startsWith('refuses-address')) throw refusal(550, 'no such user here');
    if (to.startsWith('busy@')) throw refusal(451, 'greylisted, try again later');
  }

  async function data(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const to = session.envelope.rcptTo[0]?.address ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      if (to.startsWith('lost-in-text')) return void sockets.get(session.id)?.destroy();
      chunks.push(chunk);
    }
    if (to.startsWith('refuses-text')) throw refusal(554, 'looks like spam');
    if (to.startsWith('busy-after-text')) throw refusal(452, 'insufficient storage');
    const raw = Buffer.concat(chunks).toString('utf8');
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    mails.push({ to, from, raw, messageId: header(raw, 'message-id'), at: Date.now() });
    if (to.startsWith('lost-after-text')) return void sockets.get(session.id)?.destroy();
    if (to.startsWith('silent-after-text')) await new Promise(() => undefined);
    if (options.slowMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.slowMs));
    await gates.answer;
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 200,
    onAuth: (auth, _session, done) =>
      auth.password === 'right' ? done(null, { user: auth.username }) : done(refusal(535, 'wrong password')),
    onMailFrom: (address, _session, done) =>
      address.address.startsWith('nobody@') ? done(refusal(550, 'sender not allowed')) : done(),
    onRcptTo: (address, _session, done) => {
      rcpt(address.address).then(() => done(), done);
    },
    onData: (stream, session, done) => {
      data(stream, session).then(() => done(), done);
    },
  });
  server.on('error', () => undefined);
  // The sessions do not show their sockets: they are matched by the port of the client.
  server.server.on('connection', (socket: Socket) => {
    sockets.set(String(socket.remotePort), socket);
  });
  server.onConnect = (session, done) => {
    const socket = sockets.get(String(session.remotePort));
    if (socket) sockets.set(session.id, socket);
    done();
  };
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    named,
    gates,
    stop: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Where a mail of this behaviour goes. */
export const behaving = (behaviour: Behaviour): string => `${behaviour}@test.cn`;

/** A port on which nobody listens. */
export async function deadPort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Something on a port that is no mail server: says what it is given, and then nothing. */
export async function startMute(greeting = ''): Promise<{ readonly port: number; stop(): void }> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    if (greeting !== '') socket.write(greeting);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
