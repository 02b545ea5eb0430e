import type { RehearsalInput, RehearsalOutput } from '@duban/application';
import { groupBy } from './group.js';
import { heading, table } from './layout.js';
import { dayWords, projectsInChinese, slotInChinese, stateInChinese } from './words.js';

type Row = RehearsalOutput['board'][number];

const LIGHTS: readonly (readonly [light: Row['light'], name: string, meaning: string])[] = [
  ['red', '红', '已过时限'],
  ['yellow', '黄', '临近时限'],
  ['green', '绿', '正在办理'],
  ['blue', '蓝', '已报送，待审核'],
  ['grey', '灰', '中止'],
];

/** The board at the end: what has opened and not ended, the longest overdue first. */
export function board(output: RehearsalOutput, input: RehearsalInput): string[] {
  const text = heading(`三、${dayWords(output.to)}日终时的亮灯`);
  if (output.board.length === 0) return [...text, '没有未了的事项。'];
  const counts = LIGHTS.map(([light, name, meaning]) => {
    return `${name}灯${output.board.filter((row) => row.light === light).length}件（${meaning}）`;
  });
  text.push(counts.join('  '), '');
  const groups = groupBy(output.board, ({ cadence, period, state, due, originalDue }) =>
    [cadence, period, state, due, originalDue].join('|'),
  );
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ first, group }] : [];
  });
  rows.sort((a, b) => lightOrder(a.first) - lightOrder(b.first) || (a.first.due < b.first.due ? -1 : 1));
  return [
    ...text,
    ...table(
      [
        { title: '灯' },
        { title: '事项' },
        { title: '时限' },
        { title: '超期工作日', align: 'right' },
        { title: '状态' },
        { title: '项目' },
      ],
      rows.map(({ first, group }) => [
        LIGHTS[lightOrder(first)]?.[1] ?? first.light,
        slotInChinese(input, first.cadence, first.period),
        dueCell(first, output.to.slice(0, 4)),
        first.light === 'red' ? String(first.overdueWorkdays) : '',
        stateInChinese(first.state),
        projectsInChinese(
          input,
          group.map(({ project }) => project),
        ),
      ]),
    ),
  ];
}

function lightOrder({ light }: Row): number {
  return LIGHTS.findIndex(([name]) => name === light);
}

function dueCell({ due, originalDue }: Row, year: string): string {
  const now = dayWords(due.slice(0, 10), year);
  return due === originalDue ? now : `${now}（原${dayWords(originalDue.slice(0, 10), year)}）`;
}

/** On-time rates by responsible unit, against the present and against the original due. */
export function rates(output: RehearsalOutput): string[] {
  return [
    ...heading('四、各责任单位按期率'),
    '应办：到期应办结的件数（不含整改，不计已撤销和中止的）。没有应办的记“—”。',
    '',
    ...table(
      [
        { title: '责任单位' },
        { title: '应办', align: 'right' },
        { title: '按期', align: 'right' },
        { title: '按期率', align: 'right' },
        { title: '按原时限', align: 'right' },
        { title: '原时限按期率', align: 'right' },
      ],
      output.rates.map(({ unit, due, onTime, rate, onTimeOriginal, rateOriginal }) => [
        unit,
        String(due),
        String(onTime),
        rate,
        String(onTimeOriginal),
        rateOriginal,
      ]),
    ),
  ];
}
