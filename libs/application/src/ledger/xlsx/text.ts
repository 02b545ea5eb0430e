/**
 * Excel writes control characters as `_xHHHH_` (`_x000D_` is a carriage return, `_x005F_` the underscore that guards a text
 * which looks so by chance); gives the text as Excel shows it. ECMA-376 part 1, 22.9.2.19 ST_Xstring.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * Collects the shown text of a string item: plain `t`, or the `t` of rich text runs; the phonetic runs (`rPh`) of East Asian
 * text are not part of it.
 */
export class StringItem {
  #text = '';
  #inText = false;
  #phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    else if (name === 't') this.#inText = this.#phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 't') this.#inText = false;
  }

  text(value: string): void {
    if (this.#inText) this.#text += value;
  }

  take(): string {
    const text = unescapeText(this.#text);
    this.#text = '';
    this.#inText = false;
    this.#phonetic = 0;
    return text;
  }
}
