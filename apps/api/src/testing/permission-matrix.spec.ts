import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as administration from '@landbridge/contract/administration';
import * as communities from '@landbridge/contract/communities';
import * as files from '@landbridge/contract/files';
import * as home from '@landbridge/contract/home';
import * as identity from '@landbridge/contract/identity';
import * as importing from '@landbridge/contract/import';
import * as library from '@landbridge/contract/library';
import * as notifications from '@landbridge/contract/notifications';
import * as organisation from '@landbridge/contract/organisation';
import * as people from '@landbridge/contract/people';
import * as issues from '@landbridge/contract/practice-issues';
import * as sessions from '@landbridge/contract/sessions';
import * as threads from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from './permission-matrix.ts';
import { servedRoutes } from './served-routes.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const nouns = {
  administration,
  communities,
  files,
  home,
  identity,
  import: importing,
  library,
  notifications,
  organisation,
  people,
  'practice-issues': issues,
  sessions,
  threads,
};

/** Answers to machines and browsers that hold nothing of anybody's: health, figures, the description of the API, the built pages. */
const holdsNothing =
  /^GET \/(health\/|metrics$|api\/docs|api\/openapi\.json$|assets\/|index\.html(\.br|\.gz)?$|mark\.svg$|theme\.js$|\*$)|^GET \*$/;

describe('permission matrix', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('covers every route that the running application serves', () => {
    const described = Object.values(nouns).flatMap((noun) => Object.values(noun).flatMap(keyOf));
    const served = servedRoutes(server.running.application);

    expect(served.length).toBeGreaterThan(40);
    expect(served.filter((key) => !holdsNothing.test(key) && !described.includes(key))).toEqual([]);
  });

  it('covers every socket call that the running application answers', () => {
    const described = Object.values(nouns).flatMap((noun) => Object.values(noun).flatMap(keyOf));

    expect(server.callNames.filter((name) => !described.includes(name))).toEqual([]);
  });

  it('has a table for every feature', () => {
    const features = fileURLToPath(new URL('../features', import.meta.url));
    const tables = Object.keys(nouns).filter((noun) => readdirSync(`${features}/${noun}`).includes(`${noun}.permissions.spec.ts`));

    expect(tables).toEqual(Object.keys(nouns));
    expect(readdirSync(features).toSorted()).toEqual(Object.keys(nouns));
  });
});
