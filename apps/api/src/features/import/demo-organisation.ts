import { Injectable, Logger } from '@nestjs/common';
import { personId, type PersonId } from '@landbridge/contract';
import type { DemoPart, DemoState } from '@landbridge/contract/import';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { isLoopback, SettingsError } from '../../platform/config/settings.ts';
import { Database } from '../../platform/database/database.ts';
import { query } from '../../platform/database/query.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { SetUpOrganisation } from '../identity/index.ts';
import { madeFile } from './import-file.ts';
import { ImportHistory } from './import-history.ts';

const source = 'demo';
const timeZone = 'Europe/Copenhagen';

const demoFacts = query(
  'import.demo-facts',
  z.object({ hasPeople: z.boolean(), isDemo: z.boolean(), openFile: z.string().nullable() }),
  `select exists (select 1 from people) as "hasPeople", coalesce((select is_demo from organisations), false) as "isDemo",
     (select file_name from import_runs where source = '${source}' and state = 'running' order by started_at desc limit 1) as "openFile"`,
);

/** $1 id of the person in the generator's file */
const demoPerson = query(
  'import.demo-person',
  z.object({ id: personId }),
  `select p.id from imported_things t join people p on p.id = t.id join organisations o on o.is_demo
   where t.source = '${source}' and t.type = 'person' and t.source_id = $1 and p.deactivated_at is null`,
);

/** The invented organisation to look round in. A property of the database: it begins while nobody is in it, or never. */
@Injectable()
export class DemoOrganisation {
  private readonly logger = new Logger(DemoOrganisation.name);
  private now: DemoState = { state: 'none', share: 0 };

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly importHistory: ImportHistory,
    private readonly setUp: SetUpOrganisation,
    private readonly mailer: Mailer,
  ) {}

  get state(): DemoState {
    return this.now;
  }

  /** Before the server listens: makes the demo where it is asked for, and goes on with one that was cut off. @throws SettingsError */
  async prepare(): Promise<void> {
    const facts = await this.database.one(demoFacts, []);
    const { LANDBRIDGE_DEMO } = this.config.settings;
    if (!facts?.isDemo && !LANDBRIDGE_DEMO) return;
    if (!facts?.isDemo && (facts?.hasPeople || !(await this.setUp.isNew())))
      throw new SettingsError([
        'LANDBRIDGE_DEMO=true, but there are people in this database and it is no demo. Choose another folder for the demo: LANDBRIDGE_DATA=/path/to/folder LANDBRIDGE_DEMO=true npm start',
      ]);
    if (!this.mayBeOpen)
      throw new SettingsError([
        'This is a demo, which lets everybody in as an administrator, and HOST is not this machine alone. Set LANDBRIDGE_DEMO_PUBLIC=true when that is what you want.',
      ]);
    if (facts?.isDemo && facts.openFile === null) return this.opened();
    process.stdout.write('Making the demo organisation (some seconds) …\n');
    await this.make(facts?.openFile ?? null);
  }

  /** The click on the first page. It goes on after the answer. @throws setup.already-done, setup.wrong-code, demo.not-public */
  async open(code: string | undefined): Promise<DemoState> {
    const isNew = await this.setUp.isNew();
    // After the question to the database: two who click at once begin one demo.
    if (this.now.state === 'opening') return this.now;
    if (!isNew) throw problem('setup.already-done');
    if (!this.mayBeOpen) throw problem('demo.not-public');
    this.setUp.refuseWrongCode(code);
    this.now = { state: 'opening', share: 0 };
    void this.make(null).catch((error: unknown) => {
      this.now = { state: 'failed', share: 0 };
      this.logger.error(error);
    });
    return this.now;
  }

  /** @throws demo.not-found */
  async personFor(part: DemoPart): Promise<PersonId> {
    const { demoPeople } = await generator();
    const person = await this.database.one(demoPerson, [demoPeople[part]]);
    if (!person) throw problem('demo.not-found');
    return person.id;
  }

  get mayBeOpen(): boolean {
    const { HOST, LANDBRIDGE_DEMO_PUBLIC } = this.config.settings;
    return LANDBRIDGE_DEMO_PUBLIC || (isLoopback(HOST) && isLoopback(new URL(this.config.publicUrl).hostname));
  }

  /** The same day gives the same file: `fileName` is that of a run which did not end. */
  private async make(fileName: string | null): Promise<void> {
    const { demoSeed, generateDemo } = await generator();
    const today = fileName?.slice(-10) ?? new Intl.DateTimeFormat('en-CA', { timeZone }).format(this.clock.now());
    const lines = Array.from(generateDemo({ seed: demoSeed, today }), (line) => JSON.stringify(line));
    const file = madeFile(`${source} ${today}`, `${source} ${demoSeed} ${today}`, () => lines);
    await this.importHistory.run(file, {
      demo: { timeZone },
      onProgress: ({ line }) => {
        this.now = { state: 'opening', share: Math.min(1, line / lines.length) };
      },
    });
    this.opened();
  }

  private opened(): void {
    this.now = { state: 'open', share: 1 };
    this.mailer.keepMailbox();
  }
}

/** Fetched when it is needed: its texts are long. */
const generator = async () => {
  const [{ demoSeed, generateDemo }, { demoPeople }] = await Promise.all([
    import('../../../../../tools/demo/generate-demo.ts'),
    import('../../../../../tools/demo/people.ts'),
  ]);
  return { demoSeed, generateDemo, demoPeople };
};
