import { isTimeOfDay } from '../calendar/index.js';
import { isJsonObject, type Reader, shown } from '../input.js';
import {
  type Anchor,
  type Offset,
  POST_RELATIONS,
  type Policy,
  type PostRelation,
  type Rung,
  type RungAction,
} from './policy.js';

const POLICY_FIELDS = ['key', 'name', 'lights', 'rungs'];
const RUNG_FIELDS = ['key', 'name', 'anchor', 'offset', 'at', 'action', 'to'];
const ANCHORS: readonly Anchor[] = ['opened', 'due', 'returned'];
const UNITS = ['workdays', 'days', 'hours'] as const;
const FARTHEST_DAYS = 2_500;

/**
 * Reads a policy file: one policy or a list of them.
 * @returns the policies, meaningful only when no fault was noted in `reader`
 */
export function readPolicies(value: unknown, reader: Reader): Policy[] {
  const single = isJsonObject(value);
  const list = single ? [value] : reader.list(value, '', '督办规则文件');
  if (!list) return [];
  if (list.length === 0) reader.fault('', '督办规则文件是空的，至少要有一个规则');
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const path = single ? '' : `[${index}]`;
    const policy = readPolicy(item, path, reader);
    if (!policy) return [];
    if (seen.has(policy.key)) reader.fault(`${path}.key`, `督办规则“${policy.key}”重复，每个规则的 key 只能用一次`);
    seen.add(policy.key);
    return [policy];
  });
}

function readPolicy(value: unknown, path: string, reader: Reader): Policy | undefined {
  const object = reader.object(value, path, POLICY_FIELDS, '督办规则');
  if (!object) return undefined;
  const before = reader.faults.length;
  const key = reader.text(object.key, `${path}.key`, '督办规则的 key');
  const yellow = readLights(object.lights, `${path}.lights`, reader);
  const list = reader.list(object.rungs, `${path}.rungs`, '阶梯 rungs') ?? [];
  const rungs = list.flatMap((item, index) => readRung(item, `${path}.rungs[${index}]`, reader) ?? []);
  const seen = new Set<string>();
  for (const [index, rung] of rungs.entries()) {
    if (seen.has(rung.key)) reader.fault(`${path}.rungs[${index}].key`, `阶梯里的级“${rung.key}”重复`);
    seen.add(rung.key);
  }
  if (reader.faults.length > before || key === undefined) return undefined;
  return { key, ...(yellow ? { lights: { yellow } } : {}), rungs };
}

function readLights(value: unknown, path: string, reader: Reader): Offset | undefined {
  if (value === undefined) return undefined;
  const lights = reader.object(value, path, ['yellow'], '亮灯 lights');
  if (!lights || lights.yellow === undefined) return undefined;
  return readOffset(lights.yellow, `${path}.yellow`, reader);
}

function readRung(value: unknown, path: string, reader: Reader): Rung | undefined {
  const object = reader.object(value, path, RUNG_FIELDS, '级');
  if (!object) return undefined;
  const before = reader.faults.length;
  const key = reader.text(object.key, `${path}.key`, '级的 key');
  const anchor = reader.oneOf(object.anchor, `${path}.anchor`, ANCHORS, '起算点 anchor');
  const offset = readOffset(object.offset, `${path}.offset`, reader);
  const exact = offset !== undefined && 'hours' in offset;
  const at = readAt(object.at, `${path}.at`, exact, reader);
  const action = readAction(object.action, `${path}.action`, reader);
  const to = readTo(object.to, `${path}.to`, reader);
  if (offset && (anchor === 'opened' || anchor === 'returned') && amountOf(offset) <= 0) {
    const word = anchor === 'opened' ? '开启' : '退回';
    reader.fault(`${path}.offset`, `从${word}起算的级必须在${word}之后，偏移量要大于 0，否则永远不会触发`);
  }
  if (reader.faults.length > before || !key || !anchor || !offset || !action || !to) return undefined;
  return { key, anchor, offset, ...(at === undefined ? {} : { at }), action, to };
}

function amountOf(offset: Offset): number {
  if ('workdays' in offset) return offset.workdays;
  return 'days' in offset ? offset.days : offset.hours;
}

/** An offset: exactly one of workdays, days (whole numbers) and hours (may be a fraction). */
function readOffset(value: unknown, path: string, reader: Reader): Offset | undefined {
  if (value === undefined) return reader.fault(path, '缺少偏移量 offset，如 {"workdays": 1}');
  const object = reader.object(value, path, UNITS, '偏移量');
  if (!object) return undefined;
  const used = UNITS.filter((unit) => object[unit] !== undefined);
  const [unit] = used;
  if (used.length !== 1 || unit === undefined) {
    return reader.fault(path, '偏移量要在 workdays（工作日）、days（自然日）、hours（小时）中写且只写一种');
  }
  const amount = object[unit];
  if (unit === 'hours') {
    if (typeof amount === 'number' && Math.abs(amount) <= FARTHEST_DAYS * 24) return { hours: amount };
    return reader.fault(`${path}.hours`, `小时数应当是数字，可带小数，现在是“${shown(amount)}”`);
  }
  const days = reader.whole(amount, `${path}.${unit}`, -FARTHEST_DAYS, FARTHEST_DAYS, '天数');
  if (days === undefined) return undefined;
  return unit === 'workdays' ? { workdays: days } : { days };
}

/** `at` beside `hours` means nothing and is ignored. */
function readAt(value: unknown, path: string, exact: boolean, reader: Reader): string | undefined {
  if (exact) return undefined;
  if (isTimeOfDay(value)) return value;
  return reader.fault(
    path,
    value === undefined ? '缺少时刻 at，如 "09:00"' : `时刻应如 "09:00"，现在是“${shown(value)}”`,
  );
}

function readAction(value: unknown, path: string, reader: Reader): RungAction | undefined {
  if (value === 'remind' || value === 'press' || value === 'list' || value === 'propose-rectification') return value;
  if (typeof value === 'string' && /^slip-\S+$/u.test(value)) return `slip-${value.slice(5)}`;
  const said = value === undefined ? '缺少动作 action' : `不认识的动作“${shown(value)}”`;
  return reader.fault(path, `${said}，可用：remind、press、slip-颜色（如 slip-blue）、list、propose-rectification`);
}

function readTo(value: unknown, path: string, reader: Reader): PostRelation[] | undefined {
  if (value === undefined) return reader.fault(path, '缺少收件岗位 to，没有收件人的级不会有人看到');
  const list = reader.list(value, path, '收件岗位 to');
  if (!list) return undefined;
  if (list.length === 0) return reader.fault(path, '收件岗位 to 是空的，至少要写一个岗位');
  return list.flatMap((item, index) => reader.oneOf(item, `${path}[${index}]`, POST_RELATIONS, '岗位') ?? []);
}
