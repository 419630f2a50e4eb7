import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSettings } from '../../apps/api/src/platform/config/settings.ts';
import { allCalls, allEvents, problems } from '../../libs/contract/src/index.ts';
import { featureOrder } from '../feature-order.ts';
import { inRoot } from '../launcher/paths.ts';
import { sourceFiles } from '../testing/source-files.ts';
import { anchorsIn, linksIn, pages, pathsIn, readPage, tableIn } from './markdown.ts';

/** Folders with sources whose path fits. */
const foldersLike = (pattern: RegExp): readonly string[] =>
  [...new Set(sourceFiles().flatMap((file) => pattern.exec(file)?.[1] ?? []))].toSorted();

const architecture = readPage('docs/architecture.md');
const builtNouns = foldersLike(/^apps\/\w+\/src\/features\/([\w-]+)\//);

describe('the pages', () => {
  it.each(pages)('%s links only to what exists', (page) => {
    const broken = linksIn(readPage(page)).filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(inRoot(target))) return true;
      return anchor !== undefined && !anchorsIn(readPage(target)).includes(anchor);
    });

    expect(broken).toEqual([]);
  });

  it.each(pages)('%s names only files that exist', (page) => {
    expect(pathsIn(readPage(page)).filter((path) => !existsSync(inRoot(path)))).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const named = pages.flatMap((page) => [...readPage(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script));

    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe('architecture', () => {
  it('describes every folder of the map', () => {
    const described = tableIn(architecture, ['folder', 'what it is', 'may import']).map(([folder]) => folder);

    expect(foldersLike(/^((?:apps|libs|tools)\/[\w-]+)\//).filter((folder) => !described.includes(folder))).toEqual([]);
  });

  it('lists the nouns in the order in which they may know each other', () => {
    expect(tableIn(architecture, ['noun', 'what it is about', 'built']).map(([noun]) => noun)).toEqual([...featureOrder]);
  });

  it('says which of them are built', () => {
    const said = tableIn(architecture, ['noun', 'what it is about', 'built']).filter(([, , built]) => built === 'yes');

    expect(said.map(([noun = '']) => noun).toSorted()).toEqual(builtNouns.toSorted());
  });
});

describe('a feature of the server', () => {
  it.each(builtNouns)('%s says what it is in 25 lines', (noun) => {
    expect(readPage(`apps/api/src/features/${noun}/README.md`).split('\n').length).toBeLessThanOrEqual(26);
  });

  it('stands in the application in the order of the nouns', () => {
    const [, list = ''] = /imports: \[\s*PlatformModule\.with\(config\),([^\]]*)\]/.exec(readPage('apps/api/src/app.module.ts')) ?? [];
    const nouns = [...list.matchAll(/(\w+)Module/g)].map(([, name = '']) =>
      name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
    );

    expect(nouns).toEqual(featureOrder.filter((noun) => builtNouns.includes(noun)));
  });
});

describe('the pictures of the guides', () => {
  const kept = globSync('docs/guides/pictures/*', { cwd: inRoot() }).map((path) => basename(path));
  const named = globSync('docs/guides/*.md', { cwd: inRoot() }).flatMap((page) =>
    linksIn(readPage(page)).flatMap((link) => /^pictures\/(.+)$/.exec(link)?.[1] ?? []),
  );

  it('are each in a guide, and each that a guide names is there', () => {
    expect(kept.toSorted()).toEqual([...new Set(named)].toSorted());
  });

  it('are small enough for a page', () => {
    expect(kept.filter((name) => statSync(inRoot('docs/guides/pictures', name)).size > 60 * 1024)).toEqual([]);
  });

  it('say in words what is on them', () => {
    const wordless = globSync('docs/guides/*.md', { cwd: inRoot() }).filter((page) => /!\[\s*\]/.test(readPage(page)));

    expect(wordless).toEqual([]);
  });
});

describe('decisions', () => {
  const records = globSync('docs/decisions/[0-9]*.md', { cwd: inRoot() }).map((path) => basename(path));

  it('are all listed', () => {
    expect(records.filter((record) => !readPage('docs/decisions/README.md').includes(`(${record})`))).toEqual([]);
  });

  it.each(records)('%s says context, decision and consequences in 25 lines', (record) => {
    const text = readPage(`docs/decisions/${record}`);

    expect(text.match(/^## .*$/gm)).toEqual(['## Context', '## Decision', '## Consequences']);
    expect(text.split('\n').length).toBeLessThanOrEqual(26);
  });
});

describe('operations', () => {
  it('lists every setting as the server knows it', () => {
    const known = describeSettings().map(({ name, fallback, meaning }) => [name, fallback, meaning]);

    expect(tableIn(readPage('docs/operations.md'), ['name', 'default', 'meaning'])).toEqual(known);
  });
});

describe('api', () => {
  const api = readPage('docs/api.md');

  it('lists every refusal of the contract', () => {
    const known = Object.entries(problems).map(([code, { status, title }]) => [code, String(status), title]);

    expect(tableIn(api, ['code', 'status', 'title'])).toEqual(known);
  });

  it('lists every event of the contract', () => {
    const listed = tableIn(api, ['event', 'who hears it', 'what happened']).map(([name = '']) => name);

    expect(listed.toSorted()).toEqual(allEvents.map(({ name }) => name).toSorted());
  });

  it('lists every question of the contract', () => {
    const listed = tableIn(api, ['question', 'what it does']).map(([name = '']) => name);

    expect(listed.toSorted()).toEqual(allCalls.map(({ name }) => name).toSorted());
  });
});
