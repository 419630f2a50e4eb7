import type { Topic } from '../written.ts';
import { boltTopics } from './bolts.ts';

/** All domains, in the order in which a nacelle, a train and their people are made. */
export const topics: readonly Topic[] = [...boltTopics];
