import { DomainError } from '@duban/application';
import { StandardSchemaValidationPipe } from '@nestjs/common';

/** Most faults that one answer lists. */
const MOST_FAULTS = 50;

/** Checks bodies and queries by the schema at the parameter, and lists every fault by its field. */
export function bodyPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const errors = issues.slice(0, MOST_FAULTS).map(({ path, message }) => ({
        path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
        message,
      }));
      const first = errors.map(({ message }) => message).join('；');
      return new DomainError('INVALID', `请改正后重新提交：${first}`, { errors });
    },
  });
}
