import { z } from 'zod';
import { event } from '../event.ts';
import { artifactId } from '../ids.ts';
import { version } from '../primitives.ts';

/**
 * To the rooms of the communities in which it is at home: an artifact was kept or changed. It says no more, because readers see
 * different homes; whoever shows it asks again.
 */
export const artifactChanged = event('artifact.changed', z.object({ artifactId, version }));
