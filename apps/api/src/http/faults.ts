import { z } from 'zod';

const standard = z.locales.zhCN().localeError;
type Issue = Parameters<typeof standard>[0];

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表 […]',
  object: '对象 {…}',
  record: '对象 {…}',
  null: '空值 null',
};
const kind = (name: string): string => KINDS[name] ?? name;

function kindOf(value: unknown): string {
  if (value === null) return kind('null');
  return kind(Array.isArray(value) ? 'array' : typeof value);
}

/** What a schema without words of its own says of a fault: the field, and what to do. */
function faultInChinese(issue: Issue): ReturnType<typeof standard> {
  const place = issue.path?.at(-1);
  const field = place === undefined ? '请求内容' : typeof place === 'number' ? `第${place + 1}项` : String(place);
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return `请填写 ${field}，应为${kind(issue.expected)}`;
      return `${field} 应为${kind(issue.expected)}，现在是${kindOf(issue.input)}，请改正`;
    }
    case 'unrecognized_keys':
      return unknownField(issue.keys.join('、'));
    case 'invalid_value':
      return `${field} 应为 ${issue.values.map(String).join('、')} 之一`;
    case 'too_small':
      return issue.origin === 'array' ? `${field} 至少要有${issue.minimum}项` : standard(issue);
    case 'too_big':
      return issue.origin === 'array' ? `${field} 最多${issue.maximum}项` : standard(issue);
    case 'invalid_union':
      return `${field} 填写有误，请按接口说明填写`;
    default:
      return standard(issue);
  }
}

/** What to do about a field that there is none of. */
export const unknownField = (name: string): string => `没有“${name}”这个字段，请去掉，或核对拼写`;

z.config({ localeError: faultInChinese });
