/** Excel's own limit for a cell. */
const MOST_CHARACTERS = 32_767;

/** The looks of cells. `quoted` is the same look for a text that begins like a formula: Excel then keeps it a text. */
export const STYLES = {
  title: { id: 1, quoted: 6 },
  remark: { id: 2, quoted: 7 },
  header: { id: 3, quoted: 8 },
  text: { id: 4, quoted: 9 },
  middle: { id: 5, quoted: 10 },
} as const;
export type StyleName = keyof typeof STYLES;

const ALIGNMENTS: Readonly<Record<StyleName, string>> = {
  title: '<alignment horizontal="center" vertical="center"/>',
  remark: '<alignment horizontal="left" vertical="center"/>',
  header: '<alignment horizontal="center" vertical="center" wrapText="1"/>',
  text: '<alignment horizontal="left" vertical="center" wrapText="1"/>',
  middle: '<alignment horizontal="center" vertical="center" wrapText="1"/>',
};
const FONT: Readonly<Record<StyleName, number>> = { title: 1, remark: 0, header: 2, text: 0, middle: 0 };

/** The styles part, whose formats stand in the order of STYLES. */
export function stylesXml(namespace: string): string {
  const formats = (quote: string): string =>
    (Object.keys(STYLES) as StyleName[])
      .map((name) => {
        const border = name === 'title' || name === 'remark' ? 0 : 1;
        return `<xf numFmtId="0" fontId="${FONT[name]}" fillId="0" borderId="${border}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"${quote}>${ALIGNMENTS[name]}</xf>`;
      })
      .join('');
  const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
  const font = (size: number, name: string, bold: boolean): string =>
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
  return `<styleSheet xmlns="${namespace}"><fonts count="3">${font(10, '宋体', false)}${font(18, '黑体', false)}${font(10, '宋体', true)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="11"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats('')}${formats(' quotePrefix="1"')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: what no XML can hold is written as Excel does (`_x000D_`), and what looks like that is itself escaped. */
export function cellText(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  if (!/[&<>"\p{Cc}\p{Surrogate}\ufffe\uffff]|_x[0-9a-f]{4}_/iu.test(short)) return short;
  return short
    .replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
    .replace(/[&<>"]/gu, (char) => ENTITIES[char] ?? char)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/(?![\n\t])\p{Cc}/gu, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
