// Writes src/tokens.css from tokens.json, the source of truth for looks. Run it after a change: node libs/ui/tools/make-tokens.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const tokens = JSON.parse(readFileSync(new URL('../tokens.json', import.meta.url), 'utf8'));

const kebab = (name) =>
  name
    .replaceAll(/([A-Z])/g, '-$1')
    .replaceAll(/(?<=[a-z])(\d)/g, '-$1')
    .toLowerCase();
const lower = (value) => (value.startsWith('#') ? value.toLowerCase() : value);

const colours = (theme) => [
  ...Object.entries(tokens.color[theme]).map(([name, value]) => `--${kebab(name)}: ${lower(value)};`),
  ...tokens.unitHues.flatMap((hue, index) => [
    `--unit-${index + 1}: ${lower(hue[theme].fill)};`,
    `--unit-${index + 1}-on: ${lower(hue[theme].on)};`,
    `--unit-${index + 1}-tint: ${lower(hue[theme].tint)};`,
    `--unit-${index + 1}-text: ${lower(hue[theme].onTint)};`,
  ]),
  ...tokens.elevation[theme].map((value, index) => `--elevation-${index + 1}: ${value};`),
];

const density = ({ control }) => `--control-height: ${control}px;`;

const shared = [
  `--sans: ${tokens.type.ui.replaceAll('"', "'")};`,
  `--serif: ${tokens.type.serif.replaceAll('"', "'")};`,
  `--mono: ${tokens.type.mono.replaceAll('"', "'")};`,
  ...Object.entries(tokens.radius).map(([name, pixels]) => `--radius-${name}: ${pixels}px;`),
  `--fast: ${tokens.motion.fast};`,
  `--base: ${tokens.motion.base};`,
  `--slow: ${tokens.motion.slow};`,
  `--ease: ${tokens.motion.ease.replaceAll(/(?<![\d.])\./g, '0.').replaceAll(',', ', ')};`,
  `--rail: ${tokens.layout.rail}px;`,
  `--rail-narrow: ${tokens.layout.railCollapsed}px;`,
  `--content: ${tokens.layout.content}px;`,
  `--bottom-bar: ${tokens.layout.bottomBar}px;`,
  density(tokens.density.compact),
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
    block(":root,\n[data-theme='light']", ['color-scheme: light;', ...colours('light')]),
    block("[data-theme='dark']", ['color-scheme: dark;', ...colours('dark')]),
    ...hues,
    inMedia('(pointer: coarse)', [density(tokens.density.comfortable)]),
    inMedia(
      '(prefers-reduced-motion: reduce)',
      ['fast', 'base', 'slow'].map((name) => `--${name}: ${tokens.motion.reduced};`),
    ),
  ].join('\n'),
);
