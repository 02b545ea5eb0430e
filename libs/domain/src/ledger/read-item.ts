import { monthEnd } from './days.js';
import { type DeadlineFault, type DeadlineReading, readDeadline } from './deadline.js';
import { cellRef, type GridCell, type SheetView } from './grid.js';
import { headerWords, type LedgerField, type LedgerHeader } from './header.js';
import { type LedgerPerson, type PersonReading, readPerson } from './people.js';
import type { ProblemList } from './problems.js';
import type { ItemField, LedgerItem } from './result.js';
import { cleanText, isNothing } from './text.js';
import { readSupportingUnits, readUnits, type UnitsReading } from './units.js';

/** What a row is read with. */
export interface ItemContext {
  readonly view: SheetView;
  readonly header: LedgerHeader;
  readonly problems: ProblemList;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly readers: CellReaders;
}

/** How cells are read. A list names the same few people, units and days over and over: each text is read once. */
export interface CellReaders {
  readonly person: (text: string) => PersonReading;
  readonly units: (text: string) => UnitsReading;
  readonly deadline: (text: string) => DeadlineReading | DeadlineFault;
}

/** Readers for one sheet. */
export function cellReaders(titleYear: number | null, today: string): CellReaders {
  const presentYear = Number(today.slice(0, 4));
  return {
    person: once(readPerson),
    units: once(readUnits),
    deadline: once((text) => readDeadline(text, titleYear, presentYear)),
  };
}

function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = read(text);
    known.set(text, reading);
    return reading;
  };
}

/** The row's fields; number, category, notes and whether it is faulty are added by the caller. */
export type ItemFields = Omit<LedgerItem, 'number' | 'category' | 'faulty'>;

interface Place {
  /** The anchor's reference; null when the sheet has no such column. */
  readonly ref: string | null;
  readonly cell: GridCell | undefined;
  readonly text: string;
}

const NAMES: Readonly<Record<string, string>> = {
  title: '工作任务',
  objective: '目标任务',
  measures: '方法举措',
  leadLeader: '牵头领导',
  responsibleUnit: '责任单位',
  deputyLeader: '分管领导',
  deadline: '完成时限',
};

/** Reads one item row, cell by cell. @returns its fields and whether any cell of it is at fault */
export function readItem(context: ItemContext, row: number): { fields: ItemFields; faulty: boolean } {
  const { view, header, problems } = context;
  let faulty = false;
  const fault = (report: () => void): null => {
    faulty = true;
    report();
    return null;
  };
  const places = new Map<LedgerField, Place>();
  const place = (field: LedgerField): Place => {
    const known = places.get(field);
    if (known) return known;
    const found = placeOf(view, header, row, field);
    places.set(field, found);
    return found;
  };
  const missing = (field: LedgerField, at: Place): null =>
    fault(() => problems.error('MISSING_FIELD', at.ref, missingMessage(field, at)));

  const text = (field: LedgerField): string | null => {
    const at = place(field);
    return at.text === '' ? missing(field, at) : at.text;
  };
  const person = (field: 'leadLeader' | 'deputyLeader'): LedgerPerson | null => {
    const at = place(field);
    const reading = context.readers.person(onePlace(context, row, field, at));
    if (reading.kind === 'one') return reading.person;
    if (reading.kind === 'none') return missing(field, at);
    const name = NAMES[field];
    if (reading.kind === 'duty-only') {
      return fault(() =>
        problems.error(
          'MISSING_FIELD',
          at.ref,
          `${at.ref}：${name}“${short(at.text)}”只有职务没有姓名，请写成“姓名（职务）”`,
        ),
      );
    }
    const code = field === 'leadLeader' ? 'TWO_LEADERS' : 'TWO_DEPUTIES';
    const names =
      reading.names.length > 1 ? `写了${reading.names.length}人（${reading.names.join('、')}）` : '不止一人';
    return fault(() =>
      problems.error(
        code,
        at.ref,
        `${at.ref}：${name}${names}，“1+3”要求每项只有1名${name}，请只留1人，写成“姓名（职务）”`,
      ),
    );
  };

  const units = readUnitCells(context, row, place('responsibleUnit'), missing, fault);
  const deadline = readDeadlineCell(context, place('deadline'), missing, fault);
  const optional = (field: LedgerField): string | null => {
    const { text: value } = place(field);
    return value === '' || isNothing(value) ? null : value;
  };

  const fields: ItemFields = {
    title: text('title'),
    objective: text('objective'),
    measures: text('measures'),
    leadLeader: person('leadLeader'),
    responsibleUnit: units.responsible,
    supportingUnits: units.supporting,
    deputyLeader: person('deputyLeader'),
    handler: optional('handler'),
    deadline: deadline?.deadline ?? null,
    standing: deadline?.standing ?? false,
    milestones: deadline?.milestones ?? [],
    cells: cellsOf(place),
    phone: optional('phone'),
    row,
    deadlineRemark: deadline?.remark ?? null,
    notes: notesOf(view, header, row),
  };
  return { fields, faulty };
}

function placeAt(view: SheetView, row: number, col: number): Place {
  const anchor = view.anchor(row, col);
  const cell = view.cellAt(row, col);
  return { ref: cellRef(anchor.row, anchor.col), cell, text: cell ? cleanText(cell.text) : '' };
}

/** The cell of a field in a row. Where two columns carry the same field, the first one with something in it. */
export function placeOf(view: SheetView, header: LedgerHeader, row: number, field: LedgerField): Place {
  const places = (header.columns.get(field) ?? []).map((col) => placeAt(view, row, col));
  return places.find((place) => place.text !== '') ?? places[0] ?? { ref: null, cell: undefined, text: '' };
}

