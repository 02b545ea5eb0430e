// Loaded before everything else into a process whose clock is to be wrong by CLOCK_SHIFT_MS.
const shift = Number(process.env.CLOCK_SHIFT_MS);
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);
globalThis.Date = class ShiftedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(realNow() + shift);
    else super(...given);
  }

  static now() {
    return realNow() + shift;
  }
};
