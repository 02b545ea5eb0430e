import type { Readable } from 'node:stream';
import { DomainError, formatInstant, type Instant, type Light, type ProjectState } from '@duban/domain';
import { boardRows, stamp } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { deadlineCell, personCell, supportingCell, unitCell } from './export-cells.js';
import { LIVE_COLUMNS, type LiveWord } from './live-columns.js';
import { HANDLER_WITH_PHONE, NAMES } from './phones.js';
import { columnName, type WrittenCell, writeWorkbook } from './xlsx/write.js';

/** A programme as a workbook. */
export interface ExportedLedger {
  /** In the offices' own words: `….xlsx`. */
  readonly fileName: string;
  /** The file's bytes, made while they are read; the record has been read before. */
  readonly stream: Readable;
}

export interface ExportOptions {
  /** Narrows to the projects of one unit. */
  readonly unitId?: number | null;
  /** With the handlers' telephones: for those who may see people's numbers. */
  readonly phones?: boolean;
}

interface ExportedProject {
  readonly id: number;
  readonly number: number;
  readonly category: string;
  readonly title: string;
  readonly objective: string | null;
  readonly measures: string | null;
  readonly deadline: string | null;
  readonly standing: boolean;
  readonly unit: string;
  readonly supportingUnits: string[];
  readonly notes: Record<string, string>;
  readonly names: { leadLeader?: string | null; deputyLeader?: string | null; handler?: string | null };
  readonly phone: string | null;
  readonly milestones: { day: string; text: string }[];
  readonly state: ProjectState;
  readonly completed: boolean;
  readonly progressPercent: number | null;
  readonly progressText: string | null;
}

interface Column {
  readonly word: string;
  readonly width: number;
  readonly style: 'text' | 'middle';
  /** Words over several columns. */
  readonly group?: string;
  readonly of: (project: ExportedProject) => string | number | null;
}

const HEADER_ROWS = 4;
const ANSWER = '责任落实';

/**
 * A programme in the offices' ledger layout: title, unit and time, a header of two rows, one project in each row with
 * merged categories, wrapped text, and how each stands now. Imported again it changes nothing: what the system adds of
 * its own stands in columns that an import passes over.
 * @throws DomainError NOT_FOUND, NOTHING_TO_EXPORT
 */
export async function exportLedger(
  dataSource: DataSource,
  programmeId: number,
  now: Instant,
  { unitId = null, phones = false }: ExportOptions = {},
): Promise<ExportedLedger> {
  const { programme, projects, lights } = await dataSource.transaction('REPEATABLE READ', async (manager) => ({
    programme: await programmeOf(manager, programmeId),
    projects: await projectsOf(manager, { programmeId, unitId, now }),
    lights: await lightsOf(manager, programmeId, now),
  }));
  if (!programme) throw new DomainError('NOT_FOUND', '没有这个专项');
  if (projects.length === 0) throw new DomainError('NOTHING_TO_EXPORT', '这个专项里没有可以导出的项目');
  const columns = columnsOf(projects, lights, phones);
  const last = columnName(columns.length);
  const merges = [`A1:${last}1`, `A2:${last}2`, ...headerMerges(columns), ...categoryMerges(projects)];
  const stream = writeWorkbook({
    name: '督办台账',
    columnWidths: columns.map(({ width }) => width),
    headerRows: HEADER_ROWS,
    merges,
    rows: rowsOf(programme, projects, columns, now),
  });
  const day = formatInstant(now).slice(0, 10);
  return { fileName: `${programme.title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 100)}_${day}.xlsx`, stream };
}

interface ExportedProgramme {
  readonly title: string;
  readonly county: string;
}

function* rowsOf(
  { title, county }: ExportedProgramme,
  projects: readonly ExportedProject[],
  columns: readonly Column[],
  now: Instant,
): Generator<WrittenCell[]> {
  const one = (value: string, style: 'title' | 'remark'): WrittenCell[] =>
    columns.map((_, index) => ({ value: index === 0 ? value : null, style }));
  yield one(title, 'title');
  const time = formatInstant(now).slice(0, 16).replace('T', ' ');
  yield one(`填报单位：${county}督办室　　填报时间：${time}　　单位：项`, 'remark');
  yield columns.map(({ word, group }) => ({ value: group ?? word, style: 'header' }));
  yield columns.map(({ word, group }) => ({ value: group === undefined ? null : word, style: 'header' }));
  let category: string | null = null;
  for (const project of projects) {
    const repeated = project.category === category;
    category = project.category;
    yield columns.map(({ of, style, word }) => ({ value: repeated && word === '类别' ? null : of(project), style }));
  }
}

