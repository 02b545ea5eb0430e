import { cleanText, halfWidth, isClosing, isNothing, isOpening, squeeze } from './text.js';

/** A person of a ledger cell; `duty` is null when the cell gives none. */
export interface LedgerPerson {
  readonly name: string;
  readonly duty: string | null;
}

/** What a one-person cell holds: a person, nobody, or more than one (with the names as far as they were understood). */
export type PersonReading =
  | { readonly kind: 'one'; readonly person: LedgerPerson }
  | { readonly kind: 'none' }
  | { readonly kind: 'duty-only'; readonly duty: string }
  | { readonly kind: 'many'; readonly names: readonly string[] };

const COMPOUND_SURNAMES =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 百里 呼延 东郭 南门 西门 拓跋'.split(
    ' ',
  );
const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲封芮储靳汲松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅缑亢况郈有琴商牟佘佴伯赏南宫墨哈谯笪年爱阳佟肖闫覃仝',
);

const DUTY_END =
  /(?:书记|县长|区长|市长|州长|旗长|盟长|镇长|乡长|村长|部长|主任|局长|主席|常委|委员|成员|秘书长|校长|院长|检察长|科长|股长|组长|队长|站长|所长|处长|厅长|司长|专员|调研员|巡视员|干部|经理|董事长|会长|政委|司令员?|园长|馆长|台长|社长|理事长|行长|关长|总师|总工|工程师|经济师|会计师|秘书|助理|主管|负责人|联络员|网格员|干事|科员|代表|参谋|指导员|教导员|党组|常务|挂职|兼职|主持工作|[厅县处科股]级|分管领导|牵头领导|责任领导|联系领导|包抓领导)$/u;
const BODY_END = /(?:局|委|办|部|厅|处|科|股|院|校|会|站|所|中心|公司|集团|乡|镇|街道|村|社区|政府|人大|政协|党组)$/u;
const NAME = /^[\p{Script=Han}·•×xX*○〇]{2,4}$/u;
const DOTTED_NAME = /^[\p{Script=Han}]+(?:[·•.][\p{Script=Han}]+)+$/u;
const ETC = /等(?:[\d一二两三四五六七八九十]+)?(?:位|名|人|同志|领导)*$/u;

const hasSurname = (text: string): boolean =>
  SURNAMES.has(text.charAt(0)) || COMPOUND_SURNAMES.includes(text.slice(0, 2));

function isDuty(text: string): boolean {
  const plain = squeeze(text);
  if (DUTY_END.test(plain) || (/(?:长|领导|负责同志)$/u.test(plain) && !hasSurname(plain))) return true;
  return BODY_END.test(plain) && !(hasSurname(plain) && plain.length <= 3);
}

function isName(text: string): boolean {
  return (NAME.test(text) || DOTTED_NAME.test(text)) && !isDuty(text);
}

/** A run of text between separators, with the bracket that follows it. */
interface Piece {
  text: string;
  duty: string | null;
  /** Where the piece begins and ends in the cleaned cell text, to cut a duty out as it was written. */
  from: number;
  to: number;
  /** What stands before it: white space on the line, a line break, or a real separator. */
  before: 'space' | 'line' | 'mark';
}

/** A longer cell names no single person. */
const LONGEST_CELL = 500;
const MARKS = '、，,；;/／|｜\\+＋&＆。：:';

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let current: Piece | null = null;
  let before: Piece['before'] = 'mark';
  let depth = 0;
  let bracketFrom = 0;
  const close = (): void => {
    if (current) found.push(current);
    current = null;
  };
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (isOpening(char)) {
      if (depth === 0) bracketFrom = i + 1;
      depth += 1;
      continue;
    }
    const ends = isClosing(char) && depth > 0;
    if (ends) depth -= 1;
    if (depth > 0) continue;
    if (ends) {
      // The bracket belongs to the piece before it, even across a space or a line break (name\n（duty）).
      const owner: Piece | undefined = current ?? (before === 'mark' ? undefined : found.pop());
      const inner = cleanText(text.slice(bracketFrom, i));
      const piece: Piece = owner ?? { text: '', duty: null, from: bracketFrom - 1, to: i + 1, before };
      piece.duty = piece.duty === null ? inner : `${piece.duty}、${inner}`;
      piece.to = i + 1;
      current = piece;
      // A name may follow at once: 张某（副县长）李某（副书记）; a bracket before its name keeps waiting for it.
      if (piece.text !== '') {
        close();
        before = 'space';
      }
    } else if (/\s/u.test(char)) {
      if (current) before = 'space';
      if (char === '\n' && before === 'space') before = 'line';
      close();
    } else if (MARKS.includes(char)) {
      close();
      before = 'mark';
    } else if (current === null) {
      current = { text: char, duty: null, from: i, to: i + 1, before };
      before = 'space';
    } else {
      const piece: Piece = current;
      piece.text += char;
      piece.to = i + 1;
    }
  }
  if (depth > 0) {
    const owner: Piece | undefined = current ?? found.pop();
    current = null;
    if (owner) found.push({ ...owner, duty: cleanText(text.slice(bracketFrom)), to: text.length });
  }
  close();
  return found;
}

