import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACTION } from './does.decorator.js';
import { type Action, RIGHTS, ruleOf } from './rights.js';
import { TARGET_PARAMETER } from './targets.js';

export interface RouteRight {
  readonly method: number;
  readonly path: string;
  readonly handler: string;
  readonly action: Action | undefined;
}

/** Refuses to start when a route has no right, or when its path lacks the target that its right asks about. */
@Injectable()
export class EveryRouteHasARight implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const faults = this.routes().flatMap(({ handler, path, action }) => {
      if (action === undefined || !(action in RIGHTS)) return [`${handler} (${path}) has no right`];
      const { target } = ruleOf(action);
      const missing = target !== undefined && !path.includes(`:${TARGET_PARAMETER[target]}`);
      return missing ? [`${handler} (${path}) needs :${TARGET_PARAMETER[target]} for ${action}`] : [];
    });
    if (faults.length > 0) throw new Error(`Routes without a right:\n${faults.join('\n')}`);
  }

  /** Every route of every controller, from Nest itself. */
  routes(): RouteRight[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype: object | null = Object.getPrototypeOf(instance);
      if (prototype === null || !metatype) return [];
      const base = String(Reflect.getMetadata(PATH_METADATA, metatype) ?? '');
      return this.scanner.getAllMethodNames(prototype).flatMap((name): RouteRight[] => {
        const handler: unknown = Reflect.get(prototype, name);
        if (typeof handler !== 'function') return [];
        const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
        if (path === undefined) return [];
        const full = `/${[base, String(path)]
          .map((part) => part.replace(/^\/+|\/+$/g, ''))
          .filter(Boolean)
          .join('/')}`;
        return [
          {
            method: Number(Reflect.getMetadata(METHOD_METADATA, handler)),
            path: full,
            handler: `${metatype.name}.${name}`,
            action: Reflect.getMetadata(ACTION, handler) as Action | undefined,
          },
        ];
      });
    });
  }
}
