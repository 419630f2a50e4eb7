// Writes src/tokens.css from tokens.json, the source of truth for looks. Run it after a change: node libs/ui/tools/make-tokens.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const tokens = JSON.parse(readFileSync(new URL('../tokens.json', import.meta.url), 'utf8'));

const kebab = (name) =>
  name
    .replaceAll(/([A-Z])/g, '-$1')
    .replaceAll(/(?<=[a-z])(\d)/g, '-$1')
    .toLowerCase();
const lower = (value) => (value.startsWith('#') ? value.toLowerCase() : value);
const rem = (pixels) => `${pixels / 16}rem`;

const colours = (theme) => [
  ...Object.entries(tokens.color[theme]).map(([name, value]) => `--${kebab(name)}: ${lower(value)};`),
  ...tokens.unitHues.flatMap((hue, index) => [
    `--unit-${index + 1}: ${lower(hue[theme].fill)};`,
    `--unit-${index + 1}-on: ${lower(hue[theme].on)};`,
    `--unit-${index + 1}-tint: ${lower(hue[theme].tint)};`,
    `--unit-${index + 1}-text: ${lower(hue[theme].onTint)};`,
  ]),
  ...tokens.matrixScale[theme].flatMap((step, index) => [
    `--ratio-${index + 1}: ${lower(step.fill)};`,
    `--ratio-${index + 1}-text: ${lower(step.text)};`,
  ]),
  ...tokens.elevation[theme].map((value, index) => `--elevation-${index + 1}: ${value};`),
  `--scrim: ${tokens.scrim[theme]};`,
];

const family = (name) => (name.startsWith('serif') ? 'var(--serif)' : name === 'code' ? 'var(--mono)' : 'var(--sans)');
const isForScreen = ([, [size]]) => typeof size === 'number';
// Text is in rem so that it follows the reader's own font size; boxes round it are in px.
const text = (scale) =>
  Object.entries(scale)
    .filter(isForScreen)
    .map(([name, [size, line, weight]]) => `--text-${name}: ${weight} ${rem(size)} / ${Number((line / size).toFixed(4))} ${family(name)};`);

const shared = [
  `--sans: ${tokens.type.ui.replaceAll('"', "'")};`,
  `--serif: ${tokens.type.serif.replaceAll('"', "'")};`,
  `--mono: ${tokens.type.mono.replaceAll('"', "'")};`,
  ...text(tokens.type.scale),
  ...tokens.space.filter(Boolean).map((pixels) => `--space-${pixels}: ${pixels}px;`),
  ...Object.entries(tokens.measure).map(([name, pixels]) => `--size-${name}: ${pixels}px;`),
  ...Object.entries(tokens.radius).map(([name, pixels]) => `--radius-${name}: ${pixels}px;`),
  `--fast: ${tokens.motion.fast};`,
  `--base: ${tokens.motion.base};`,
  `--slow: ${tokens.motion.slow};`,
  `--ease: ${tokens.motion.ease};`,
  `--rail-width: ${tokens.layout.rail}px;`,
  `--rail-narrow-width: ${tokens.layout.railCollapsed}px;`,
  `--content-width: ${tokens.layout.content}px;`,
  `--column-gap: ${tokens.layout.gap}px;`,
  `--page-pad: ${tokens.layout.pagePad}px;`,
  `--bottom-bar-height: ${tokens.layout.bottomBar}px;`,
  `--hit: ${tokens.density.compact.hit}px;`,
];

const coarse = [
  `--hit: ${tokens.density.comfortable.hit}px;`,
  ...['button', 'button-small', 'button-large', 'field', 'find-box', 'rail-row', 'rail-row-small', 'switcher-row'].map(
    (name) => `--size-${name}: ${tokens.density.comfortable.control}px;`,
  ),
];

const block = (selector, lines) => `${selector} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`;
const inMedia = (query, lines) => `@media ${query} {\n${block(':root', lines).trimEnd().replaceAll(/^/gm, '  ')}\n}\n`;
const hues = tokens.unitHues.map((_, index) =>
  block(`[data-hue='${index + 1}']`, [
    `--hue: var(--unit-${index + 1});`,
    `--hue-on: var(--unit-${index + 1}-on);`,
    `--hue-tint: var(--unit-${index + 1}-tint);`,
    `--hue-text: var(--unit-${index + 1}-text);`,
  ]),
);

writeFileSync(
  new URL('../src/tokens.css', import.meta.url),
  [
    '/* Made by tools/make-tokens.mjs from tokens.json: change that one. */',
    block(':root', shared),
    block(":root,\n[data-mantine-color-scheme='light']", ['color-scheme: light;', ...colours('light')]),
    block("[data-mantine-color-scheme='dark']", ['color-scheme: dark;', ...colours('dark')]),
    ...hues,
    inMedia(`(width <= ${tokens.layout.breakpoints.phone / 16}em)`, [
      ...text(tokens.phoneType),
      `--page-pad: ${tokens.layout.phonePad}px;`,
    ]),
    inMedia('(pointer: coarse)', [...coarse, ...text(tokens.touchType)]),
    inMedia(
      '(prefers-reduced-motion: reduce)',
      ['fast', 'base', 'slow'].map((name) => `--${name}: ${tokens.motion.reduced};`),
    ),
  ].join('\n'),
);
