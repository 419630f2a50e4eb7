// Entry of every npm script. Runs on any Node >= 18 and needs nothing installed: it brings Node 24 and the dependencies, then hands over.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wantedMajor = 24;
process.umask(0o022);

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** @param {string} sentence @returns {never} */
const stop = (sentence) => {
  say(sentence);
  process.exit(1);
};

const currentMajor = Number(process.versions.node.split('.')[0]);
if (currentMajor < 18)
  stop(
    `Landbridge needs Node 20 or newer to fetch the version it runs on; this is Node ${process.versions.node}. Install a newer Node from your system or nodejs.org.`,
  );

/** The environment without what an outer npm run left in it: it would speak to the inner npm of the wrong package. */
const cleanEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package)_(?!registry|userconfig|globalconfig|cafile|prefix)/i.test(name)),
  );

/**
 * Runs a program to its end, passing signals on.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: cleanEnvironment(), ...options });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.once('error', (error) => stop(`${command} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? (signal ? 1 : 0));
    });
  });

/** npm's own script, so that it can be run by another Node. */
const npmScript = () => {
  const beside = join(dirname(realpathSync(process.execPath)), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const candidates = [
    process.env.LAUNCH_NPM,
    process.env.npm_execpath,
    beside,
    '/usr/lib/node_modules/npm/bin/npm-cli.js',
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = candidates.find((path) => path?.endsWith('.js') && existsSync(path));
  return found ?? stop('npm was not found beside this Node. Install npm, then run this again.');
};

const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const ownNode = join(
  root,
  '.tools',
  'node24',
  'node_modules',
  `node-${platform}`,
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Goes on in Node 24, which is fetched once. */
const hop = async () => {
  if (!existsSync(ownNode)) {
    say(
      `Landbridge runs on Node ${wantedMajor}; this is ${process.versions.node}. Fetching Node ${wantedMajor} into .tools (once, about 50 MB) …`,
    );
    const folder = join(root, '.tools', 'node24');
    mkdirSync(folder, { recursive: true });
    const code = await run(process.execPath, [
      npmScript(),
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `node-${platform}@${wantedMajor}`,
    ]);
    if (code !== 0 || !existsSync(ownNode))
      stop(
        `Node ${wantedMajor} could not be fetched for ${platform}. Is the npm registry reachable? You can also install Node ${wantedMajor} yourself and run this again.`,
      );
  }
  process.exit(
    await run(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      env: { ...cleanEnvironment(), LAUNCH_NPM: npmScript() },
    }),
  );
};

/** Installs what package-lock.json names, when it names something else than last time. */
const install = async () => {
  const stamp = join(root, 'node_modules', '.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing dependencies (about half a minute) …');
  const code = await run(process.execPath, [npmScript(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0)
    stop(
      'The dependencies could not be installed. The lines above say why; often the npm registry is not reachable or this folder is not writable.',
    );
  writeFileSync(stamp, wanted);
};

if (currentMajor < wantedMajor) await hop();
await install();
// Programs that npm scripts and test runners start by the name "node" are this one.
process.env.PATH = `${dirname(process.execPath)}:${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`;
const [command = 'start', ...rest] = process.argv.slice(2);
const { commands } = await import('./launcher/commands.ts');
const act = commands[command];
if (act) await act(rest);
else stop(`There is no command ${command}. There are: ${Object.keys(commands).join(', ')}.`);
