// The one table that turns codes into HTTP (RFC 9457). Messages come with the error; titles stand here.

export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

const conflict = (title: string): ProblemKind => ({ status: 409, title });
const unprocessable = (title: string): ProblemKind => ({ status: 422, title });

export const PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  // the request itself
  MALFORMED: { status: 400, title: '请求格式有误' },
  BAD_CURSOR: { status: 400, title: '翻页标记无效' },
  BAD_IDEMPOTENCY_KEY: { status: 400, title: '幂等键格式有误' },
  KEY_REUSED: unprocessable('幂等键已用于另一个请求'),
  KEY_IN_USE: { status: 409, title: '同一个请求还在办理中' },
  INVALID: unprocessable('填写内容有误'),
  HEADERS_TOO_LARGE: { status: 431, title: '网址或请求头过长' },
  REQUEST_TIMEOUT: { status: 408, title: '请求超时' },
  METHOD_NOT_ALLOWED: { status: 405, title: '不支持的请求方法' },
  BODY_TOO_LARGE: { status: 413, title: '内容过大' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: '不支持的内容类型' },
  // who asks
  UNAUTHENTICATED: { status: 401, title: '请先登录' },
  SIGN_IN_FAILED: { status: 401, title: '登录失败' },
  TOO_MANY_REQUESTS: { status: 429, title: '请求过于频繁' },
  TOO_MANY_ATTEMPTS: { status: 429, title: '尝试过于频繁' },
  PASSWORD_CHANGE_REQUIRED: { status: 403, title: '请先修改密码' },
  FORBIDDEN: { status: 403, title: '无权办理' },
  BAD_ORIGIN: { status: 403, title: '来源不被信任' },
  NOT_FOUND: { status: 404, title: '没有找到' },
  // accounts
  WRONG_PASSWORD: unprocessable('当前密码不正确'),
  WEAK_PASSWORD: unprocessable('密码不合要求'),
  BAD_LOGIN: unprocessable('登录名不合要求'),
  LOGIN_TAKEN: conflict('登录名已被使用'),
  LAST_ADMINISTRATOR: conflict('不能停用最后一个管理员'),
  UNKNOWN_ORGANIZATION: unprocessable('没有这个组织'),
  UNKNOWN_CHANNEL: unprocessable('没有这个送达渠道'),
  BAD_ADDRESS: unprocessable('送达地址不合规范'),
  UNKNOWN_PERSON: unprocessable('没有这个人员'),
  AMBIGUOUS_PERSON: conflict('有同名人员'),
  // posts
  BAD_TENURE: unprocessable('任职起止日期有误'),
  TENURE_TAKEN: conflict('这段时间已有人任职'),
  TENURE_OVER: conflict('任职已经结束'),
  NOT_HOLDER: conflict('岗位已不由此人担任'),
  NO_SUCCESSOR: unprocessable('没有指定接任人'),
  SAME_PERSON: unprocessable('接任人不能是移交人'),
  // the rules of the field
  BATCH_REFUSED: conflict('批量办理未成'),
  STALE_VERSION: conflict('内容已被他人更改'),
  WRONG_STATE: conflict('当前状态不能这样办理'),
  PAST_DUE: conflict('已过办结时限'),
  NOT_LATER: unprocessable('新时限须晚于现时限'),
  DAY_PASSED: unprocessable('申请的时限已经过去'),
  REQUEST_PENDING: conflict('已有待审批的延期申请'),
  REQUEST_SETTLED: conflict('延期申请已有结果'),
  OWN_REQUEST: conflict('不能审批自己的申请'),
  NOT_OPEN: conflict('尚未开启'),
  NO_PROPOSAL: conflict('没有待审的整改建议'),
  PROJECT_CLOSED: conflict('项目已结项或撤销'),
  NOT_LAUNCHED: conflict('项目尚未下达'),
  ALREADY_LAUNCHED: conflict('已经下达'),
  NOTHING_TO_LAUNCH: conflict('没有可以下达的项目'),
  RULES_INVALID: unprocessable('频次或督办规则有误'),
  NO_POLICY: unprocessable('专项没有督办规则'),
  LAUNCH_INCOMPLETE: unprocessable('项目内容不完整'),
  NOT_FOUNDED: conflict('项目尚未立项'),
  FOUNDING_INCOMPLETE: unprocessable('立项申请不完整'),
  OWN_PROJECT: { status: 403, title: '不能审定自己单位的项目' },
  NOT_ACCEPTED: conflict('项目尚未验收'),
  NOTHING_CHANGED: unprocessable('没有更改'),
  DEADLINE_PASSED: unprocessable('完成时限已经过去'),
  REASON_MISSING: unprocessable('请说明理由'),
  PLAN_INVALID: unprocessable('逐月计划有误'),
  MILESTONE_LATE: unprocessable('节点晚于完成时限'),
  UNKNOWN_CATEGORY: unprocessable('没有这个类别'),
  UNKNOWN_PARENT: unprocessable('没有这个上级清单项目'),
  PARENT_CYCLE: unprocessable('上级清单项目成环'),
  CATEGORY_EXISTS: conflict('类别已经存在'),
  CATEGORY_IN_USE: conflict('类别里还有项目'),
  CATEGORY_ORDER: unprocessable('类别顺序不完整'),
  PROGRAMME_EXISTS: conflict('专项已经存在'),
  PROGRAMME_ARCHIVED: conflict('专项已经归档'),
  PROJECTS_OPEN: conflict('还有项目没有办结'),
  OPEN_CASE: conflict('整改尚未销号'),
  STILL_BROKEN: conflict('原因还没有排除'),
  PRESSED_ALREADY: conflict('今天已经催办过'),
  CONFLICT: conflict('与现有记录冲突'),
  // calendars and rules
  CALENDAR_INVALID: unprocessable('日历内容有误'),
  CALENDAR_GAP: unprocessable('前一年的放假安排还没有导入'),
  CALENDAR_UNPUBLISHED: unprocessable('该年的放假安排还没有导入'),
  CALENDAR_COMPOSED: unprocessable('不是全国日历'),
  STALE_PREVIEW: conflict('预览之后情况有变'),
  // ledgers
  NOT_XLSX: unprocessable('不是 Excel 文件'),
  OLD_XLS: unprocessable('Excel 版本过旧'),
  ENCRYPTED_WORKBOOK: unprocessable('Excel 文件有密码'),
  WORKBOOK_TOO_LARGE: unprocessable('Excel 文件过大'),
  EMPTY_WORKBOOK: unprocessable('Excel 文件是空的'),
  SHEET_NOT_FOUND: unprocessable('没有这张工作表'),
  NOTHING_TO_IMPORT: unprocessable('没有可以导入的项目'),
  LAUNCHED_DEADLINE: conflict('已下达的时限不能用导入修改'),
  NOTHING_TO_EXPORT: conflict('没有可以导出的项目'),
  UNDO_REFUSED: conflict('不能撤销导入'),
  LEDGER_ERRORS: unprocessable('台账有误，未导入'),
  // background jobs
  TOO_MANY_JOBS: { status: 429, title: '作业太多' },
  JOB_ENDED: conflict('作业已经结束'),
  NO_RESULT: conflict('还没有结果'),
  JOB_FILE_GONE: conflict('文件已清理'),
  JOB_GIVEN_UP: conflict('作业多次中断'),
  REHEARSAL_INPUT: unprocessable('预演条件有误'),
  // the system
  OVERLOADED: { status: 503, title: '系统繁忙' },
  UNAVAILABLE: { status: 503, title: '系统暂时不可用' },
  INTERNAL: { status: 500, title: '系统内部错误' },
};

/** A DomainError whose code nobody put into the table: a rule said no, so it is the request's fault. */
export const UNLISTED: ProblemKind = unprocessable('不能这样办理');
