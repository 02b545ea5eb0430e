/** One thing wrong with an input document: where (a JSON path such as `$[0].rungs[2].to`) and what, in Chinese. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Collects every fault of a document instead of stopping at the first, so that a user mends a file once.
 * Readers return `undefined` after noting a fault; callers use the values only when no fault was noted.
 */
export class Reader {
  constructor(
    readonly faults: Fault[] = [],
    private readonly root = '$',
  ) {}

  /** Notes a fault at a path below the root. */
  fault(path: string, message: string): undefined {
    this.faults.push({ path: `${this.root}${path}`, message });
    return undefined;
  }

  /** The value as an object whose fields are all known; anything else is a fault. */
  object(value: unknown, path: string, known: readonly string[], what: string): JsonObject | undefined {
    if (!isJsonObject(value)) return this.fault(path, `${what}应当是一个对象 {…}`);
    for (const field of Object.keys(value)) {
      if (!known.includes(field)) {
        this.fault(`${path}.${field}`, `不认识的字段“${field}”，${what}只有：${known.join('、')}`);
      }
    }
    return value;
  }

  /** A list; anything else is a fault. */
  list(value: unknown, path: string, what: string): readonly unknown[] | undefined {
    return Array.isArray(value) ? value : this.fault(path, `${what}应当是一个数组 […]`);
  }

  /** Text that is not blank. */
  text(value: unknown, path: string, what: string): string | undefined {
    if (typeof value === 'string' && !isBlank(value)) return value;
    return this.fault(path, value === undefined ? `缺少${what}` : `${what}应当是文字，且不能为空`);
  }

  /** One of the listed words. */
  oneOf<const T extends string>(value: unknown, path: string, words: readonly T[], what: string): T | undefined {
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    const said = value === undefined ? `缺少${what}` : `不认识的${what}“${shown(value)}”`;
    return this.fault(path, `${said}，可用：${words.join('、')}`);
  }

  /** A whole number in [min, max]. */
  whole(value: unknown, path: string, min: number, max: number, what: string): number | undefined {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max) return value;
    if (value === undefined) return this.fault(path, `缺少${what}，请填写${rangeText(min, max)}`);
    return this.fault(path, `${what}应当是${rangeText(min, max)}，现在是“${shown(value)}”`);
  }
}

const rangeText = (min: number, max: number): string =>
  max === Number.MAX_SAFE_INTEGER ? `不小于${min}的整数` : `${min}到${max}之间的整数`;

/** Whether a text shows nothing: blanks of any width, and characters that are not seen (U+200B and its like). */
export function isBlank(text: string): boolean {
  return !/[^\s\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** Whether a JSON value is an object with fields (not null, not a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A short form of a JSON value for messages. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
