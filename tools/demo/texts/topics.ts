import type { Topic } from '../written.ts';
import { bladeTopics } from './blades.ts';
import { boltTopics } from './bolts.ts';
import { electricalTopics } from './electrical.ts';
import { foundationTopics } from './foundations.ts';
import { weldTopics } from './welds.ts';

/** All domains, in the order in which a turbine, a train and their people are made. */
export const topics: readonly Topic[] = [...boltTopics, ...bladeTopics, ...weldTopics, ...foundationTopics, ...electricalTopics];
