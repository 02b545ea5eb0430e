import type { RehearsalInput, RehearsalOutput } from '@duban/application';
export function account(output: RehearsalOutput, _input: RehearsalInput): string {
  return JSON.stringify(output);
}
