import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearName, nearNames } from '../../src/ledger/index.js';

describe('names near each other', () => {
  it.each([
    ['县民政局', '县民正局'],
    ['县民政局', '县政民局'],
    ['县民政局', '民政局'],
    ['方某川', '方小川'],
    ['方川', '方小川'],
    ['王芳', '芳王'],
  ])('%s, %s', (one, other) => {
    expect([isNearName(one, other), isNearName(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['县民政局', '县民政局'],
    ['县民政局', '县财政厅'],
    ['县民政局', '民政'],
    ['王芳', '王红'],
    ['县委办公室', '县委组织部'],
    ['', '局'],
  ])('but not %s, %s', (one, other) => {
    expect([isNearName(one, other), isNearName(other, one)]).toEqual([false, false]);
  });
});

describe('near names among many', () => {
  const name = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '𠀀'), maxLength: 5 });

  it('are exactly those that are near', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 40 }), name, (names, one) => {
        const near = nearNames(names, names.length + 1)(one);
        expect(near.toSorted()).toEqual(names.filter((other) => isNearName(one, other)).toSorted());
      }),
    );
  });

  it('are no more than asked for', () => {
    expect(nearNames(['甲乙丙', '甲乙丁', '甲乙戊', '己庚辛'], 2)('甲乙壬')).toEqual(['甲乙丙', '甲乙丁']);
    expect(nearNames(['甲乙丙', '己庚辛'], 2)('甲乙壬')).toEqual(['甲乙丙']);
  });
});
