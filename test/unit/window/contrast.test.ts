/** Proves the colours of renderer/ui/tokens.css: WCAG 2.2 AA for each theme, and that no other stylesheet brings its own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../../renderer');
const tokens = readFileSync(join(renderer, 'ui/tokens.css'), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
const themes = ['light', 'dark', 'night'] as const;

/** The custom properties of each block whose selector names the theme. */
function themeTokens(theme: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of tokens.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!block[1]!.includes(`[data-theme='${theme}']`)) continue;
    for (const line of block[2]!.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found.set(line[1]!, line[2]!.trim());
  }
  return found;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!parts) throw new Error(`not an opaque colour: ${hex}`);
  const [r, g, b] = parts.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const surfaces = ['bg', 'panel', 'raised', 'field', 'hover', 'selected'];
/** text (4.5) on each surface that it can stand on */
const text: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...surfaces, 'ok-bg', 'warn-bg', 'bad-bg', 'info-bg', 'neutral-bg']],
  ['muted', surfaces],
  ['link', surfaces],
  ['ok', [...surfaces, 'ok-bg']],
  ['warn', [...surfaces, 'warn-bg']],
  ['bad', [...surfaces, 'bad-bg']],
  ['info', [...surfaces, 'info-bg']],
  ['neutral', ['neutral-bg']],
  ['placeholder', ['placeholder-bg']],
  ['primary-ink', ['primary', 'primary-hover']],
  ['bar-ink', ['bar', 'bar-field']],
  ['bar-muted', ['bar', 'bar-field']],
  ['exercise-ink', ['exercise', 'exercise-stripe']],
  ['highlight-ink', ['highlight']],
];
/** lines and shapes that carry meaning (3) */
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ['field-line', ['bg', 'panel', 'raised', 'field']],
  ['focus', surfaces],
  ['mark-line', ['panel', 'selected']],
  ['bar-line', ['bar']],
  ['bar-focus', ['bar', 'bar-field']],
  ['map-selected', ['panel', 'map']],
];

describe.each(themes)('the %s theme', (theme) => {
  const colours = themeTokens(theme);
  const colour = (name: string): string => {
    const value = colours.get(`--color-${name}`);
    if (!value) throw new Error(`${theme} lacks --color-${name}`);
    return value;
  };
  const pairs = (rows: typeof text, least: number) =>
    rows.flatMap(([front, backs]) => backs.map((back) => ({ front, back, least, ratio: contrast(colour(front), colour(back)) })));

  it('gives every text on every ground at least 4.5 : 1', () => {
    expect(pairs(text, 4.5).filter((pair) => pair.ratio < pair.least)).toEqual([]);
  });

  it('gives lines and shapes that carry meaning at least 3 : 1', () => {
    expect(pairs(shapes, 3).filter((pair) => pair.ratio < pair.least)).toEqual([]);
  });

  it('sets the same names as the other themes', () => {
    expect([...colours.keys()].sort()).toEqual([...themeTokens('light').keys()].sort());
  });
});

it('has a night theme without blue: every colour is redder than it is blue', () => {
  for (const [name, value] of themeTokens('night')) {
    const parts = /^#([0-9a-f]{2})[0-9a-f]{2}([0-9a-f]{2})$/i.exec(value);
    if (parts) expect(Number.parseInt(parts[1]!, 16), name).toBeGreaterThan(Number.parseInt(parts[2]!, 16));
  }
});

describe('the other stylesheets', () => {
  const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css') && !file.startsWith('public'))
    .map((file) => ({ file, css: readFileSync(join(renderer, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '') }));

  it('are found', () => expect(sheets.length).toBeGreaterThan(5));

  it('hold no colour of their own', () => {
    const own = sheets.flatMap(({ file, css }) =>
      [...css.matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|color-mix)\(/gi)].map((hit) => `${file}: ${hit[0]}`),
    );
    expect(own).toEqual([]);
  });

  it('use only names that tokens.css sets', () => {
    const known = new Set([...tokens.matchAll(/(--[\w-]+):/g)].map((hit) => hit[1]!));
    const unknown = sheets.flatMap(({ file, css }) => {
      const local = new Set([...css.matchAll(/(--[\w-]+):/g)].map((hit) => hit[1]!));
      return [...css.matchAll(/var\((--[\w-]+)/g)]
        .map((hit) => hit[1]!)
        .filter((name) => !known.has(name) && !local.has(name) && !name.startsWith('--trigger-'))
        .map((name) => `${file}: ${name}`);
    });
    expect(unknown).toEqual([]);
  });
});
