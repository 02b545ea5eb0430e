import { DomainError } from '@duban/application';
import { StandardSchemaValidationPipe } from '@nestjs/common';

import { unknownField } from './faults.js';

/** Most faults that one answer lists. */
const MOST_FAULTS = 50;

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The fault of an issue at its field; one for each field that is not known. */
function faultsOf(issue: Issue): { path: string; message: string }[] {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  const keys: unknown =
    'keys' in issue && 'code' in issue && issue.code === 'unrecognized_keys' ? issue.keys : undefined;
  if (!Array.isArray(keys)) return [{ path: path.join('.'), message: issue.message }];
  return keys.map((key) => ({ path: [...path, String(key)].join('.'), message: unknownField(String(key)) }));
}

/** Checks bodies and queries by the schema at the parameter, and lists every fault by its field. */
export function bodyPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const errors = issues.flatMap(faultsOf).slice(0, MOST_FAULTS);
      const first = errors.map(({ message }) => message).join('；');
      return new DomainError('INVALID', `请改正后重新提交：${first}`, { errors });
    },
  });
}
