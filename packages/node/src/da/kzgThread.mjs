/** Entry of the KZG thread: a thread has to load the TypeScript loader itself. */
import { register } from 'tsx/esm/api';

register();
await import('./kzgWork.ts');
