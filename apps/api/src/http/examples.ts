// Examples of bodies and answers in the document, made from their schemas: a schema's own example goes first, then the
// word for a field of that name, then what its type allows.

/** As much of a JSON schema as an example needs. */
export interface SchemaPart {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly items?: SchemaPart;
  readonly anyOf?: readonly SchemaPart[];
  readonly oneOf?: readonly SchemaPart[];
  readonly allOf?: readonly SchemaPart[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly additionalProperties?: boolean | SchemaPart;
}

/** What stands in a field of that name: a made-up county, no real person. */
const WORDS: Readonly<Record<string, unknown>> = {
  act: 'submit',
  action: 'remind',
  actor: '张某某',
  address: 'someone@example.cn',
  arithmetic: '交办 11-20 周五不计；11-23、24、25 为第1–3个工作日',
  cadence: 'monthly-report',
  category: '组织建设',
  cell: 'D5',
  channel: 'smtp',
  code: 'NOT_LATER',
  cursor: 'WzFd.c2FtcGxlLW1hcms',
  deadline: '2026年12月底前',
  fileName: '重点项目责任清单.xlsx',
  holder: '李某某',
  key: '2026-1',
  kind: 'unit',
  launchAt: '2026-06-25T09:00',
  leader: '王某某',
  login: 'zhang.moumou',
  name: '张某某',
  next: null,
  objective: '全县村级阵地全部达标',
  oneTimePassword: 'K7PW-4D2M-9RXT',
  organizationName: '县委组织部',
  password: '夏至-山城-灯火-2026',
  current: '夏至-山城-灯火-2026',
  period: '2026-07',
  post: 'handler',
  problems: '两个村的场地仍在协调',
  progressPercent: 60,
  project: '村级阵地达标',
  projectTitle: '村级阵地达标',
  rate: '96.4%',
  rateOriginal: '92.9%',
  reasonText: '连续两个月没有实质进展',
  relation: 'unit-head',
  requestId: '3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10',
  roundName: '一月一报告',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  text: '已完成12个村的选址和设计，本月开工7个',
  title: '村级阵地达标',
  token: 'n0tARealT0kenOnlyAnExampleOf43Characters_abc',
  unit: '县委组织部',
  why: '受连续降雨影响，工期顺延',
  year: 2026,
};

type Schemas = Readonly<Record<string, SchemaPart>>;
const DEEPEST = 12;

/** An example that a schema allows. @param name of the field it stands in */
export function exampleOf(part: SchemaPart, schemas: Schemas, name = '', depth = 0): unknown {
  if (depth > DEEPEST) return null;
  if (part.$ref !== undefined) {
    const known = schemas[part.$ref.slice(part.$ref.lastIndexOf('/') + 1)];
    if (known === undefined) throw new Error(`the document has no ${part.$ref}`);
    return exampleOf(known, schemas, name, depth + 1);
  }
  if (part.example !== undefined) return part.example;
  if (part.const !== undefined) return part.const;
  if (part.enum !== undefined) return part.enum[0];
  const choice = part.anyOf ?? part.oneOf;
  const whole = part.allOf?.map((one) => exampleOf(one, schemas, name, depth + 1));
  if (whole?.every((one) => typeof one === 'object')) return Object.assign({}, ...whole);
  if (choice?.[0] !== undefined) return exampleOf(choice[0], schemas, name, depth + 1);
  return byType(part, schemas, name, depth);
}

function byType(part: SchemaPart, schemas: Schemas, name: string, depth: number): unknown {
  const word = WORDS[name];
  switch (part.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(part.properties ?? {}).map(([key, inner]) => [key, exampleOf(inner, schemas, key, depth + 1)]),
      );
    case 'array':
      return [exampleOf(part.items ?? {}, schemas, singular(name), depth + 1)];
    case 'integer':
    case 'number':
      return typeof word === 'number' ? word : Math.min(Math.max(1, part.minimum ?? 1), part.maximum ?? 1);
    case 'boolean':
      return false;
    case 'string':
      if (part.format === 'date') return '2026-07-31';
      if (part.format === 'date-time') return '2026-07-31T17:30:00+08:00';
      return typeof word === 'string' || word === null ? word : '示例';
    default:
      return {};
  }
}

const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/s$/, '');
