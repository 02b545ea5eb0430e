import { formatInstant, isBlank, isDay, parseInstant } from '@duban/application';
import { z } from 'zod';
import './faults.js';

/** PostgreSQL stores no NUL, and a lone surrogate is no character. */
const storable = (value: string): boolean => !value.includes('\0') && !/\p{Surrogate}/u.test(value);

/** Text a person wrote: trimmed, with something to be seen in it. */
export const text = (max: number, what: string) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? `请填写${what}` : `${what}应当是文字`) })
    .trim()
    .min(1, `请填写${what}`)
    .max(max, `${what}最多${max}个字`)
    .refine((value) => value === '' || !isBlank(value), `请填写${what}：现在只有看不见的字符`)
    .refine(storable, `${what}里有不能保存的字符`);

export const whole = (min: number, max: number, what: string) =>
  z
    .int({ error: (issue) => (issue.input === undefined ? `请填写${what}` : `${what}应当是整数`) })
    .min(min, `${what}不能小于${min}`)
    .max(max, `${what}不能大于${max}`);

/** Later days are slips of the keyboard; working them out would only meet the calendar's end. */
const LAST_DAY = '2099-12-31';

export const day = (what: string) =>
  z
    .string({ error: `请填写${what}，格式为 YYYY-MM-DD` })
    .refine(isDay, `${what}不是有效的日期，格式为 YYYY-MM-DD`)
    .refine((text) => text <= LAST_DAY, `${what}不能晚于 ${LAST_DAY}`)
    .meta({ format: 'date', example: '2026-07-31' });

/** The row version that the person saw; a write over a newer one is refused with 409 and the present state. */
export const version = whole(1, 2_147_483_647, '版本号 version（取自您看到的那一份）');

/** Travels as text, means a whole number: so the document says. */
const INTEGER = { type: 'integer' } as const;

/** A path parameter. The guard has already refused anything else with 404. */
export const id = z
  .string()
  .regex(/^[1-9]\d{0,15}$/, '编号应为正整数')
  .meta(INTEGER)
  .transform(Number);

/** A number in the query. */
export const queryNumber = (min: number, max: number, what: string) =>
  z
    .string()
    .regex(/^\d{1,16}$/, `${what}应为整数`)
    .meta({ ...INTEGER, minimum: min, maximum: max })
    .transform(Number)
    .refine((value) => value >= min && value <= max, `${what}应在${min}到${max}之间`);

export const queryId = (what: string) => queryNumber(1, Number.MAX_SAFE_INTEGER, what);

export const queryInstant = (what: string) =>
  z
    .string()
    .refine(
      (value) => parseInstant(value) !== undefined,
      `${what}应为时间，例如 2026-07-31T17:30（不写时区即北京时间）`,
    )
    .transform((value) => parseInstant(value) ?? 0)
    .meta({ example: '2026-07-31T17:30:00+08:00' });

/** A yes or no in the query. */
export const queryFlag = (what: string) =>
  z.enum(['true', 'false'], { error: `${what}应为 true 或 false` }).transform((value) => value === 'true');

/** An instant in an answer. */
export const instant = z.string().meta({ format: 'date-time', example: '2026-07-31T17:30:00+08:00' });

/** What pg gives for a timestamptz, as answers show it. */
export function at(value: Date): string;
export function at(value: Date | null): string | null;
export function at(value: Date | null): string | null {
  return value === null ? null : formatInstant(value.getTime());
}

/** Nothing to say but that it is done. */
export const done = z.strictObject({ ok: z.literal(true) });
export const DONE: { ok: true } = { ok: true };
