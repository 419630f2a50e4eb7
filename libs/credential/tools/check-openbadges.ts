import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isObject, objectsIn, parseJson, type JsonObject } from '../src/json.ts';
import { makeWorld, type WorldOptions } from '../src/testing/world.ts';

// `npm run check:openbadges -- FOLDER`: freshly issued certificates against the official JSON schemas in FOLDER. The schemas of 1EdTech
// have terms of their own, so that they are no part of this project.

interface Sample {
  readonly name: string;
  readonly kind: 'achievementcredential' | 'endorsementcredential' | 'profile' | 'statuslist';
  readonly document: JsonObject;
}

const variants: Readonly<Record<string, WorldOptions>> = {
  'four signatories, next phase': {},
  'one signatory without a title': { signatories: [{ name: 'Mirjam Holt' }], change: { nextPhase: undefined } },
  'nine signatories': { signatories: Array.from({ length: 9 }, (_, index) => ({ name: `Signatory ${index + 1}`, title: 'Engineer' })) },
  'Greek and Arabic, version 2': {
    signatories: [{ name: 'Ελένη Παπαδοπούλου', title: 'Διευθύντρια' }, { name: 'ليلى بن صالح' }],
    change: {
      recipient: { id: 'did:example:m', name: 'محمد الأندلسي' },
      version: 2,
      supersedes: 'https://landbridge.example/certificates/OLD2',
      language: 'el',
    },
  },
};

const samplesOf = async (name: string, options: WorldOptions): Promise<readonly Sample[]> => {
  const { credential, lists } = await makeWorld(options);
  const endorsements = objectsIn(credential.endorsement);
  return [
    { name, kind: 'achievementcredential', document: credential },
    ...endorsements.map((document, index) => ({
      name: `${name}: signature ${index + 1}`,
      kind: 'endorsementcredential' as const,
      document,
    })),
    ...[credential, ...endorsements].flatMap(({ issuer }) =>
      isObject(issuer) ? [{ name: `${name}: profile`, kind: 'profile' as const, document: issuer }] : [],
    ),
    ...[...lists.values()].map((document) => ({ name: `${name}: status list`, kind: 'statuslist' as const, document })),
  ];
};

const readSchema = (file: string): JsonObject => {
  const schema = parseJson(readFileSync(file, 'utf8'));
  if (!isObject(schema)) throw new Error(`${file} holds no schema.`);
  return schema;
};

/** Whether a schema, by its file's name, speaks of a kind of document. */
const isFor = (file: string, kind: Sample['kind']): boolean =>
  basename(file).includes(`_${kind}_`) || (basename(file).includes('verifiable_credential') && kind !== 'profile');

const check = (file: string, samples: readonly Sample[]): readonly string[] => {
  const schema = readSchema(file);
  const Ajv = String(schema.$schema).includes('2020-12') ? Ajv2020 : Ajv2019;
  const ajv = formats.default(new Ajv({ strict: false, allErrors: true }));
  const validate = ajv.compile(schema);
  const fitting = samples.filter(({ kind }) => isFor(file, kind));
  const broken = fitting.flatMap(({ name, document }) => (validate(document) ? [] : [`  ${name}: ${ajv.errorsText(validate.errors)}`]));
  print(`${basename(file).padEnd(58)} ${String(fitting.length).padStart(3)} checked, ${broken.length} broken`);
  return broken;
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), process.argv[2] ?? '.');
const files = globSync('*.json', { cwd: folder })
  .toSorted()
  .map((name) => resolve(folder, name));
if (files.length === 0) throw new Error(`There are no schemas in ${folder}. Name a folder with the JSON schemas of Open Badges 3.0.`);
const samples = (await Promise.all(Object.entries(variants).map(([name, options]) => samplesOf(name, options)))).flat();
const broken = files.flatMap((file) => check(file, samples));
for (const line of broken) print(line);
print(broken.length === 0 ? 'Every sample fits every schema.' : `${broken.length} do not fit.`);
process.exitCode = broken.length === 0 ? 0 : 1;
