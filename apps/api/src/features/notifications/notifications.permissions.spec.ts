import * as notifications from '@landbridge/contract/notifications';
import { afterAll, beforeAll, describe } from 'vitest';
import { everybody, row, testPermissions } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';

const inReading = () => ({ params: { readingId: newClientId() } });

/** Everybody has notices of their own and reaches no others. */
const table = [
  row(notifications.listNotices, everybody()),
  row(notifications.getUnreadNotices, everybody()),
  row(notifications.readNotices, everybody(), ({ thread }) => ({ ...inReading(), body: { subjectId: thread.thread.id } })),
  row(notifications.takeBackReading, everybody(), inReading),
  row(notifications.getNoticeSettings, everybody()),
  row(notifications.setNoticeKind, everybody(), () => ({ params: { noticeKind: 'archived' as const }, body: { isOn: false } })),
];

describe('permissions in notifications', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('notifications', table, notifications, () => server);
});