/** Two columns of a one-value field (牵头单位 beside 责任单位) are read together, so that two values show as two. */
function onePlace({ view, header }: ItemContext, row: number, field: LedgerField, at: Place): string {
  const texts = (header.columns.get(field) ?? []).map((col) => placeAt(view, row, col).text).filter((t) => t !== '');
  const distinct = [...new Set(texts)];
  return distinct.length > 1 ? distinct.join('\n') : at.text;
}

function missingMessage(field: LedgerField, at: Place): string {
  const name = NAMES[field] ?? field;
  if (at.ref === null) return `表头没有“${name}”一列，可用的列名：${headerWords(field)}`;
  return `${at.ref}：${name}没有填写，下达任务前必须填写`;
}

function readUnitCells(
  context: ItemContext,
  row: number,
  at: Place,
  missing: (field: LedgerField, at: Place) => null,
  fault: (report: () => void) => null,
): { responsible: string | null; supporting: string[] } {
  const { view, header, problems } = context;
  const reading = context.readers.units(onePlace(context, row, 'responsibleUnit', at));
  const [only, second] = reading.responsible;
  const own = (header.columns.get('supportingUnits') ?? []).flatMap((col) =>
    readSupportingUnits(placeAt(view, row, col).text),
  );
  const supporting = [...new Set([...own, ...reading.supporting])].filter((unit) => unit !== only);
  if (only === undefined) return { responsible: missing('responsibleUnit', at), supporting };
  if (second === undefined) return { responsible: only, supporting };
  const message = `${at.ref}：责任单位写了${reading.responsible.length}个（${reading.responsible.join('、')}），只能有1个；请用“（牵头）”或“牵头单位：”标明，其余写入配合单位`;
  return { responsible: fault(() => problems.error('TWO_UNITS', at.ref, message)), supporting: own };
}

const ACCEPTED =
  '可以写：2026年9月30日前、2026-09-30、9月30日、9月底前、9月上旬（中旬、下旬）、三季度末、上半年、年底前，或“长期坚持”“持续推进”“常态化推进”；分几步的写成“6月底前完成方案，12月底前建成”';

function readDeadlineCell(
  { problems, today, readers }: ItemContext,
  at: Place,
  missing: (field: LedgerField, at: Place) => null,
  fault: (report: () => void) => null,
): DeadlineReading | null {
  if (at.text === '') return missing('deadline', at);
  const presentYear = Number(today.slice(0, 4));
  const reading = at.cell?.date ? readDateCell(at.cell.date, at.text) : readers.deadline(at.text);
  if ('fault' in reading) {
    return fault(() => problems.error('BAD_DEADLINE', at.ref, `${at.ref}：${faultMessage(reading, at.text)}`));
  }
  if (reading.yearAssumed) {
    const message = `${at.ref}：完成时限“${short(at.text)}”和标题都没有年份，按今年（${presentYear}年）计算`;
    problems.notice('YEAR_ASSUMED', at.ref, message);
  }
  if (reading.ambiguous) {
    const { written, day } = reading.ambiguous;
    const message = `${at.ref}：“${short(written)}”按${day}（上个月最后一天）计算；如指当月月底，请写“×月底前”`;
    problems.notice('AMBIGUOUS_DEADLINE', at.ref, message);
  }
  if (reading.deadline !== null && reading.deadline < today) {
    problems.notice('PAST_DEADLINE', at.ref, `${at.ref}：完成时限${reading.deadline}已经过去（今天${today}），请核对`);
  }
  return reading;
}

/** A date cell says one day; shown as year and month only, it means the month's last day. */
function readDateCell(
  date: { readonly day: string; readonly precision: 'day' | 'month' },
  text: string,
): DeadlineReading | DeadlineFault {
  const [year, month] = date.day.split('-').map(Number);
  const day = date.precision === 'day' ? date.day : monthEnd(year!, month!);
  if (day === null || year! < 2000 || year! > 2099) return { fault: 'no-such-day', clause: text };
  return { deadline: day, standing: false, milestones: [], remark: null, yearAssumed: false, ambiguous: null };
}

function faultMessage(fault: DeadlineFault, text: string): string {
  const clause =
    fault.clause === '' || fault.clause === text ? `“${short(text)}”` : `“${short(text)}”中的“${short(fault.clause)}”`;
  switch (fault.fault) {
    case 'recurring':
      return `完成时限${clause}是周期性要求，不是办结日期；请在“督导频次、报告频次”里设定（频次管理），这里写办结日期或“长期坚持”`;
    case 'range':
      return `完成时限${clause}是一段时间，请只写截止日期。${ACCEPTED}`;
    case 'no-such-day':
      return `完成时限${clause}不是存在的日期（只认2000至2099年）。${ACCEPTED}`;
    case 'unreadable':
      return `完成时限${clause}看不出截止日期。${ACCEPTED}`;
  }
}

const ITEM_CELLS: readonly ItemField[] = [
  'category',
  'title',
  'objective',
  'measures',
  'leadLeader',
  'responsibleUnit',
  'supportingUnits',
  'deputyLeader',
  'handler',
  'deadline',
];

function cellsOf(place: (field: LedgerField) => Place): Partial<Record<ItemField, string>> {
  const cells: Partial<Record<ItemField, string>> = {};
  for (const field of ITEM_CELLS) {
    const { ref } = place(field);
    if (ref !== null) cells[field] = ref;
  }
  return cells;
}

function notesOf(view: SheetView, header: LedgerHeader, row: number): Record<string, string> {
  const notes = new Map<string, string>();
  for (const { col, word } of header.notes) {
    const { text } = placeAt(view, row, col);
    if (text !== '') notes.set(word, notes.has(word) ? `${notes.get(word)}\n${text}` : text);
  }
  return Object.fromEntries(notes);
}

const short = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
