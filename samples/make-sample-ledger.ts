/**
 * Makes samples/sample-county.xlsx: an invented county's list of a year's work, in the merged-cell layout of the offices.
 * Run again after a change: `npx tsx samples/make-sample-ledger.ts`. Persons, units and texts are invented.
 */
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { CATEGORIES, day, LEADERS, UNITS } from './sample-ledger-data.js';

const COLUMNS = [6, 12, 22, 28, 36, 18, 16, 20, 20, 8, 14, 18, 14];
const HEADER = [
  '序号',
  '类别',
  '重点任务',
  '目标任务',
  '方法举措',
  '责任落实',
  '',
  '',
  '配合单位',
  '承办人',
  '联系电话',
  '完成时限',
  '备注',
];
const LAST = 'M';

function fill(sheet: ExcelJS.Worksheet): void {
  const items = CATEGORIES.reduce((sum, [, tasks]) => sum + tasks.length, 0);
  sheet.addRow([`云溪县2026年党建引领基层治理重点项目清单（${CATEGORIES.length}类${items}项）`]);
  sheet.addRow(['填报单位：云溪县委基层治理办公室        填报时间：2026年8月20日        单位：项']);
  sheet.addRow(HEADER);
  sheet.addRow(['', '', '', '', '', '牵头领导', '责任单位', '分管领导']);
  for (const range of [`A1:${LAST}1`, `A2:${LAST}2`, 'F3:H3', ...[...'ABCDEIJKLM'].map((col) => `${col}3:${col}4`)])
    sheet.mergeCells(range);

  let number = 0;
  for (const [category, tasks] of CATEGORIES) {
    const first = sheet.rowCount + 1;
    for (const one of tasks) {
      number += 1;
      const [deputy, handler, phone] = UNITS[one.unit]!;
      const measures = one.measures.map((text, index) => `${index + 1}.${text}`).join('；\n');
      const row = sheet.addRow([
        number,
        category,
        one.title,
        one.objective,
        `${measures}。`,
        LEADERS[one.leader],
        one.unit,
        deputy,
        one.supporting,
        handler,
        phone,
        one.deadline,
        one.note,
      ]);
      row.getCell(12).numFmt = 'yyyy"年"m"月"d"日"';
    }
    if (tasks.length > 1) {
      sheet.mergeCells(`B${first}:B${sheet.rowCount}`);
      if (tasks.every((one) => one.leader === tasks[0]?.leader)) sheet.mergeCells(`F${first}:F${sheet.rowCount}`);
    }
  }
  sheet.addRow([]);
  for (const note of [
    '备注：完成时限写“长期坚持”“持续推进”“常态化推进”的，按月报告，不设办结日期。',
    '填表人：葛某        审核人：施某远        联系电话：0000-0000101',
  ]) {
    const row = sheet.addRow([note]);
    sheet.mergeCells(`A${row.number}:${LAST}${row.number}`);
  }
}

function dress(sheet: ExcelJS.Worksheet): void {
  for (const [index, width] of COLUMNS.entries()) sheet.getColumn(index + 1).width = width;
  const thin = { style: 'thin' } as const;
  const lastItem = sheet.rowCount - 3;
  for (let r = 1; r <= sheet.rowCount; r += 1) {
    for (let c = 1; c <= COLUMNS.length; c += 1) {
      const cell = sheet.getCell(r, c);
      const inTable = r >= 3 && r <= lastItem;
      const centred = r === 1 || r === 3 || r === 4 || (inTable && [1, 2, 6, 7, 8, 10, 11, 12].includes(c));
      cell.font =
        r === 1
          ? { name: '方正小标宋简体', size: 20 }
          : { name: r === 3 || r === 4 ? '黑体' : '仿宋_GB2312', size: 10 };
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: centred ? 'center' : 'left' };
      if (inTable) cell.border = { top: thin, bottom: thin, left: thin, right: thin };
    }
  }
  sheet.getRow(1).height = 34;
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '3:4',
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter.oddFooter = '第 &P 页，共 &N 页';
}

const workbook = new ExcelJS.Workbook();
// Fixed times: who makes the file again does not change its properties.
workbook.created = workbook.modified = day('2026-08-20');
const sheet = workbook.addWorksheet('重点项目清单', { views: [{ state: 'frozen', ySplit: 4 }] });
fill(sheet);
dress(sheet);
await workbook.xlsx.writeFile(fileURLToPath(new URL('./sample-county.xlsx', import.meta.url)));
