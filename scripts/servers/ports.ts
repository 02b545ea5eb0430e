import { createConnection, createServer } from 'node:net';

const STEPS = 50;

function canListen(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}

/** The first free port on `host` from `preferred` upwards (taken ones are stepped over); any free one without it. */
export async function freePort(preferred?: number, host = '127.0.0.1'): Promise<number> {
  if (preferred !== undefined) {
    for (let port = preferred; port < preferred + STEPS && port < 65_536; port += 1) {
      if ((await canListen(port, host)) !== undefined) return port;
    }
  }
  const port = await canListen(0, host);
  if (port === undefined) throw new Error(`本机 ${host} 上没有可用端口。No free port on ${host}.`);
  return port;
}

/** True when something accepts TCP connections there within `timeoutMs`. */
export function answers(host: string, port: number, timeoutMs = 1_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
