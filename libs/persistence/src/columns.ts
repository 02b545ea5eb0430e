import { Column, type ColumnOptions, PrimaryGeneratedColumn } from 'typeorm';

/** A 64-bit identity. Read as a JavaScript number: ids stay far below 2^53. */
export const Id = (): PropertyDecorator =>
  PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' });

/** A reference to another row's identity. */
export const Ref = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'bigint', ...options });

export const Text = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'text', ...options });
export const Int = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'integer', ...options });
export const Flag = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'boolean', default: false, ...options });
export const CivilDay = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'date', ...options });

/** A point in time, always with its zone. */
export const At = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'timestamp with time zone', ...options });

export const Json = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'jsonb', ...options });

/** The request that began it: filled by the database from what the transaction says; null when time itself did. */
export const REQUEST_ID: ColumnOptions = { nullable: true, default: () => 'request_id()' };

/** Optional, as a column option. */
export const NULL = { nullable: true } as const;
