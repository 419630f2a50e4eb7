import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personId, type PersonId } from '@landbridge/contract';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import type { LogTarget } from '../platform/config/config.ts';
import { readSettings } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { LiveServer } from '../platform/realtime/live-server.ts';
import { start, type Running } from '../start.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { TestPerson } from './test-person.ts';

export interface TestServer {
  readonly running: Running;
  readonly url: string;
  readonly database: Database;
  /** Where its files are. */
  readonly dataFolder: string;
  /** A person who is signed in, in a unit of that name (made when it is new). */
  person(name: string, options?: { unit?: string; isAdministrator?: boolean; password?: string }): Promise<TestPerson>;
  /** The unit of that name, made when it is new. */
  unit(name: string): Promise<string>;
  /** Another browser of the same person. */
  again(person: TestPerson): Promise<TestPerson>;
  visitor(): TestPerson;
  /** As if an administrator had closed the account before: they cannot sign in, nothing of theirs goes. */
  deactivate(person: TestPerson): Promise<void>;
  /** Names of everything that can be asked over the socket. */
  readonly callNames: readonly string[];
  /** A connection to the database that is not the server's. */
  connect(): Promise<Client>;
  /** Stops the server and drops its database. */
  stop(): Promise<void>;
  /** Drops the database of a server that was stopped. */
  drop(): Promise<void>;
}

const settingsFor = (url: string, folder: string, more: Record<string, string>) =>
  readSettings({
    LANDBRIDGE_DATA: folder,
    DATABASE_URL: url,
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    LANDBRIDGE_MAILBOX: 'true',
    DATABASE_POOL: '6',
    ...more,
  });

/**
 * The whole server on a database of its own, with an organisation and nobody in it; or on one that has a story already.
 * Answers are checked against the contract.
 */
export const startTestServer = async (
  more: Record<string, string> = {},
  options: { isEmpty?: boolean; on?: TestDatabase; logTo?: LogTarget } = {},
): Promise<TestServer> => {
  const testDatabase = options.on ?? (await createTestDatabase());
  const dataFolder = await mkdtemp(join(tmpdir(), 'landbridge-'));
  const running = await start(settingsFor(testDatabase.url, dataFolder, more), { checksAnswers: true, logTo: options.logTo });
  const database = running.application.get(Database);
  if (!options.isEmpty && !options.on)
    await database.pool.query(
      `insert into organisations (name, language, time_zone, created_at) values ('Norrgard Energy', 'en', 'UTC', now())`,
    );
  const units = new Map<string, Promise<string>>();

  const makeUnit = async (name: string, hue: number): Promise<string> => {
    const id = uuid();
    await database.pool.query(`insert into units (id, name, code, hue, since) values ($1, $2, $3, $4, '2020-01-01')`, [
      id,
      name,
      name.slice(0, 2),
      hue,
    ]);
    return id;
  };

  /** Kept as a promise: two people who come at once to a new unit come to the same one. */
  const unitNamed = (name: string): Promise<string> => {
    const unit = units.get(name) ?? makeUnit(name, (units.size % 12) + 1);
    units.set(name, unit);
    return unit;
  };

  const signedIn = async (id: PersonId, name: string): Promise<TestPerson> => {
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest();
    await database.pool.query(
      `insert into sign_ins (id, person_id, token_hash, device, address, signed_in_at, seen_at, expires_at) values ($1, $2, $3, 'test', '127.0.0.1', now(), now(), now() + interval '1 day')`,
      [uuid(), id, hash],
    );
    return new TestPerson(id, name, running.url, `landbridge_sign_in=${token}`);
  };

  return {
    running,
    url: running.url,
    database,
    person: async (name, { unit, isAdministrator = false } = {}) => {
      const id = personId.parse(uuid());
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${randomUUID().slice(0, 8)}@norrgard.example`;
      await database.pool.query(`insert into people (id, name, email, is_administrator, created_at) values ($1, $2, $3, $4, now())`, [
        id,
        name,
        email,
        isAdministrator,
      ]);
      if (unit)
        await database.pool.query(`insert into unit_memberships (person_id, unit_id, from_on) values ($1, $2, '2020-01-01')`, [
          id,
          await unitNamed(unit),
        ]);
      return signedIn(id, name);
    },
    unit: unitNamed,
    again: (person) => signedIn(person.id, person.name),
    visitor: () => new TestPerson(personId.parse(uuid()), 'visitor', running.url, null),
    deactivate: async (person) => {
      await database.pool.query('update people set deactivated_at = now() where id = $1', [person.id]);
    },
    callNames: running.application.get(LiveServer).callNames,
    connect: async () => {
      const client = new Client({ connectionString: testDatabase.url });
      await client.connect();
      return client;
    },
    dataFolder,
    stop: async () => {
      await running.stop();
      await rm(dataFolder, { recursive: true, force: true });
      await testDatabase.drop();
    },
    drop: async () => {
      await rm(dataFolder, { recursive: true, force: true });
      await testDatabase.drop();
    },
  };
};
