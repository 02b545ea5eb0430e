import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, hang, LINE_WIDTH, table } from '../../scripts/rehearse/layout.js';

describe('text set to a terminal', () => {
  it('lines up columns of Chinese and Latin text', () => {
    const lines = table(
      [{ title: '单位' }, { title: '件数', align: 'right' }, { title: '备注' }],
      [
        ['县委组织部', '7', 'a'],
        ['IT', '120', 'b'],
      ],
    );
    const places = lines.map((line) => stringWidth(line.slice(0, line.search(/备注|a$|b$/u))));
    expect(new Set(places).size).toBe(1);
  });

  it('never runs over the line and loses no character', () => {
    const words = fc.array(fc.constantFrom('时限', '9月30日17:30', '《', '》', '28项', '，', '县委组织部', 'abc'), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(words, (pieces) => {
        const text = pieces.join('');
        const set = hang('  09:00  ', text);
        // A closing mark may hang over the edge; no more than a handful in a row are ever written.
        const overrun = Math.max(...set.split('\n').map((line) => stringWidth(line.replace(/[，》]+$/u, ''))));
        expect(overrun).toBeLessThanOrEqual(LINE_WIDTH);
        expect(set.replace(/\n\s*/gu, '')).toBe(`  09:00  ${text}`);
      }),
    );
  });

  it('keeps a date and its time on one line', () => {
    for (let before = 30; before < 60; before++) {
      expect(hang('', `${'字'.repeat(before)}9月30日17:30`)).toContain('9月30日17:30');
    }
  });

  it('cuts to a width and says that something is missing, and leaves what fits', () => {
    expect(cut('撤并村公章账册统一移交', 10)).toBe('撤并村公…');
    expect(cut('撤并村', 10)).toBe('撤并村');
  });
});
