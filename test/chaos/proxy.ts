// A TCP proxy between two parts, which can be made to behave as networks do.
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * `cut`: nobody gets through, what is open is reset. `half-open`: connections stay, nothing passes. `deaf`: what the
 * client says arrives, the answers do not. A number: every piece is so many milliseconds late.
 */
export type Weather = 'fair' | 'cut' | 'half-open' | 'deaf' | number;

export class TcpProxy {
  private weather: Weather = 'fair';
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** Listens on 127.0.0.1 and hands on to `target` of 127.0.0.1. */
  static async to(target: () => number): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: false });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const proxy = new TcpProxy(server, typeof address === 'object' && address ? address.port : 0);
    server.on('connection', (client) => proxy.join(client, target()));
    return proxy;
  }

  set(weather: Weather): void {
    this.weather = weather;
    // What was swallowed is lost: a connection that lived through it would be a broken one.
    if (weather === 'cut' || weather === 'fair') this.resetAll();
  }

  async stop(): Promise<void> {
    this.resetAll();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private resetAll(): void {
    for (const socket of this.open) socket.resetAndDestroy();
  }

  private join(client: Socket, port: number): void {
    this.hold(client);
    if (this.weather === 'cut') return void client.resetAndDestroy();
    const server = connect(port, '127.0.0.1');
    this.hold(server);
    this.pass(client, server, false);
    this.pass(server, client, true);
  }

  private hold(socket: Socket): void {
    this.open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.open.delete(socket));
  }

  private pass(from: Socket, to: Socket, answers: boolean): void {
    from.on('data', (piece) => {
      const { weather } = this;
      if (weather === 'half-open' || (weather === 'deaf' && answers)) return;
      if (typeof weather === 'number') setTimeout(() => to.destroyed || to.write(piece), weather);
      else if (!to.destroyed) to.write(piece);
    });
    from.on('close', () => to.destroy());
  }
}
