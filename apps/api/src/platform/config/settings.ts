import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

/**
 * Every setting Landbridge knows, with its meaning. `docs/operations.md` prints this table; a test compares the two.
 * All are environment variables; an unknown name that begins with LANDBRIDGE_ stops the start.
 */
const settingsSchema = z.object({
  PORT: port.default(3000).describe('Port to listen on. 0 picks a free one.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on. 0.0.0.0 or :: need PUBLIC_URL.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://landbridge.example.org' })
    .refine((url) => !URL.canParse(url) || new URL(url).pathname === '/', 'must have no path')
    .optional()
    .describe('The address people use. Decides links, the allowed origin and whether cookies are Secure.'),
  TRUSTED_PROXIES: list.default([]).describe('Comma-separated addresses or networks whose X-Forwarded-* headers count.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address such as postgresql://user:password@host:5432/landbridge' })
    .optional()
    .describe('A PostgreSQL of your own (15 or newer). Without it an embedded one runs in the data folder.'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10).describe('Most connections one process opens for requests.'),
  LANDBRIDGE_DATA: z.string().min(1).default('./.landbridge').describe('Folder of the embedded database, the secrets and attached files.'),
  LANDBRIDGE_MOST_FILE_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_000)
    .default(50)
    .describe('Largest file that people may attach, in megabytes (1,000,000 bytes).'),
  LANDBRIDGE_MOST_IMPORT_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(20_000)
    .default(500)
    .describe('Largest history that administrators may bring in by their browser, in megabytes; unpacked, twenty times as much.'),
  LANDBRIDGE_DEMO: flag
    .default(false)
    .describe('true makes a demo organisation in a database without people, where everybody signs in with one click.'),
  LANDBRIDGE_DEMO_PUBLIC: flag.default(false).describe('true lets a demo be reached from other machines. Whoever reaches it is in.'),
  LANDBRIDGE_MAILBOX: flag.default(false).describe('true shows sent mail on the page /mailbox instead of sending it. For development.'),
  LANDBRIDGE_ROLE: z.enum(['all', 'web', 'worker']).default('all').describe('What this process does: requests, jobs or both.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://user:password@host:587' })
    .optional()
    .describe('Mail server, as smtp://user:password@host:port.'),
  MAIL_FROM: z.string().min(3).default('Landbridge <landbridge@localhost>').describe('Sender of every mail.'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').describe('How much is logged.'),
  METRICS_TOKEN: z.string().min(16).optional().describe('Bearer token for /metrics. Without it only loopback may read them.'),
});

export type SettingName = keyof typeof settingsSchema.shape;

/** What the process runs with: parsed settings and what follows from them. */
export type Settings = z.infer<typeof settingsSchema>;

/** One or more settings are wrong; `mistakes` holds a sentence for each. */
export class SettingsError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(
      `${mistakes.length === 1 ? 'A setting needs' : `${mistakes.length} settings need`} your attention:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`,
    );
    this.mistakes = mistakes;
  }
}

/** Reads all settings from the environment. @throws SettingsError naming every mistake at once. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' && name in settingsSchema.shape));
  const parsed = settingsSchema.safeParse(given);
  const mistakes = [
    ...unknownNames(env),
    ...(parsed.success ? contradictions(parsed.data) : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`)),
  ];
  if (!parsed.success || mistakes.length > 0) throw new SettingsError(mistakes);
  return parsed.data;
};

/** Name, default and meaning of each setting, for the documentation. */
export const describeSettings = (): readonly { name: string; meaning: string; fallback: string }[] => {
  const defaults: Record<string, unknown> = settingsSchema.parse({});
  return Object.entries(settingsSchema.shape).map(([name, schema]) => ({
    name,
    meaning: schema.description ?? '',
    fallback: defaults[name] === undefined ? '' : String(defaults[name]),
  }));
};

const unknownNames = (env: Readonly<Record<string, string | undefined>>) =>
  Object.keys(env)
    .filter((name) => name.startsWith('LANDBRIDGE_') && !(name in settingsSchema.shape))
    .map((name) => `${name} is not a setting of Landbridge. Is it a slip of the pen? docs/operations.md lists them all.`);

const contradictions = (settings: Settings): string[] => {
  const mistakes: string[] = [];
  if (isWildcard(settings.HOST) && !settings.PUBLIC_URL)
    mistakes.push(
      `HOST=${settings.HOST} listens everywhere, so PUBLIC_URL must say which address people use, for example PUBLIC_URL=https://landbridge.example.org.`,
    );
  return mistakes;
};

/** True for the addresses that mean "every interface". */
export const isWildcard = (host: string): boolean => host === '0.0.0.0' || host === '::' || host === '[::]';

/** True for addresses that only this machine reaches. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.');

/** The origin people use, without a trailing slash. */
export const publicUrl = (settings: Settings): string =>
  settings.PUBLIC_URL
    ? new URL(settings.PUBLIC_URL).origin
    : `http://${settings.HOST.includes(':') ? `[${settings.HOST.replace(/[[\]]/g, '')}]` : settings.HOST}:${settings.PORT}`;
