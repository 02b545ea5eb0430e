import { cleanText, halfWidth, isNothing, splitOutsideBrackets, squeeze } from './text.js';

/** What a unit cell holds. `responsible` lists every unit that claims to be the one that answers. */
export interface UnitsReading {
  readonly responsible: readonly string[];
  readonly supporting: readonly string[];
}

type Role = 'responsible' | 'supporting';

const RESPONSIBLE_WORD = '(?:责任[（(]牵头[）)]|牵头责任|责任牵头|牵头|主办|承办|责任)(?:单位|部门)?';
const SUPPORTING_WORD = '(?:责任配合|配合|协办|协助|协同|参与)(?:单位|部门)?';
const LABEL = new RegExp(`^(?:(${RESPONSIBLE_WORD})|(${SUPPORTING_WORD}))\\s*[:：]\\s*`, 'u');
const ANY_LABEL = `(?:${RESPONSIBLE_WORD}|${SUPPORTING_WORD})\\s*[:：]`;
/** A label wherever it stands, or a whole bracket, so that what only stands inside one is passed over. */
const LABEL_OR_BRACKET = new RegExp(`[（(][^（()）]*[）)]|(${ANY_LABEL})\\s*`, 'gu');
/** `县委组织部（配合单位：县民政局）`: a labelled list in a bracket, whose names may have brackets of their own. */
const LABELLED_BRACKET = new RegExp(`[（(]\\s*(${ANY_LABEL}(?:[^（()）]|[（(][^（()）]*[）)])*)[）)]`, 'gu');
const MARK = `[（(]\\s*(?:${RESPONSIBLE_WORD}|${SUPPORTING_WORD})\\s*[）)]`;
/** Every mark but the one inside the label `责任（牵头）单位：`. */
const ANY_MARK = new RegExp(`${MARK}(?!(?:单位|部门)?\\s*[:：])`, 'gu');
const BEGINS_MARKED = new RegExp(`^\\s*${MARK}\\s*[^\\s]`, 'u');
const MARK_AFTER = new RegExp(`\\s*[（(]\\s*(?:(${RESPONSIBLE_WORD})|(${SUPPORTING_WORD}))\\s*[）)]\\s*$`, 'u');
const MARK_BEFORE = new RegExp(`^[（(]\\s*(?:(${RESPONSIBLE_WORD})|(${SUPPORTING_WORD}))\\s*[）)]\\s*`, 'u');
const BODY_END =
  /(?:局|委|办|部|厅|处|科|院|校|会|站|所|中心|公司|集团|乡|镇|街道|村|社区|政府|室|团县委|工会|妇联|残联|科协|文联|行)[）)]?$/u;

/** No unit's name is longer; a longer piece is not searched for marks. */
const LONGEST_NAME = 200;

const roleOf = (match: RegExpExecArray): Role => (match[1] !== undefined ? 'responsible' : 'supporting');

/**
 * Reads the cell of the responsible unit: `县委组织部（牵头）、县民政局`, `牵头单位：县委组织部；配合单位：县民政局、县财政局`, one unit
 * alone. A label with a colon holds for the pieces after it, a mark in brackets only for its own piece; without any mark the
 * pieces all claim to be responsible, so that the caller can refuse two.
 */
export function readUnits(cell: string): UnitsReading {
  const responsible = new NameList();
  const supporting = new NameList();
  const unmarked = new NameList();
  let label: Role | null = null;
  for (const raw of unitPieces(cell)) {
    let piece = raw;
    const labelled = LABEL.exec(piece);
    if (labelled) {
      label = roleOf(labelled);
      piece = piece.slice(labelled[0].length);
    }
    const mark = piece.length > LONGEST_NAME ? null : (MARK_AFTER.exec(piece) ?? MARK_BEFORE.exec(piece));
    const name = tidy(mark ? piece.replace(mark[0], '') : piece);
    if (name === '') continue;
    const role: Role | null = mark ? roleOf(mark) : label;
    (role === 'responsible' ? responsible : role === 'supporting' ? supporting : unmarked).add(name);
  }
  const marked = responsible.names.length > 0;
  if (marked) for (const name of unmarked.names) supporting.add(name);
  const answering = marked ? responsible : unmarked;
  return { responsible: answering.names, supporting: supporting.names.filter((name) => !answering.has(name)) };
}

/** Reads a cell of supporting units: names between 、 ， ； or line breaks, 无 and its kin empty, each name once. */
export function readSupportingUnits(cell: string): string[] {
  const list = new NameList();
  for (const raw of unitPieces(cell)) {
    const piece = raw.replace(LABEL, '');
    const name = tidy(piece.length > LONGEST_NAME ? piece : piece.replace(MARK_AFTER, '').replace(MARK_BEFORE, ''));
    if (name !== '') list.add(name);
  }
  return list.names;
}

function unitPieces(cell: string): string[] {
  const text = cleanText(cell);
  if (isNothing(text)) return [];
  const parted = text
    // A bracket after a space or on the next line still belongs to the name before it.
    .replace(/(?<!\s)\s+(?=[（(])/gu, '')
    .replace(LABELLED_BRACKET, '；$1；')
    .replace(LABEL_OR_BRACKET, (found, label?: string) => (label === undefined ? found : `；${label}`));
  return splitOutsideBrackets(parted, (c) => '、，,；;\n'.includes(c))
    .flatMap(splitAtMarks)
    .flatMap(splitAtSpaces);
}

/** A mark ends its piece (`县委组织部（牵头）县民政局`), or begins it where the marks stand in front of the names. */
function splitAtMarks(piece: string): string[] {
  if (!/[（(]/u.test(piece)) return [piece];
  const inFront = BEGINS_MARKED.test(piece);
  const parts = piece.replace(ANY_MARK, (mark) => (inFront ? `\n${mark}` : `${mark}\n`)).split('\n');
  return parts.filter((part) => cleanText(part) !== '');
}

/** `县民政局 县财政局` are two units; a space inside one unit's name (`县 委 办`) parts nothing. */
function splitAtSpaces(piece: string): string[] {
  const parts = splitOutsideBrackets(cleanText(piece), (c) => /\s/u.test(c)).filter((part) => part !== '');
  if (parts.length < 2) return [cleanText(piece)];
  const bodies = parts.every((part) => {
    const name = part.length > LONGEST_NAME ? part : part.replace(MARK_AFTER, '').replace(MARK_BEFORE, '');
    return name.length >= 3 && BODY_END.test(name);
  });
  return bodies ? parts : [cleanText(piece)];
}

function tidy(piece: string): string {
  const name = cleanText(cleanText(piece).replace(/[。.;；]+$/u, ''));
  return isNothing(halfWidth(name)) ? '' : name;
}

/** Names in their order, each once, whatever white space is inside. */
class NameList {
  readonly #byKey = new Map<string, string>();

  add(name: string): void {
    const key = squeeze(name);
    if (!this.#byKey.has(key)) this.#byKey.set(key, name);
  }

  has(name: string): boolean {
    return this.#byKey.has(squeeze(name));
  }

  get names(): string[] {
    return [...this.#byKey.values()];
  }
}
