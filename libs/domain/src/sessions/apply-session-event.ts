import type { PayloadOf } from '@landbridge/contract';
import type { ownPartChanged, sessionChanged, SessionRow } from '@landbridge/contract/sessions';

/** A session after something of it changed. Older news, and news of others, change nothing. */
export const applySessionChanged = <Row extends SessionRow>(row: Row, { session }: PayloadOf<typeof sessionChanged>): Row =>
  session.id !== row.id || session.seq <= row.seq ? row : { ...row, ...session };

/** A session after its reader said whether they come, or their part in it was written down. */
export const applyOwnPart = <Row extends SessionRow>(row: Row, { sessionId, isComing, tookPart }: PayloadOf<typeof ownPartChanged>): Row =>
  sessionId === row.id ? { ...row, isComing, tookPart } : row;
