// What machines and mischief send: shared by the tests of parsers and of bodies.
import fc from 'fast-check';

/** Texts that have broken something somewhere. */
const KNOWN_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800', // a lone surrogate
  '\udc00\ud800',
  '\u202e反\u202c', // right to left
  '\ufeff',
  '𠮷野家𪚥', // CJK extension B
  '👩‍👩‍👧‍👦',
  'e\u0301'.repeat(50),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '=1+1',
  '+cmd|" /C calc"!A0',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE obligation;--",
  '{{7*7}}',
  '%s%n%x',
  '../../../etc/passwd',
  'http://127.0.0.1:1/',
  'NaN',
  '1e309',
  '-0',
  '9007199254740993',
  '2026-02-30',
  '2026-13-45T99:99',
  '0000-00-00',
  '275760-09-13T00:00',
  '２０２６年１３月３２日',
  '六月底前'.repeat(200),
];

export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KNOWN_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

const number = fc.constantFrom(0, -0, -1, 1.5, 1e308, -1e308, 1e-320, 2 ** 31, 2 ** 53, -(2 ** 63), 99_999_999_999);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Any JSON value, deep nests and keys of Object's own prototype among them. */
export const json: fc.Arbitrary<unknown> = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 4 }),
  fc.dictionary(text, fc.oneof(text, number), { maxKeys: 4, noNullPrototype: false }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    nested(40),
    nested(2_000),
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  ),
);

/** A document with one of its parts, at any depth, replaced by something nasty. */
export function spoilt(document: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(document);
  return fc
    .tuple(fc.nat(paths.length - 1), json)
    .map(([index, value]) => replaced(document, paths[index] ?? [], value));
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function replaced(value: unknown, [head, ...rest]: Path, by: unknown): unknown {
  if (head === undefined) return by;
  if (Array.isArray(value)) return value.map((inner: unknown, i) => (i === head ? replaced(inner, rest, by) : inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === head ? replaced(inner, rest, by) : inner]),
  );
}
