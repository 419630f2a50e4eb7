export { PersonLink } from './person-link.tsx';
export { roleName } from './role-name.ts';
