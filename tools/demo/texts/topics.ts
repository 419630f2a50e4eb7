import type { Topic } from '../written.ts';
import { bladeTopics } from './blades.ts';
import { boltTopics } from './bolts.ts';
import { claimTopics } from './claims.ts';
import { digitalTopics } from './digital.ts';
import { electricalTopics } from './electrical.ts';
import { foundationTopics } from './foundations.ts';
import { liftingTopics } from './lifting.ts';
import { planningTopics } from './planning.ts';
import { qualityTopics } from './quality.ts';
import { safetyTopics } from './safety.ts';
import { supplyTopics } from './supply.ts';
import { trainingTopics } from './training.ts';
import { weldTopics } from './welds.ts';

/** All domains, in the order in which a turbine, a train and their people are made. */
export const topics: readonly Topic[] = [
  ...boltTopics,
  ...bladeTopics,
  ...weldTopics,
  ...foundationTopics,
  ...electricalTopics,
  ...liftingTopics,
  ...qualityTopics,
  ...supplyTopics,
  ...safetyTopics,
  ...planningTopics,
  ...trainingTopics,
  ...digitalTopics,
  ...claimTopics,
];
