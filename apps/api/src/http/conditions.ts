/** The conditions of a statement that were asked for, each with its value: only those are sent, so that indexes serve. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly conditions: string[] = [];

  /** A condition without a value of its own. */
  always(condition: string): this {
    this.conditions.push(condition);
    return this;
  }

  /** A condition on a value, whose place is every `?` in it; nothing when the value was not given. */
  only(condition: string, value: unknown): this {
    if (value === undefined || value === null) return this;
    this.parameters.push(value);
    return this.always(condition.replaceAll('?', `$${this.parameters.length}`));
  }

  /** The place of a value that no condition of its own stands for, such as `$3`. */
  place(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  /** ` WHERE …`, or nothing. */
  where(): string {
    return this.conditions.length === 0 ? '' : ` WHERE ${this.conditions.join(' AND ')}`;
  }
}

/** A pattern for LIKE that finds the text anywhere, taken literally. */
export function containing(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