/** `张　某`, `张⏎某` and `欧阳 某` are one name written with white space inside; joins such fragments. */
function joinSpacedNames(list: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const [index, piece] of list.entries()) {
    const last = joined.at(-1);
    const together = last ? last.text + piece.text : '';
    const next = list[index + 1];
    // In 张 某 李 某 the third fragment begins a second name.
    const beginsNext =
      last?.text.length === 2 &&
      hasSurname(piece.text) &&
      next !== undefined &&
      next.before !== 'mark' &&
      next.text.length === 1;
    const fragments =
      last !== undefined &&
      piece.before !== 'mark' &&
      !beginsNext &&
      last.duty === null &&
      !isDuty(piece.text) &&
      !isDuty(last.text) &&
      /^[\p{Script=Han}×xX*○〇]+$/u.test(together) &&
      ((together.length <= 3 && (last.text.length === 1 || piece.text.length === 1)) ||
        (COMPOUND_SURNAMES.includes(last.text) && together.length <= 4));
    if (last && fragments)
      joined[joined.length - 1] = { ...piece, text: together, from: last.from, before: last.before };
    else joined.push(piece);
  }
  return joined;
}

/** `副县长张某` → duty and name; `张某和李某` → two names. Anything else stays one piece. */
function splitGlued(piece: Piece): Piece[] {
  const pair = /^(.{2,3})[和及与](.{2,3})$/u.exec(piece.text);
  if (pair && isName(pair[1]!) && isName(pair[2]!) && hasSurname(pair[1]!) && hasSurname(pair[2]!)) {
    return [
      { ...piece, text: pair[1]!, duty: null },
      { ...piece, text: pair[2]!, before: 'mark' },
    ];
  }
  if (piece.text.length > 4 && !isDuty(piece.text)) {
    for (const length of [3, 2]) {
      const cut = piece.text.length - length;
      const name = piece.text.slice(cut);
      if (DUTY_END.test(piece.text.slice(0, cut)) && hasSurname(name) && isName(name)) {
        const at = piece.from + cut;
        return [
          { ...piece, text: piece.text.slice(0, cut), duty: null, to: at },
          { ...piece, text: name, from: at, before: 'space' },
        ];
      }
    }
  }
  return [piece];
}

/**
 * Reads a cell that must name exactly one person: `张某`, `张某（县委常委、组织部部长）`, `县委常委、组织部部长 张某`, brackets of
 * either width, on the same line or the next, white space inside a short name.
 */
export function readPerson(cell: string): PersonReading {
  const text = cleanText(cell);
  if (text === '' || isNothing(text)) return { kind: 'none' };
  if (text.length > LONGEST_CELL) return { kind: 'many', names: [] };
  const list = joinSpacedNames(pieces(text)).flatMap(splitGlued);
  if (list.length === 0) return { kind: 'none' };
  if (list.length === 1) return readSingle(list[0]!);

  const people: { name: string; duty: string | null }[] = [];
  let waiting: Piece[] = [];
  for (const [index, piece] of list.entries()) {
    const named = piece.text !== '' && isName(piece.text);
    const alone = piece.text !== '' && !isDuty(piece.text) && list.every((p) => p === piece || !isName(p.text));
    const last = index === list.length - 1;
    if (named || (alone && (last || piece.duty !== null))) {
      people.push({ name: piece.text, duty: joinDuties(written(text, waiting), piece.duty) });
      waiting = [];
    } else if (piece.duty !== null && piece.text !== '' && !isDuty(piece.text) && waiting.length === 0) {
      people.push({ name: piece.text, duty: piece.duty });
    } else waiting.push(piece);
  }
  // One character beside a name is no duty: it is what is left of a second name.
  const scrap = list.find((piece) => piece.text.length === 1);
  if (people.length === 1 && scrap) return { kind: 'many', names: [...people.map((p) => p.name), scrap.text] };
  // Duties after the last name (`张某 县委副书记`) are that person's.
  const trailing = written(text, waiting);
  const person = people.at(-1);
  if (person && trailing !== null) person.duty = joinDuties(person.duty, trailing);
  if (people.length > 1) return { kind: 'many', names: people.map((p) => p.name) };
  if (!person) return { kind: 'duty-only', duty: text };
  return ETC.test(person.name) && person.name.length > 2
    ? { kind: 'many', names: [person.name] }
    : { kind: 'one', person };
}

function readSingle(piece: Piece): PersonReading {
  const name = piece.text;
  if (name === '') return { kind: 'duty-only', duty: piece.duty ?? '' };
  if (name.length > 2 && ETC.test(name)) return { kind: 'many', names: [name] };
  const titled = hasSurname(name) && name.length <= 3;
  if (isDuty(name) && !titled) {
    return piece.duty !== null && isName(squeeze(halfWidth(piece.duty)))
      ? { kind: 'one', person: { name: squeeze(piece.duty), duty: name } }
      : { kind: 'duty-only', duty: name };
  }
  return { kind: 'one', person: { name, duty: piece.duty === '' ? null : piece.duty } };
}

/** The stretch of the cell that these pieces were cut from, as it was written. */
function written(text: string, list: readonly Piece[]): string | null {
  const first = list[0];
  const last = list.at(-1);
  if (!first || !last) return null;
  const stretch = cleanText(text.slice(first.from, last.to));
  const bracketed = /^[（([【](.*)[）)\]】]$/su.exec(stretch);
  return stretch === '' ? null : bracketed && first === last && first.text === '' ? cleanText(bracketed[1]!) : stretch;
}

function joinDuties(one: string | null, other: string | null): string | null {
  const both = [one, other].filter((duty): duty is string => duty !== null && duty !== '');
  return both.length === 0 ? null : both.join('、');
}
