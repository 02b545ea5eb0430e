import { COUNT, cleanText, halfWidth, parseCount, squeeze } from './text.js';

/** A band's or category's text taken apart: `一、组织体系建设类（3项）` → name 组织体系建设类, count 3. */
export interface CategoryHead {
  readonly name: string;
  /** The declared number of items, null when none is given. */
  readonly count: number | null;
  /** Whether it began with an ordinal (一、 （二） 3. 第四类：). */
  readonly ordinal: boolean;
}

/** No category's name is longer; a longer text is not taken apart. */
const LONGEST = 300;
const HAN = '[一二三四五六七八九十百]{1,4}';
/** `1.5倍工程` has no ordinal, but a Chinese numeral or 、 always makes one (`二、1+3责任链条`). */
const ORDINAL = new RegExp(
  `^(?:第${HAN}(?:大?类|部分|项)[、.:．,\\s]*|[(\\[]\\s*(?:${HAN}|\\d{1,2})\\s*[)\\]][、.:,\\s]*|${HAN}\\s*[、.:,]\\s*|\\d{1,2}\\s*(?:、|[.:,](?!\\d))\\s*|[①-⑳㈠-㈩]\\s*)`,
  'u',
);
const TRAILING_COUNT = new RegExp(
  `\\s*[(\\[【〔]\\s*(?:共|计|合计|共计|小计)?\\s*(${COUNT})\\s*((?:小?项|件|个|条|事项)(?:工作|任务|重点任务|内容|事项)?)?\\s*[)\\]】〕]\\s*[:。.;]?$`,
  'u',
);

/** Takes the ordinal and the count in brackets off a category text. The name is never left empty: then it is kept whole. */
export function readCategory(text: string): CategoryHead {
  const whole = cleanText(text);
  if (whole.length > LONGEST) return { name: whole, count: null, ordinal: false };
  // One for one in length: what matches here is cut out of the text as it stands.
  const plain = halfWidth(whole);
  const ordinal = ORDINAL.exec(plain)?.[0].length ?? 0;
  const counted = TRAILING_COUNT.exec(plain);
  const count = counted ? parseCount(counted[1]!) : null;
  // Without a unit, `（2026）` is a year and `（三）` a part's number; only a plain small number counts items.
  const isCount =
    counted !== null && count !== null && (counted[2] !== undefined || (count < 1000 && /\d/u.test(counted[1]!)));
  const name = cleanText(whole.slice(ordinal, isCount ? counted.index : undefined));
  if (name === '') return { name: whole, count: null, ordinal: false };
  return { name, count: isCount ? count : null, ordinal: ordinal > 0 };
}

const NOTE_LABEL =
  /^(?:备注|附注|注|说明|填表说明|填报说明|有关说明|填表人|填报人|填报单位|填表单位|填报时间|填表时间|填报日期|填表日期|报送时间|报送单位|制表|制表人|制表单位|制表时间|制单|统计人|经办人|审核|审核人|审签|审签人|审定人|复核人|校对|签发|签发人|签字|负责人|单位负责人|主要负责人|分管负责人|联系人|联系电话|电话|印发|抄送|盖章|单位盖章|单位|日期)[\d一二三四五六七八九十]*(?:\(.{1,8}\))?[:;]/u;

/** True for the lines under (or above) a table that are not items: `备注：…`, `填表人：…`, `合计`. */
export function isNote(text: string): boolean {
  const plain = squeeze(halfWidth(text.slice(0, 200)));
  return (
    NOTE_LABEL.test(plain) ||
    /^(?:注|备注)\d*[.、]/u.test(plain) ||
    /^(?:(?:合计|总计|小计|共计):?(?:\d+类)?(?:\d+[项件个]?)?|备注|说明)$/u.test(plain)
  );
}
