import { DomainError, errorCode, isUnavailable } from '@duban/application';
import { HttpException } from '@nestjs/common';
import { PROBLEMS, UNLISTED } from './problems.js';

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** Extra members of the problem document, e.g. `present` or `errors`. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
}

const RETRY_SECONDS = 5;

/** PostgreSQL: characters that it cannot store. */
const UNSTORABLE_STATES = ['22021', '22P05'];

/** The multipart reader's errors carry no code. */
const BROKEN_UPLOAD =
  /^(Multipart: |Unexpected end of (multipart data|file)|Part terminated early|Malformed part header)/;

/** What an error is to the one who asked. Never tells more of the inside than that something failed. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) return domainProblem(error);
  if (isUnavailable(error)) {
    return plain('UNAVAILABLE', '数据库暂时不可用，您的操作没有保存，请稍后重试', { retryAfterSeconds: RETRY_SECONDS });
  }
  if (errorCode(error) === '23505') return plain('CONFLICT', '刚有人做了同样的操作，请刷新后再试');
  if (UNSTORABLE_STATES.includes(errorCode(error) ?? ''))
    return plain('INVALID', '内容里有不能保存的字符，请删去后再提交');
  return requestProblem(error) ?? plain('INTERNAL', '系统内部出错，请稍后重试；仍不行请把错误编号告诉管理员');
}

function domainProblem(error: DomainError): Problem {
  const kind = PROBLEMS[error.code] ?? UNLISTED;
  const { retryAfterSeconds, ...members } = error.details;
  return {
    status: kind.status,
    code: error.code,
    detail: error.message,
    members,
    ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
  };
}

/** Faults of the request that Fastify or Nest found before any handler ran. */
function requestProblem(error: unknown): Problem | undefined {
  const code = errorCode(error) ?? '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') {
    return plain('BODY_TOO_LARGE', '提交的内容太大，请精简文字或拆分文件后再提交');
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') {
    return plain(
      'UNSUPPORTED_MEDIA_TYPE',
      '内容类型不对：一般请求请用 application/json，上传台账请用 multipart/form-data',
    );
  }
  if (error instanceof Error && BROKEN_UPLOAD.test(error.message)) {
    return plain('MALFORMED', '上传的内容不完整或格式不对，请重新选择文件上传');
  }
  const status = statusOf(error);
  if (status === 404) return plain('NOT_FOUND', '没有找到，或您无权查看');
  if (status === 413) return plain('BODY_TOO_LARGE', '提交的内容太大，请精简文字或拆分文件后再提交');
  if (status === 415) return plain('UNSUPPORTED_MEDIA_TYPE', '不支持这种内容类型');
  if (error instanceof SyntaxError || (status !== undefined && status >= 400 && status < 500)) {
    return plain('MALFORMED', '请求内容读不懂：请检查 JSON 是否完整、网址和编码是否正确');
  }
  return undefined;
}

function plain(code: keyof typeof PROBLEMS, detail: string, extra: { retryAfterSeconds?: number } = {}): Problem {
  return { status: PROBLEMS[code]?.status ?? 500, code, detail, members: {}, ...extra };
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}
