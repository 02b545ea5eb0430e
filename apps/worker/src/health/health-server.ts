import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HealthState } from './health-state.js';

/** `/livez`, `/readyz` and `/metrics` on 127.0.0.1. */
export class HealthServer {
  private server: Server | undefined;

  constructor(
    private readonly health: HealthState,
    private readonly metrics: { text(): Promise<string>; contentType: string },
  ) {}

  /** @returns the port it listens on */
  async start(port: number): Promise<number> {
    const server = createServer((request, response) => {
      this.answer(request.url ?? '', response).catch(() => response.writeHead(500).end());
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  private async answer(url: string, response: ServerResponse): Promise<void> {
    switch (url.split('?')[0]) {
      case '/livez':
        return json(response, 200, { live: true });
      case '/readyz': {
        const readiness = this.health.readiness();
        return json(response, readiness.ready ? 200 : 503, readiness);
      }
      case '/metrics':
        response.writeHead(200, { 'content-type': this.metrics.contentType });
        response.end(await this.metrics.text());
        return;
      default:
        return json(response, 404, { message: '没有这个地址；可用 /livez、/readyz、/metrics' });
    }
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
