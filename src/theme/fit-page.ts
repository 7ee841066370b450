// A file of its own for elements without an account: the one that asks for an account has the same code in its first file, which
// a dynamic import of that module would make into a namespace with a helper file before it.
import { fitPage as fit } from './page-look.js';

export const fitPage = (host: HTMLElement): Promise<void> => fit(host);
