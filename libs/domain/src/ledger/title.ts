import { COUNT, halfWidth, parseCount, squeeze } from './text.js';

/** What the title says of the ledger. */
export interface TitleFacts {
  readonly year: number | null;
  readonly declared: { readonly categories: number; readonly items: number } | null;
}

const DECLARED = new RegExp(`(${COUNT})个?大?类别?[、,，和]?(?:共|计|共计)?(${COUNT})小?项`, 'u');
const HAN_YEAR_DIGITS = '〇一二三四五六七八九';

/**
 * The year and the declared `N类M项` of a title such as `某县2026年重点任务分解表（15类28项）`. Digits may be full width or
 * Chinese numerals (二〇二六年).
 */
export function readTitle(title: string): TitleFacts {
  const plain = squeeze(halfWidth(title.slice(0, 1000)));
  const declared = DECLARED.exec(plain);
  const categories = declared && parseCount(declared[1]!);
  const items = declared && parseCount(declared[2]!);
  return {
    year: yearIn(plain),
    declared: categories === null || items === null ? null : { categories, items },
  };
}

function yearIn(plain: string): number | null {
  const digits = /(?<!\d)(20\d\d)年/u.exec(plain) ?? /(?<!\d)(20\d\d)(?![\d项类件个户人名万元])/u.exec(plain);
  if (digits) return Number(digits[1]);
  const han = /二([〇零○O0])([〇零○O0一二三四五六七八九])([〇零○O0一二三四五六七八九])年/u.exec(plain);
  if (!han) return null;
  const digit = (c: string): number => Math.max(0, HAN_YEAR_DIGITS.indexOf(c));
  return 2000 + digit(han[2]!) * 10 + digit(han[3]!);
}
