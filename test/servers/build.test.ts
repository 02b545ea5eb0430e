// What has to be built before a start is what the apps depend on: anything else would make every start build again.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../scripts/servers/paths.js';
import { librariesBuilt } from '../../scripts/start/build.js';

/** The project's own packages that a package needs, and theirs. */
function needs(dir: string, found = new Set<string>()): Set<string> {
  const file = path.join(projectRoot, dir, 'package.json');
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(readFileSync(file, 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const library = name.startsWith('@duban/') ? name.replace('@duban', 'libs') : undefined;
    if (library === undefined || found.has(library)) continue;
    found.add(library);
    needs(library, found);
  }
  return found;
}

it('builds for a start the libraries that api and worker need, and no other', () => {
  const needed = new Set([...needs('apps/api'), ...needs('apps/worker')]);
  expect(librariesBuilt().sort()).toEqual([...needed].sort());
});