function columnsOf(
  projects: readonly ExportedProject[],
  lights: ReadonlyMap<number, Light>,
  phones: boolean,
): Column[] {
  const notes = [...new Set(projects.flatMap(({ notes }) => Object.keys(notes)))];
  const middle = (word: string, width: number, of: Column['of'], group?: string): Column => ({
    word,
    width,
    style: 'middle',
    of,
    ...(group === undefined ? {} : { group }),
  });
  const long = (word: string, width: number, of: Column['of']): Column => ({ word, width, style: 'text', of });
  const live: Record<LiveWord, Column['of']> = {
    当前状态: (project) => stateWord(project, lights.get(project.id)),
    当前亮灯: ({ id }) => LIGHTS[lights.get(id) ?? 'none'],
    当前完成比例: ({ progressPercent }) => (progressPercent === null ? null : `${progressPercent}%`),
    当前进展: ({ progressText }) => progressText,
  };
  return [
    middle('序号', 6, ({ number }) => number),
    middle('类别', 12, ({ category }) => category),
    long('重点任务', 24, ({ title }) => title),
    long('目标任务', 32, ({ objective }) => objective),
    long('方法举措', 40, ({ measures }) => measures),
    middle('牵头领导', 16, ({ names }) => personCell('leadLeader', names.leadLeader ?? null), ANSWER),
    middle('责任单位', 16, ({ unit }) => unitCell(unit), ANSWER),
    middle('配合单位', 16, ({ supportingUnits }) => supportingCell(supportingUnits), ANSWER),
    middle('分管领导', 16, ({ names }) => personCell('deputyLeader', names.deputyLeader ?? null), ANSWER),
    middle('责任人', 12, ({ names }) => names.handler ?? null, ANSWER),
    ...(phones ? [middle('联系电话', 14, ({ phone }) => phone, ANSWER)] : []),
    middle('完成时限', 16, ({ deadline, standing, milestones }) => deadlineCell(deadline, standing, milestones)),
    ...notes.map((word) => long(word, 20, ({ notes }) => notes[word] ?? null)),
    ...LIVE_COLUMNS.map((word) => middle(word, 12, live[word], '当前情况')),
  ];
}

/** A word over several columns is merged across them, every other one down the header. */
function headerMerges(columns: readonly Column[]): string[] {
  const merges: string[] = [];
  for (let from = 0; from < columns.length; ) {
    const group = columns[from]?.group;
    let to = from;
    while (group !== undefined && columns[to + 1]?.group === group) to += 1;
    merges.push(
      group === undefined
        ? `${columnName(from + 1)}3:${columnName(from + 1)}4`
        : `${columnName(from + 1)}3:${columnName(to + 1)}3`,
    );
    from = to + 1;
  }
  return merges;
}

function categoryMerges(projects: readonly ExportedProject[]): string[] {
  const merges: string[] = [];
  for (let from = 0; from < projects.length; ) {
    let to = from;
    while (projects[to + 1]?.category === projects[from]?.category) to += 1;
    if (to > from) merges.push(`B${from + HEADER_ROWS + 1}:B${to + HEADER_ROWS + 1}`);
    from = to + 1;
  }
  return merges;
}

const LIGHTS = { red: '红', yellow: '黄', green: '绿', blue: '蓝', grey: '灰', none: null } as const;
const WORST: readonly Light[] = ['red', 'yellow', 'green', 'blue', 'grey'];

/** States in which it does not matter how the work stands. */
const STATES: Readonly<Record<Exclude<ProjectState, 'launched'>, string>> = {
  proposed: '拟立项',
  reviewing: '立项审核中',
  returned: '立项已退回',
  draft: '未启动',
  accepted: '已验收',
  closed: '已结项',
  cancelled: '已撤销',
};

/** The words of the field (未启动 / 正在推进 / 滞后 / 已办结 / 长期坚持), and those of a project's life around them. */
function stateWord({ state, completed, standing }: ExportedProject, light: Light | undefined): string {
  if (state !== 'launched') return STATES[state];
  if (completed) return '已办结';
  if (light === 'red') return '滞后';
  return standing ? '长期坚持' : '正在推进';
}

async function programmeOf(manager: EntityManager, programmeId: number): Promise<ExportedProgramme | undefined> {
  const rows: ExportedProgramme[] = await manager.query(
    `SELECT g.title, o.name AS county FROM programme g JOIN organization o ON o.id = g.organization_id WHERE g.id = $1`,
    [programmeId],
  );
  return rows[0];
}

/** The worst light of each project. */
async function lightsOf(manager: EntityManager, programmeId: number, now: Instant): Promise<Map<number, Light>> {
  const lights = new Map<number, Light>();
  for (const { projectId, light } of await boardRows(manager, { programmeId, at: now })) {
    const known = lights.get(projectId);
    if (known === undefined || WORST.indexOf(light) < WORST.indexOf(known)) lights.set(projectId, light);
  }
  return lights;
}

async function projectsOf(
  manager: EntityManager,
  { programmeId, unitId, now }: { programmeId: number; unitId: number | null; now: Instant },
): Promise<ExportedProject[]> {
  return manager.query(
    `SELECT p.id, p.number, c.name AS category, p.title, p.objective, p.measures, p.deadline, p.standing, u.name AS unit,
       p.supporting_units AS "supportingUnits", p.notes, ${NAMES('$3')} AS names, handler.phone, p.state,
       coalesce(m.milestones, '[]') AS milestones,
       EXISTS (SELECT 1 FROM obligation o WHERE o.project_id = p.id AND o.cadence_key = 'completion'
               AND o.state = 'accepted') AS completed,
       s.progress_percent AS "progressPercent", s.text AS "progressText"
     FROM project p JOIN category c ON c.id = p.category_id JOIN organization u ON u.id = p.unit_id
     ${HANDLER_WITH_PHONE('$3')}
     LEFT JOIN (SELECT project_id, jsonb_agg(jsonb_build_object('day', day, 'text', text) ORDER BY ordinal) AS milestones
                FROM milestone GROUP BY project_id) m ON m.project_id = p.id
     LEFT JOIN (SELECT DISTINCT ON (o.project_id) o.project_id, s.progress_percent, s.text
                FROM submission s JOIN obligation o ON o.id = s.obligation_id
                JOIN project p ON p.id = o.project_id AND p.programme_id = $1
                ORDER BY o.project_id, s.submitted_at DESC, s.id DESC) s ON s.project_id = p.id
     WHERE p.programme_id = $1 AND ($2::bigint IS NULL OR p.unit_id = $2) ORDER BY p.number`,
    [programmeId, unitId, stamp(now)],
  );
}
