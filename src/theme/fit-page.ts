// Loaded by an element that is used alone. A module of its own: `page-look` itself stands in the widget's first file, and to import
// it dynamically, too, would make the bundler add a helper file that the first file has to wait for.
import { fitPage as fit } from './page-look.js';

export const fitPage = (host: HTMLElement): Promise<void> => fit(host);
