// What a workbook may carry besides its cells is never opened: the parts here unpack to nothing readable, so a reader
// that so much as touched one would fail.
import { readWorkbook } from '@duban/application';
import { expect, it } from 'vitest';
import { xlsx } from './zip.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const POISON = Buffer.from([0xff, 0xfe, 0x00, 0x3c, 0x3c, 0x26]);
const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>序号</t></is></c></row>';

const withRelation = (id: string, type: string, target: string): string =>
  `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`;

it.each<[string, string, Record<string, string | Buffer>]>([
  [
    'a macro project (an .xlsm under the name of .xlsx)',
    cell,
    {
      'xl/_rels/workbook.xml.rels': withRelation(
        'rId9',
        'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
        'vbaProject.bin',
      ),
      'xl/vbaProject.bin': POISON,
      '[Content_Types].xml':
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
    },
  ],
  [
    'a link to another workbook',
    cell,
    {
      'xl/_rels/workbook.xml.rels': withRelation(
        'rId9',
        `${RELATIONS}/externalLink`,
        'externalLinks/externalLink1.xml',
      ),
      'xl/externalLinks/externalLink1.xml': POISON,
      'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/externalLinkPath" Target="http://127.0.0.1:1/secret.xlsx" TargetMode="External"/></Relationships>`,
    },
  ],
  [
    'an embedded object',
    `<worksheet xmlns:r="${RELATIONS}"><sheetData>${cell}</sheetData><oleObjects><oleObject progId="Package" shapeId="1" r:id="rId1"/></oleObjects></worksheet>`,
    {
      'xl/embeddings/oleObject1.bin': POISON,
      'xl/worksheets/_rels/sheet1.xml.rels': withRelation(
        'rId1',
        `${RELATIONS}/oleObject`,
        '../embeddings/oleObject1.bin',
      ),
    },
  ],
])('%s is never opened', async (_, sheet, more) => {
  const [read] = await readWorkbook(xlsx({ sheet, more }));
  expect(read?.cells.map(({ text }) => text)).toEqual(['序号']);
});

it('a formula is never worked out: only what was last shown is read, or nothing', async () => {
  const sheet =
    '<row r="1"><c r="A1" t="str"><f>WEBSERVICE("http://127.0.0.1:1/")</f><v>旧值</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>cmd|\' /c calc\'!A0</f><v>=1+1</v></c></row>';
  const [read] = await readWorkbook(xlsx({ sheet }));
  expect(read?.cells.map(({ text }) => text)).toEqual(['旧值', '=1+1']);
});
