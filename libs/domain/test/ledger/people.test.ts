import { readPerson } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DUTY = '县委常委、组织部部长';

describe('one person', () => {
  it.each<[string, string, string | null]>([
    ['赵某', '赵某', null],
    [`赵某（${DUTY}）`, '赵某', DUTY],
    [`赵某(${DUTY})`, '赵某', DUTY],
    [`赵某 （${DUTY}）`, '赵某', DUTY],
    [`赵某\n（${DUTY}）`, '赵某', DUTY],
    [`${DUTY} 赵某`, '赵某', DUTY],
    [`${DUTY}　赵某某`, '赵某某', DUTY],
    [`${DUTY}\n赵某`, '赵某', DUTY],
    ['副县长\n赵某', '赵某', '副县长'],
    ['赵　某', '赵某', null],
    ['赵 某 某', '赵某某', null],
    ['赵　某（副县长）', '赵某', '副县长'],
    ['副县长 赵　某', '赵某', '副县长'],
    ['书记 赵 某', '赵某', '书记'],
    ['欧阳 某某', '欧阳某某', null],
    ['赵\n某', '赵某', null],
    ['赵\n某甲', '赵某甲', null],
    ['赵某\n甲', '赵某甲', null],
    ['赵\n某\n甲', '赵某甲', null],
    ['赵\n某（副县长）', '赵某', '副县长'],
    ['副县长\n赵\n某', '赵某', '副县长'],
    ['赵某 县委副书记', '赵某', '县委副书记'],
    ['县委副书记：赵某', '赵某', '县委副书记'],
    ['副县长赵某', '赵某', '副县长'],
    ['财政局副局长 赵某', '赵某', '财政局副局长'],
    ['财政局 赵某', '赵某', '财政局'],
    ['县农业农村局（县乡村振兴局）局长 赵某', '赵某', '县农业农村局（县乡村振兴局）局长'],
    ['县委常委、挂职 赵某', '赵某', '县委常委、挂职'],
    ['县政府党组成员、副县长 买买提·某', '买买提·某', '县政府党组成员、副县长'],
    ['副处级领导 赵某', '赵某', '副处级领导'],
    ['赵某\n县委副书记', '赵某', '县委副书记'],
    ['张和平', '张和平', null],
    ['于某东', '于某东', null],
    ['常某委', '常某委', null],
    ['赵某（', '赵某', null],
  ])('%j → %s, %s', (cell, name, duty) => {
    expect(readPerson(cell)).toEqual({ kind: 'one', person: { name, duty } });
  });
});

describe('two people are two, however they are separated', () => {
  it.each([
    '赵某、钱某',
    '赵某，钱某',
    '赵某；钱某某',
    '赵某,钱某',
    '赵某 钱某',
    '赵某\n钱某',
    '赵　某、钱　某',
    '赵 某 钱 某',
    '赵 某\n钱 某',
    '赵\n某\n钱\n某',
    '赵某甲\n乙',
    '局 赵某甲',
    '赵某/钱某',
    '赵某和钱某',
    '赵某（副县长）、钱某（副书记）',
    '赵某（副县长）钱某（副书记）',
    '赵某（副县长）\n钱某（副书记）',
    '赵某\n（副县长）\n钱某\n（副书记）',
    '副县长 赵某 副书记 钱某',
    '副县长 赵某、副书记 钱某',
    '副县长 赵某\n副书记 钱某',
    `${DUTY} 赵某、副县长 钱某`,
    '副县长赵某、副书记钱某',
    '赵某（牵头）、钱某（配合）',
    '甲某、乙某',
    '赵某、钱某、孙某',
    '赵某等3人',
  ])('%j', (cell) => {
    expect(readPerson(cell).kind).toBe('many');
  });
});

describe('nobody', () => {
  it.each(['', ' 　\n', '无', '/', '—'])('%j', (cell) => expect(readPerson(cell).kind).toBe('none'));
  it.each(['县委副书记', '县委常委、组织部部长', '（副县长）'])('%j is a duty without a name', (cell) =>
    expect(readPerson(cell).kind).toBe('duty-only'),
  );
});

describe('properties', () => {
  const name = fc
    .tuple(fc.constantFrom(...'赵钱孙李周吴郑王'), fc.constantFrom('某', '某甲', '某乙', '小明'))
    .map((parts) => parts.join(''));
  const duty = fc.constantFrom('副县长', '县委常委', DUTY, '县委办公室主任、督查室主任', '镇党委书记');
  const written = fc.tuple(name, duty, fc.integer({ min: 0, max: 4 })).map(([n, d, form]) => ({
    name: n,
    duty: form === 0 ? null : d,
    text: [n, `${n}（${d}）`, `${n}(${d})`, `${d} ${n}`, `${n}\n（${d}）`][form]!,
  }));

  it('every written form gives its name and duty', () => {
    fc.assert(
      fc.property(written, (one) => {
        expect(readPerson(one.text)).toEqual({ kind: 'one', person: { name: one.name, duty: one.duty } });
      }),
    );
  });

  it('two of them are never one', () => {
    fc.assert(
      fc.property(written, written, fc.constantFrom('、', '，', '；', '\n', ' '), (a, b, mark) => {
        expect(readPerson(a.text + mark + b.text).kind).toBe('many');
      }),
    );
  });

  it('garbage never throws', () => {
    const bits = fc.array(fc.constantFrom(...'赵某副县长、（）()　 \n，和书记'.split('')), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          bits.map((b) => b.join('')),
        ),
        (cell) => void readPerson(cell),
      ),
    );
  });
});
