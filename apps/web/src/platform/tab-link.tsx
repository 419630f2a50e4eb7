import { createLink } from '@tanstack/react-router';
import { Tab } from '@landbridge/ui';

/** A view of one place; it is current when the address says so. */
export const TabLink = createLink(Tab);
