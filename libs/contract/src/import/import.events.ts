import { event } from '../event.ts';
import { importView } from './import.schemas.ts';

/** To the browsers of whoever brought the file: how far it is, at most twice a second; and when it starts and ends. */
export const importMoved = event('import.moved', importView);
