import '@fastify/multipart';
import { DomainError } from '@duban/application';
import type { FastifyRequest } from 'fastify';

export interface Upload {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

const read = new WeakMap<FastifyRequest, Promise<Upload>>();

/** The uploaded file, whole; read once, however often it is asked for. Its size is limited by the multipart plugin. */
export function uploaded(request: FastifyRequest): Promise<Upload> {
  const upload = read.get(request) ?? readUpload(request);
  read.set(request, upload);
  return upload;
}

async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new DomainError('UNSUPPORTED_MEDIA_TYPE', '请以 multipart/form-data 上传台账文件，字段名为 file');
  }
  const part = await request.file();
  if (part?.fieldname !== 'file') {
    part?.file.resume();
    throw new DomainError('INVALID', '没有收到文件：请把台账放在 file 字段里上传', {
      errors: [{ path: 'file', message: '请选择台账文件（.xlsx）' }],
    });
  }
  return { bytes: await part.toBuffer(), fileName: part.filename.slice(0, 200) };
}
