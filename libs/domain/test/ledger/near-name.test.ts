import { describe, expect, it } from 'vitest';
import { isNearName } from '../../src/ledger/index.js';

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
