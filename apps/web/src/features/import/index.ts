export { DemoDoors } from './demo-doors.tsx';
