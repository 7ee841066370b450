import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHostedSite } from '../hosted/hosted-site.js';
import type { HostedSiteOptions, SiteFetch } from '../hosted/hosted-site.js';
import { compressed, CompressedAnswers } from './encoding.js';
import { createFolder, withoutComments } from './folder.js';

export interface NodeSiteOptions extends Omit<HostedSiteOptions, 'files'> {
  /** Where the built CDN files lie. */
  cdnFolder?: string;
}

// The build puts both beside its one file (tools/build-service.ts); in the source tree they have places of their own.
const here = import.meta.dirname;
const isBuilt = existsSync(join(here, 'cdn'));
const standardCdnFolder = isBuilt ? join(here, 'cdn') : join(here, '..', '..', 'cdn');
const hostedFolder = isBuilt ? join(here, 'hosted') : join(here, '..', 'hosted');

/** The hosted site with its files from disk and its answers compressed. */
export function createNodeSite({
  cdnFolder = standardCdnFolder,
  ...options
}: NodeSiteOptions): SiteFetch {
  // The CDN file is made for pages of other origins.
  const forAnyOrigin = {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  const site = createHostedSite({
    ...options,
    files: {
      cdn: createFolder(cdnFolder, { headers: forAnyOrigin }),
      console: createFolder(join(cdnFolder, 'console')),
      hosted: createFolder(hostedFolder, { prepare: withoutComments }),
    },
  });
  const answers = new CompressedAnswers();
  return async (request, environment) => {
    const response = await compressed(request, await site(request, environment), answers);
    if (request.method !== 'HEAD') return response;
    return new Response(null, { status: response.status, headers: response.headers });
  };
}
