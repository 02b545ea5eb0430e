/**
 * Which problem codes each operation of the API may answer with, found by following its handler's calls through the
 * project's own source: every code of the table that stands as a string on the way. More than a request can meet, never
 * less: what is reached only through a value handed in (a callback is followed where it is written) is found as well.
 */
import path from 'node:path';
import ts from 'typescript';
import { PROBLEMS } from '../apps/api/src/http/problems.js';

const root = path.resolve(import.meta.dirname, '..');
/** Where handlers lead to; declarations elsewhere (libraries) end the search. */
const OURS = ['apps/api/src/', 'libs/'].map((folder) => path.join(root, folder));

/** The table that the document is made with. */
export const CODES_FILE = path.join(root, 'apps/api/src/http/refusal-codes.ts');

/** @returns the table as it must stand in `CODES_FILE` */
export function codesText(): string {
  const lines = Object.entries(refusalCodes()).map(([id, codes]) => `  ${id}: '${codes.join(' ')}',`);
  return [
    '// Made from the source by `node scripts/run.mjs openapi`; do not edit.',
    '',
    "/** The problem codes that an operation's own code may answer with, by operation id. */",
    'export const REFUSAL_CODES: Readonly<Record<string, string>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

/** What a piece of code says itself, and which other pieces it leads to. */
interface Piece {
  readonly codes: ReadonlySet<string>;
  readonly leadsTo: ReadonlySet<ts.Node>;
}

/** @returns sorted codes by operation id (`Obligation_submit`), operations sorted; those without any are left out */
export function refusalCodes(): Record<string, string[]> {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  const program = ts.createProgram([path.join(root, 'apps/api/src/app.ts')], { ...config?.options, noEmit: true });
  const search = new Search(program.getTypeChecker());
  const found: [string, string[]][] = [];
  for (const source of program.getSourceFiles().filter(isOurs)) {
    for (const statement of source.statements) {
      if (!ts.isClassDeclaration(statement) || !decorated(statement, 'Controller')) continue;
      const controller = statement.name?.text.replace(/Controller$/, '');
      for (const member of statement.members) {
        if (!ts.isMethodDeclaration(member) || !decorated(member, 'Does')) continue;
        found.push([`${controller}_${member.name.getText()}`, search.from(member)]);
      }
    }
  }
  return Object.fromEntries(found.filter(([, codes]) => codes.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

class Search {
  private readonly pieces = new Map<ts.Node, Piece>();

  constructor(private readonly checker: ts.TypeChecker) {}

  from(start: ts.Node): string[] {
    const codes = new Set<string>();
    const seen = new Set<ts.Node>([start]);
    for (const node of seen) {
      const piece = this.pieceOf(node);
      for (const code of piece.codes) codes.add(code);
      for (const next of piece.leadsTo) seen.add(next);
    }
    return [...codes].sort();
  }

  private pieceOf(node: ts.Node): Piece {
    const known = this.pieces.get(node);
    if (known) return known;
    const codes = new Set<string>();
    const leadsTo = new Set<ts.Node>();
    const look = (inner: ts.Node): void => {
      if (ts.isTypeNode(inner) || ts.isDecorator(inner) || ts.isImportDeclaration(inner)) return;
      if (ts.isStringLiteral(inner) && inner.text in PROBLEMS && !isAsked(inner)) codes.add(inner.text);
      if (ts.isIdentifier(inner)) for (const next of this.declared(inner)) leadsTo.add(next);
      ts.forEachChild(inner, look);
    };
    ts.forEachChild(node, look);
    const piece = { codes, leadsTo };
    this.pieces.set(node, piece);
    return piece;
  }

  /** The code behind a name: bodies and values, of a class only what making one runs. */
  private declared(name: ts.Identifier): ts.Node[] {
    let symbol = this.checker.getSymbolAtLocation(name);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = this.checker.getAliasedSymbol(symbol);
    return (symbol?.declarations ?? []).filter((node) => isOurs(node.getSourceFile())).flatMap(run);
  }
}

function run(node: ts.Declaration): ts.Node[] {
  if (ts.isFunctionLike(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) return [node];
  if (ts.isVariableDeclaration(node) && node.initializer) return [node];
  if (ts.isClassLike(node))
    return node.members.filter((member) => ts.isConstructorDeclaration(member) || ts.isPropertyDeclaration(member));
  return [];
}

/** Compared with, not thrown: `error.code === 'STALE_VERSION'`, `case 'STALE_VERSION':`. */
function isAsked({ parent }: ts.StringLiteral): boolean {
  return ts.isCaseClause(parent) || (ts.isBinaryExpression(parent) && EQUALITY.includes(parent.operatorToken.kind));
}

const EQUALITY = [
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
] as readonly ts.SyntaxKind[];

function isOurs({ fileName }: ts.SourceFile): boolean {
  return OURS.some((folder) => fileName.startsWith(folder)) && !fileName.includes('/node_modules/');
}

function decorated(node: ts.HasDecorators, name: string): boolean {
  return (ts.getDecorators(node) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && expression.expression.getText() === name,
  );
}
