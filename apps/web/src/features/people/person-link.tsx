import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { PersonId } from '@landbridge/contract';
import { HoverCard } from '@landbridge/ui';

const PersonCard = lazy(async () => ({ default: (await import('./person-card.tsx')).PersonCard }));

interface PersonLinkProps {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly className?: string | undefined;
}

/** A name, wherever it stands: it leads to the profile, and resting on it tells in short who that is. */
export const PersonLink = ({ person: { id, name }, className }: PersonLinkProps) => (
  <HoverCard
    label={name}
    card={() => (
      <Suspense>
        <PersonCard id={id} name={name} />
      </Suspense>
    )}
  >
    <Link to="/people/$personId" params={{ personId: id }} className={className} dir="auto">
      {name}
    </Link>
  </HoverCard>
);
