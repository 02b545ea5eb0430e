import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('both lock files name every optional package, so that npm ci takes it on any system', () => {
  const script = fileURLToPath(new URL('../../scripts/complete-lock.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test.each(['package-lock.json', 'bench/package-lock.json'])('%s names no registry', (name) => {
  const text = readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');
  expect(text.match(/"resolved": "https?:[^"]*/g)).toBeNull();
});
