import { readWorkbook } from '@duban/application';
import { describe, expect, it } from 'vitest';
import { parts, type WorkbookParts, xlsx, zip } from './zip.js';

async function cellsOf(workbook: WorkbookParts) {
  const [sheet] = await readWorkbook(xlsx(workbook));
  return sheet!.cells;
}

async function textOf(cell: string, more: WorkbookParts = {}): Promise<string | undefined> {
  return (await cellsOf({ sheet: `<row r="1">${cell}</row>`, ...more }))[0]?.text;
}

describe('texts as Excel shows them', () => {
  it.each<[string, string, string, string?]>([
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', '张某', '<si><t>张某</t></si>'],
    [
      'rich text',
      '<c r="A1" t="s"><v>0</v></c>',
      '张某（书记）',
      '<si><r><rPr><b/></rPr><t>张某</t></r><r><t xml:space="preserve">（书记）</t></r></si>',
    ],
    [
      'without its phonetic run',
      '<c r="A1" t="s"><v>0</v></c>',
      '张某',
      '<si><t>张某</t><rPh sb="0" eb="1"><t>zhang</t></rPh><phoneticPr fontId="1"/></si>',
    ],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t>张某</t></is></c>', '张某'],
    [
      'rich inline text',
      '<c r="A1" t="inlineStr"><is><r><t>张</t></r><r><rPr/><t>某</t></r><rPh sb="0" eb="1"><t>z</t></rPh></is></c>',
      '张某',
    ],
    ['a formula by its cached text', '<c r="A1" t="str"><f>B1&amp;"x"</f><v>县委办</v></c>', '县委办'],
    ['a formula by its cached number', '<c r="A1"><f>1+2</f><v>3</v></c>', '3'],
    ['a boolean', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['_x000D_ escapes', '<c r="A1" t="s"><v>0</v></c>', '一\r\n二', '<si><t>一_x000D_\n二</t></si>'],
    ['a guarded escape', '<c r="A1" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>', '_x000D_'],
    ['the entities of XML', '<c r="A1" t="inlineStr"><is><t>&lt;A&amp;B&gt; &#x4E00;</t></is></c>', '<A&B> 一'],
    ['character data', '<c r="A1" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>', 'a<b'],
    ['a telephone number', '<c r="A1"><v>13800000000</v></c>', '13800000000'],
    ['a float', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
  ])('%s', async (_, cell, text, strings = '') => {
    expect(await textOf(cell, { strings })).toBe(text);
  });

  it('a formula never calculated, a blank and a styled empty cell are nothing', async () => {
    expect(
      await cellsOf({
        sheet:
          '<row r="1"><c r="A1"><f>B1</f></c><c r="B1" s="1"/><c r="C1" t="inlineStr"><is><t>　</t></is></c></row>',
      }),
    ).toEqual([]);
  });

  it('rows and cells that leave out their place follow the one before', async () => {
    const sheet =
      '<row><c t="inlineStr"><is><t>一</t></is></c><c t="inlineStr"><is><t>二</t></is></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>6</v></c></row>';
    expect((await cellsOf({ sheet })).map(({ row, col, text }) => [row, col, text])).toEqual([
      [1, 1, '一'],
      [1, 2, '二'],
      [5, 3, '3'],
      [5, 4, '4'],
      [6, 1, '6'],
    ]);
  });

  it('prefixed elements are read like plain ones', async () => {
    const sheet =
      '<?xml version="1.0"?><x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect((await cellsOf({ sheet }))[0]?.text).toBe('甲');
  });
});

describe('date cells', () => {
  const styled = (format: { id: number; code?: string }, more: WorkbookParts = {}): WorkbookParts => ({
    styles: `${format.code === undefined ? '' : `<numFmts><numFmt numFmtId="${format.id}" formatCode="${format.code.replaceAll('"', '&quot;')}"/></numFmts>`}<cellXfs><xf numFmtId="0"/><xf numFmtId="${format.id}"/></cellXfs>`,
    ...more,
  });
  const dateOf = async (value: string, format: { id: number; code?: string }, more?: WorkbookParts) =>
    (await cellsOf({ sheet: `<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`, ...styled(format, more) }))[0];

  it.each([14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58])('built-in format %i shows the day', async (id) => {
    expect((await dateOf('46295', { id }))?.date).toEqual({ day: '2026-09-30', precision: 'day' });
  });
  it.each([17, 27, 36, 50, 52, 57])('built-in format %i shows year and month', async (id) => {
    expect((await dateOf('46281', { id }))?.date).toEqual({ day: '2026-09-16', precision: 'month' });
  });
  it.each([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])(
    'built-in format %i shows only the time: a serial from 1 on still has its day, one under 1 has none',
    async (id) => {
      expect((await dateOf('46295', { id }))?.date).toEqual({ day: '2026-09-30', precision: 'day' });
      expect((await dateOf('46295.5', { id }))?.date).toEqual({ day: '2026-09-30', precision: 'day' });
      expect((await dateOf('0.5', { id }))?.date).toBeUndefined();
    },
  );
  it.each([0, 1, 2, 9, 11, 12, 37, 48, 49])('built-in format %i is no date', async (id) => {
    expect((await dateOf('46295.5', { id }))?.date).toBeUndefined();
  });

  it.each([
    ['yyyy"年"m"月"d"日"', 'day', '2026年9月30日'],
    ['yyyy年m月d日', 'day', '2026年9月30日'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'day', '2026年9月30日'],
    ['yyyy\\-mm\\-dd', 'day', '2026-09-30'],
    ['yyyy/m/d h:mm', 'day', '2026/9/30 0:00'],
    ['m"月"d"日"', 'day', '9月30日'],
    ['yyyy"年"m"月"', 'month', '2026年9月'],
    ['[$-804]yyyy"年"m"月";@', 'month', '2026年9月'],
    ['yyyy\\-mm', 'month', '2026-09'],
    ['yyyy.m', 'month', '2026.9'],
    ['e"年"m"月"', 'month', '2026年9月'],
    ['[ENG][$-409]mmmm\\ d\\,\\ yyyy;@', 'day', 'September 30, 2026'],
    ['[ENG][$-409]mmmm\\ yyyy;@', 'month', 'September 2026'],
    ['[TWN][DBNum1]m"月"d"日"', 'day', '9月30日'],
    ['[CHS]yyyy"年"m"月"', 'month', '2026年9月'],
    ['[蓝色]yyyy/m', 'month', '2026/9'],
    ['[颜色5]yyyy/m/d', 'day', '2026/9/30'],
    ['"[甲]"yyyy/m', 'month', '[甲]2026/9'],
    ['h:mm', 'day', '0:00'],
    ['[ENG]h:mm', 'day', '0:00'],
  ])('format %j shows the %s', async (code, precision, text) => {
    expect(await dateOf('46295', { id: 176, code })).toMatchObject({ text, date: { day: '2026-09-30', precision } });
  });

  it.each([
    ['0.0%', '4629500.0%'],
    ['#,##0', '46,295'],
    ['0"号"', '46295号'],
    ['[红色]0.0', '46295.0'],
    ['"[日]"0', '[日]46295'],
  ])('format %j is no date', async (code, text) => {
    expect(await dateOf('46295', { id: 176, code })).toEqual({ row: 1, col: 1, text });
  });

  it('the time of day is ignored', async () => {
    expect((await dateOf('46295.99999', { id: 14 }))?.date?.day).toBe('2026-09-30');
  });
  it('the 1904 system counts from 1904', async () => {
    const more = { workbookPr: 'date1904="1"' };
    expect(await dateOf('44833', { id: 31 }, more)).toMatchObject({
      text: '2026年9月30日',
      date: { day: '2026-09-30' },
    });
  });
  it('a formula may give a date', async () => {
    const sheet = '<row r="1"><c r="A1" s="1"><f>DATE(2026,9,30)</f><v>46295</v></c></row>';
    expect((await cellsOf({ ...styled({ id: 14 }), sheet }))[0]?.date?.day).toBe('2026-09-30');
  });
  it('ISO date cells are dates', async () => {
    const sheet = '<row r="1"><c r="A1" s="1" t="d"><v>2026-09-30T17:30:00</v></c></row>';
    expect((await cellsOf({ ...styled({ id: 14 }), sheet }))[0]?.date).toEqual({ day: '2026-09-30', precision: 'day' });
  });
  it('a serial that Excel cannot show is shown as Excel does', async () => {
    expect(await dateOf('-5', { id: 14 })).toEqual({ row: 1, col: 1, text: '#######' });
  });
});

describe('the sheet around its cells', () => {
  it('gives merges, hidden rows and columns', async () => {
    const sheet =
      '<worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="6" width="9"/></cols><sheetData><row r="2" hidden="1"/><row r="3" hidden="0"/><row r="4" ht="0" customHeight="1"/></sheetData><mergeCells><mergeCell ref="B3:A5"/><mergeCell ref="junk"/></mergeCells></worksheet>';
    expect((await readWorkbook(xlsx({ sheet })))[0]).toMatchObject({
      name: '台账',
      hidden: false,
      merges: [{ top: 3, left: 1, bottom: 5, right: 2 }],
      hiddenRows: [2, 4],
      hiddenCols: [
        [2, 3],
        [5, 5],
      ],
    });
  });
});

describe('files that are refused', () => {
  const code = async (bytes: Buffer): Promise<unknown> =>
    readWorkbook(bytes).then(
      () => 'read',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
  const compound = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
  const good: WorkbookParts = { sheet: '<row r="1"><c r="A1"><v>1</v></c></row>' };

  it('a plain workbook is read', async () => expect(await code(xlsx(good))).toBe('read'));
  it('no bytes', async () => expect(await code(Buffer.alloc(0))).toBe('EMPTY_WORKBOOK'));
  it.each(['<html></html>', 'a,b\n1,2', '%PDF-1.7', 'PK'])('%j', async (text) =>
    expect(await code(Buffer.from(text))).toBe('NOT_XLSX'),
  );
  it('an encrypted workbook', async () => expect(await code(compound('EncryptedPackage'))).toBe('ENCRYPTED_WORKBOOK'));
  it('an old .xls', async () => expect(await code(compound('Workbook'))).toBe('OLD_XLS'));
  it('a .doc', async () => expect(await code(compound('WordDocument'))).toBe('NOT_XLSX'));
  it('an encrypted zip', async () => expect(await code(zip(parts(good), { flags: 1 }))).toBe('ENCRYPTED_WORKBOOK'));
  it('a zip of something else', async () => expect(await code(zip({ 'word/document.xml': '<w/>' }))).toBe('NOT_XLSX'));
  it('a cut-off zip', async () => {
    const bytes = xlsx(good);
    expect(await code(bytes.subarray(0, bytes.length - 60))).toBe('NOT_XLSX');
  });
  it('a workbook without sheets', async () => {
    expect(await code(xlsx({ ...good, more: { 'xl/workbook.xml': '<workbook><sheets/></workbook>' } }))).toBe(
      'EMPTY_WORKBOOK',
    );
  });
  it('broken XML', async () => expect(await code(xlsx({ sheet: '<row r="1"><c></row>' }))).toBe('NOT_XLSX'));
  it('a document type with entities', async () => {
    const sheet =
      '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>';
    expect(await code(xlsx({ sheet }))).toBe('NOT_XLSX');
  });
  it('elements nested without end', async () => {
    expect(await code(xlsx({ sheet: `<row r="1">${'<c>'.repeat(1000)}${'</c>'.repeat(1000)}</row>` }))).toBe(
      'NOT_XLSX',
    );
  });
  it('a zip bomb, told by its declared sizes', async () => {
    expect(await code(xlsx({ ...good, more: { 'xl/media/big.bin': Buffer.alloc(101 * 1024 * 1024) } }))).toBe(
      'WORKBOOK_TOO_LARGE',
    );
    expect(await code(xlsx({ ...good, more: { 'xl/media/big.bin': Buffer.alloc(30 * 1024 * 1024) } }))).toBe(
      'WORKBOOK_TOO_LARGE',
    );
  });
  it('a zip bomb that lies about its size', async () =>
    expect(await code(zip(parts(good), { uncompressedSize: 5 }))).toBe('NOT_XLSX'));
  it('too many parts', async () => {
    const more = Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`xl/p${i}.xml`, '<p/>']));
    expect(await code(xlsx({ ...good, more }))).toBe('WORKBOOK_TOO_LARGE');
  });
});
