import { readDeadline, readPerson, readSupportingUnits, readUnits } from '@duban/domain';
import { personTitle } from './directory.js';

// How the record's facts are written into cells. Wherever there is more than one way, the first is taken that the
// importer's own readers read back as what it was.

const DEFAULT_DUTIES = { leadLeader: '县级领导', deputyLeader: '分管领导' } as const;

/** A leader as the ledger last named one: `县委副书记（张某）` is written `张某（县委副书记）`. */
export function personCell(relation: keyof typeof DEFAULT_DUTIES, named: string | null): string {
  if (named === null) return '';
  const match = /^(.*)（([^（）]+)）$/su.exec(named);
  if (!match) return named;
  const [, duty = '', name = ''] = match;
  const plain = duty === DEFAULT_DUTIES[relation];
  const ways = plain ? [name] : [`${name}（${duty}）`, `${duty} ${name}`, named];
  const reads = (cell: string): boolean => {
    const reading = readPerson(cell);
    return reading.kind === 'one' && personTitle(DEFAULT_DUTIES[relation], reading.person) === named;
  };
  return ways.find(reads) ?? ways[0] ?? named;
}

export function unitCell(name: string): string {
  const reads = (cell: string): boolean => {
    const { responsible } = readUnits(cell);
    return responsible.length === 1 && responsible[0] === name;
  };
  return [name, `牵头单位：${name}`].find(reads) ?? name;
}

export function supportingCell(units: readonly string[]): string {
  const same = (cell: string): boolean => JSON.stringify(readSupportingUnits(cell)) === JSON.stringify(units);
  return ['、', '\n', '；'].map((mark) => units.join(mark)).find(same) ?? units.join('、');
}

/** The deadline, or its dated clauses where there are several. */
export function deadlineCell(
  deadline: string | null,
  standing: boolean,
  milestones: readonly { readonly day: string; readonly text: string }[],
): string {
  if (standing) return '长期坚持';
  if (deadline === null) return '';
  const until = (day: string): string => {
    const [year, month, date] = day.split('-').map(Number);
    return `${year}年${month}月${date}日`;
  };
  const clauses = milestones.map(({ day, text }) => `${until(day)}前${text}`);
  const reads = (cell: string): boolean => {
    const reading = readDeadline(cell, null, 2000);
    return !('fault' in reading) && reading.deadline === deadline && reading.milestones.length === milestones.length;
  };
  return [clauses.join('，'), clauses.join('\n')].find((cell) => cell !== '' && reads(cell)) ?? until(deadline);
}
