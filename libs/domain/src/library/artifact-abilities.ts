import type { ArtifactAbility } from '@landbridge/contract/library';

/** How somebody stands to an artifact. */
export interface ArtifactStanding {
  /** They may read one of its homes. */
  readonly readsHome: boolean;
  readonly leadsHome: boolean;
  readonly isAuthor: boolean;
  /** Every home of it was closed down: it is read, and nothing is changed. */
  readonly isEnded: boolean;
}

/** Whoever reads a home reads the artifact; its author and the leaders of its homes change it. An author who lost its homes lost it. */
export const artifactAbilities = ({ readsHome, leadsHome, isAuthor, isEnded }: ArtifactStanding): Record<ArtifactAbility, boolean> => ({
  read: readsHome,
  edit: readsHome && !isEnded && (leadsHome || isAuthor),
});
