import { clientId, type ClientId } from '@landbridge/contract';
import { v4 as uuid } from 'uuid';

/** An id for something that is about to be written, which makes it safe to send again. Works also where the browser has no secure context. */
export const newClientId = (): ClientId => clientId.parse(uuid());
