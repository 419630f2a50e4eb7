// Entry of every npm script. Runs on any Node >= 18 and needs nothing installed: it brings Node 24, then hands over to TypeScript.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wantedMajor = 24;
const currentMajor = Number(process.versions.node.split('.')[0]);
const isWindows = process.platform === 'win32';
const nodePackage = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
const nodeProgram = join('node_modules', nodePackage, 'bin', isWindows ? 'node.exe' : 'node');

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** @param {string} sentence @returns {never} */
const giveUp = (sentence) => {
  say(sentence);
  process.exit(1);
};

/** The environment without what an outer npm run left in it, but how to reach the registry: the inner npm would work on the wrong package. */
const cleanEnvironment = () => {
  const isKept = /^npm_config_(registry|userconfig|globalconfig|cache|ca|cafile|proxy|https_proxy|noproxy|strict_ssl)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config|package)_/i.test(name) || isKept.test(name)));
};

/**
 * Runs a program to its end: signals go on to it, and so does the end of the npm above us, which tells nobody.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>}
 */
const run = (command, args, environment = cleanEnvironment()) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment });
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 250);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)));
    child.once('error', (error) => giveUp(`${command} could not be started: ${error.message}`));
    child.once('exit', (code) => {
      clearInterval(watch);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
      resolve(code ?? 1);
    });
  });

/** npm's own script, so that another Node can run it: the fetched one comes without npm. */
const npmScript = () => {
  const inFolder = (/** @type {string} */ folder) => join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const beside = dirname(realpathSync(process.execPath));
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'));
  const found = [process.env.npm_execpath, inFolder(join(beside, '..', 'lib')), inFolder(beside), ...onPath]
    .filter((path) => path && existsSync(path))
    .map((path) => realpathSync(String(path)))
    .find((path) => /\.c?js$/.test(path));
  return found ?? giveUp('npm was not found beside this Node. Install npm, then run this again.');
};

/** Fetches Node 24 beside its final place, so that a broken or a second fetch leaves nothing half. */
const fetchNode = async (/** @type {string} */ folder) => {
  say(
    `Landbridge runs on Node ${wantedMajor}; this is ${process.versions.node}. Fetching Node ${wantedMajor} into .tools (once, about 50 MB) …`,
  );
  mkdirSync(dirname(folder), { recursive: true });
  const fetched = mkdtempSync(`${folder}-`);
  const quietly = ['--no-save', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run(process.execPath, [npmScript(), 'install', '--prefix', fetched, ...quietly, `${nodePackage}@${wantedMajor}`]);
  if (code === 0 && existsSync(join(fetched, nodeProgram)) && !existsSync(folder)) renameSync(fetched, folder);
  rmSync(fetched, { recursive: true, force: true });
  if (!existsSync(join(folder, nodeProgram)))
    giveUp(
      `Node ${wantedMajor} could not be fetched for ${process.platform} ${process.arch}; the lines above say why. ` +
        `Is the npm registry reachable and .tools writable? You can also install Node ${wantedMajor} yourself and run this again.`,
    );
};

/** Goes on in Node 24, which is fetched once. @returns the exit code */
const hop = async () => {
  const folder = join(root, '.tools', 'node24');
  if (!existsSync(join(folder, nodeProgram))) {
    rmSync(folder, { recursive: true, force: true });
    await fetchNode(folder);
  }
  const environment = { ...cleanEnvironment(), npm_execpath: npmScript() };
  return run(join(folder, nodeProgram), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], environment);
};

const goOn = async () => {
  for (const name of Object.keys(process.env)) if (!(name in cleanEnvironment())) delete process.env[name];
  // What npm scripts and test runners call "node" is this Node.
  process.env.PATH = [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  const { install } = await import('./launcher/install.ts');
  await install(npmScript());
  const { commands } = await import('./launcher/commands.ts');
  const [command = 'start', ...args] = process.argv.slice(2);
  const act = commands[command] ?? (() => giveUp(`There is no command ${command}. There are: ${Object.keys(commands).join(', ')}.`));
  await act(args.filter((arg) => arg !== '--'));
};

// Under root with a umask of 077 the database's own user could not read what is unpacked for it.
process.umask(0o022);
if (currentMajor < 18)
  giveUp(
    `Landbridge needs Node 20 or newer to fetch the version it runs on; this is ${process.versions.node}. Install a newer Node from your system or from nodejs.org, then run this again.`,
  );
if (currentMajor < wantedMajor) process.exit(await hop());
await goOn();
