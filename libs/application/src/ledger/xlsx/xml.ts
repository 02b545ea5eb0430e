import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { notXlsx } from './package.js';

/** An element's attributes by local name (`r:id` → `id`, except that a plain name goes first). */
export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Asked after each chunk: true ends the reading early. */
  done?(): boolean;
}

const MAX_DEPTH = 256;
const SLICE = 64 * 1024;

/**
 * Reads one XML part as a stream of events, by local names. Document types, and with them every entity but the five of XML,
 * are refused; nothing outside the part is ever fetched.
 * @throws DomainError NOT_XLSX when the part is no well-formed XML
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let fault: string | null = null;
  parser.on('error', (error) => {
    fault ??= error.message;
  });
  parser.on('doctype', () => {
    fault ??= 'DOCTYPE';
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) fault ??= 'depth';
    if (fault === null) handlers.open(localName(tag.name), localAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (fault === null) handlers.close?.(localName(tag.name));
  });
  const text = (value: string): void => {
    if (fault === null) handlers.text?.(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  const check = (): void => {
    if (fault !== null) {
      throw notXlsx(fault === 'DOCTYPE' ? '部件里有不允许的 DOCTYPE 声明' : '部件里的 XML 不完整或有错误');
    }
  };
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const decoded = decoder.decode(chunk, { stream: true });
    for (let at = 0; at < decoded.length; at += SLICE) {
      parser.write(decoded.slice(at, at + SLICE));
      check();
      if (handlers.done?.()) return;
    }
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
  check();
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function localAttributes(attributes: Readonly<Record<string, string>>): Attributes {
  // A ledger has a hundred thousand cells, and hardly any of them a prefixed attribute.
  if (!hasPrefix(attributes)) return attributes;
  const local = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    const short = localName(name);
    if (short === name || !local.has(short)) local.set(short, value);
  }
  return Object.fromEntries(local);
}

function hasPrefix(attributes: Readonly<Record<string, string>>): boolean {
  for (const name in attributes) if (name.includes(':')) return true;
  return false;
}
