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
  appliedBy: '张某某',
  arithmeticAfter: '时限：1月28日，遇调休改定',
  arithmeticBefore: '时限：1月29日',
  asOf: '2026-07-31',
  assignedBy: '纪某某',
  banner: '正式环境',
  basisText: '请各单位即办',
  by: '张某某',
  cancelWhy: '已由上级统一部署',
  day: '2026-07-31',
  decidedBy: '纪某某',
  decisionWhy: '情况属实',
  declaredCategories: 15,
  declaredProjects: 28,
  declinedBy: '纪某某',
  declineWhy: '已补报，无须整改',
  detail: '请刷新后按现在的内容重新办理',
  documentNumber: '县委办〔2026〕8号',
  endsOn: '2026-07-31',
  evidence: '已完工，验收单见县委办公室收文〔2026〕31号',
  field: 'deadline',
  from: '2026-07-31T17:30:00+08:00',
  funds: '县财政安排专项资金120万元',
  grantedDue: '2026-08-20',
  importedBy: '纪某某',
  issuedBy: '纪某某',
  keptDay: '2026-10-01',
  madeBy: '李某某',
  makeupWorkday: '2026-10-10',
  measures: '统一标准，分批施工，按月调度',
  mechanism: '每月召开一次调度会',
  message: '请填写理由',
  month: '2026-12',
  newDue: '2026-08-20',
  nextSteps: '下月完成剩余6个村的主体施工',
  notice: '县政府办公室关于调整作息的通知',
  offDay: '2026-10-01',
  opinion: '目标明确，同意',
  organization: '成立工作专班，由分管领导任组长',
  person: '李某某',
  phone: '0000-1234567',
  programme: '石板县2026年重点任务清单',
  progress: '已完成六成，剩余工程受降雨影响',
  reason: '连续两个月没有实质进展',
  redOverPoints: 30,
  requirement: '清点后书面报送',
  sourceText: '县委常委会会议纪要〔2026〕5号',
  state: 'received',
  stateFrom: 'open',
  stateTo: 'received',
  submittedBy: '李某某',
  supportingUnit: '县财政局',
  talent: '选派驻村工作队2支',
  target: 'project/12',
  technology: '由县住建部门提供设计',
  to: '2026-08-20T17:30:00+08:00',
  warning: '督办室已没有可用的账号，请尽快另开一个',
  withdrawnBy: '纪某某',
  withdrawWhy: '整改对象有误',
  words: '时限延至8月20日',
  yellowFromPoints: 10,
  before: '2026-06-30',
  after: '2026-12-20',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
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
