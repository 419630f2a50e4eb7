import { signInId } from '@landbridge/contract';
import * as identity from '@landbridge/contract/identity';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe } from 'vitest';
import { everybody, publicly, row, testPermissions, type Kind } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

/** The people of these places have no password: each answer below shows that the request was let in and looked at. */
const lookedAt = (outcome: Parameters<typeof everyKind>[0]) => publicly(everyKind(outcome));
const everyKind = (outcome: 'sign-in.no-match' | 'link.not-usable' | 'setup.already-done' | 'password.no-match' | 'sign-in.not-found') => ({
  nobody: outcome,
  outsider: outcome,
  member: outcome,
  steward: outcome,
  sponsor: outcome,
  convener: outcome,
  administrator: outcome,
  deactivated: outcome,
});
const needsSignIn = { nobody: 'sign-in.required', deactivated: 'sign-in.required' } as const;
const unknownLink = () => ({ params: { token: 'A'.repeat(43) } });
const addressOf = (kind: Kind) => `${kind}@norrgard.example`;

const table = [
  row(identity.getSetup, publicly()),
  row(identity.setUpOrganisation, lookedAt('setup.already-done'), (_, kind) => ({
    body: { organisation: 'Other', name: 'Other', email: addressOf(kind), password: 'seven brown herons' },
  })),
  row(identity.signIn, lookedAt('sign-in.no-match'), (_, kind) => ({ body: { email: addressOf(kind), password: 'seven brown herons' } })),
  row(identity.signOut, everybody()),
  row(identity.getMe, everybody()),
  row(identity.changePreferences, everybody(), () => ({ body: { theme: 'dark' as const } })),
  row(identity.changePassword, everybody({ ...everyKind('password.no-match'), ...needsSignIn }), () => ({
    body: { present: 'unknown', password: 'seven brown herons' },
  })),
  row(identity.listSignIns, everybody()),
  row(identity.endSignIn, everybody({ ...everyKind('sign-in.not-found'), ...needsSignIn }), () => ({
    params: { signInId: signInId.parse(uuid()) },
  })),
  row(identity.askForLink, publicly(), (_, kind) => ({ body: { email: addressOf(kind), purpose: 'sign-in' as const } })),
  row(identity.lookAtLink, lookedAt('link.not-usable'), unknownLink),
  row(identity.useLink, lookedAt('link.not-usable'), () => ({ ...unknownLink(), body: { password: 'seven brown herons' } })),
  row(identity.listMailbox, publicly()),
];

describe('permissions of identity', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('identity', table, identity, () => server);
});
