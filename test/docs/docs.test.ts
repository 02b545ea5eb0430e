import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const PAGES = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/adr'].flatMap((dir) =>
    readdirSync(path.join(ROOT, dir)).flatMap((name) => (name.endsWith('.md') ? [`${dir}/${name}`] : [])),
  ),
];

/** Folders that are no nouns of the field: what every server has. */
const PLUMBING = ['config', 'http', 'system', 'migrations'];

function sourceFiles(): string[] {
  return ['apps', 'libs', 'scripts'].flatMap((dir) =>
    readdirSync(path.join(ROOT, dir), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs)$/u.test(name) && !/(^|\/)(dist|node_modules|test)\//u.test(name))
      .map((name) => `${dir}/${name}`),
  );
}

describe('the documents', () => {
  it.each(PAGES)('%s links to nothing that is not there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/gu)].map(([, link]) => link ?? '');
    const broken = links.filter((link) => !existsSync(path.resolve(ROOT, path.dirname(page), link)));
    expect(broken).toEqual([]);
  });

  it('the glossary knows every noun that has a folder, and no folder that is none', () => {
    const glossary = read('docs/glossary.md');
    const roots = ['libs/domain/src', 'libs/persistence/src', 'libs/application/src', 'apps/api/src'];
    const folders = new Set(
      roots.flatMap((root) =>
        readdirSync(path.join(ROOT, root), { withFileTypes: true }).flatMap((entry) =>
          entry.isDirectory() ? [entry.name] : [],
        ),
      ),
    );
    const rows = [...glossary.matchAll(/^\|[^|]*\|[^|]*\| `([a-z-]+)`[^|]*\|/gmu)].map(([, folder]) => folder ?? '');
    expect([...folders].filter((name) => !PLUMBING.includes(name) && !rows.includes(name))).toEqual([]);
    expect([...new Set(rows)].filter((name) => !folders.has(name))).toEqual([]);
  });

  it('both READMEs name every environment variable that the code reads', () => {
    const named = /\b(?:DUBAN_[A-Z_]+|TEMPORAL_[A-Z_]+|DATABASE_URL)\b/gu;
    const inCode = new Set(
      sourceFiles().flatMap((file) =>
        [...read(file).matchAll(/(?:env(?:ironment)?[.[]'?|text\('|whole\('|^ {2})([A-Z_]+)\b/gmu)].map(
          ([, name]) => name ?? '',
        ),
      ),
    );
    const variables = [...inCode].filter((name) => name.match(named)?.[0] === name);
    expect(variables.length).toBeGreaterThan(8);
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const text = new Set(read(readme).match(named));
      expect(variables.filter((name) => !text.has(name))).toEqual([]);
    }
  });
});
