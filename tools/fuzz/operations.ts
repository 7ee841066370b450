// The operations of the service's OpenAPI document, each with a recipe for a right call.
import {
  gatewayEndpoints,
  platformEndpoints,
  prefix,
  publicEndpoints,
  staffEndpoints,
  type Endpoint,
} from '../../src/contract/index.js';
import type { Parts, Recipe } from './context.js';
import { gatewayRecipes } from './gateway-recipes.js';
import { patientRecipes } from './patient-recipes.js';
import type { Planned } from './request.js';
import type { JsonSchema } from './schema-values.js';
import { staffRecipe } from './staff-recipes.js';
import type { Account } from './world.js';

/** An operation, and what came of its calls. */
export interface Operation {
  name: string;
  endpoint: Endpoint;
  root: string;
  recipe: Recipe;
  schema: JsonSchema | undefined;
  parameters: readonly string[];
  /** How often it was called, and answered how. */
  statuses: Map<number, number>;
  /** Of the last right call that was refused. */
  lastProblem?: string;
}

/** What is read of the document. */
export type Document = {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters?: { in: string; name: string }[];
        requestBody?: { content: Record<string, { schema: JsonSchema }> };
      }
    >
  >;
};

/** Every operation of the service's own document; throws where contract and document do not have the same. */
export function operationsOf(document: Document): Operation[] {
  const listed = Object.values(document.paths).flatMap((methods) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      method === 'parameters' ? [] : [operation],
    ),
  );
  const known = new Map<string, Pick<Operation, 'endpoint' | 'root' | 'recipe'>>();
  for (const [name, endpoint] of Object.entries(publicEndpoints)) {
    known.set(name, { endpoint, root: prefix.public, recipe: patientRecipes[name]! });
  }
  for (const [name, endpoint] of Object.entries(platformEndpoints)) {
    known.set(name, { endpoint, root: '', recipe: () => ({}) });
  }
  for (const [name, endpoint] of Object.entries(staffEndpoints)) {
    known.set(`staff_${name}`, {
      endpoint,
      root: prefix.staff,
      recipe: staffRecipe(name, endpoint),
    });
  }
  for (const [name, endpoint] of Object.entries(gatewayEndpoints)) {
    known.set(`gateway_${name}`, { endpoint, root: prefix.gateway, recipe: gatewayRecipes[name]! });
  }
  if (listed.length !== known.size)
    throw new Error('The document has other operations than the contract.');
  return listed.map(({ operationId: name, parameters = [], requestBody }) => ({
    name,
    ...known.get(name)!,
    schema: requestBody?.content['application/json']?.schema,
    parameters: parameters.filter((one) => one.in === 'query').map((one) => one.name),
    statuses: new Map(),
  }));
}

/** A right call of an operation to an account. */
export function plan({ name, endpoint, root }: Operation, account: Account, parts: Parts): Planned {
  const { ids = {}, query = {}, headers = {}, body, raw } = parts;
  const all: Record<string, string> = { account: account.id, ...ids };
  return {
    operation: name,
    endpoint,
    method: endpoint.method,
    path: `${root}${endpoint.path}`.replace(/\{(\w+)\}/g, (_, id: string) =>
      encodeURIComponent(all[id]!),
    ),
    query: Object.entries(query),
    headers: { ...headers },
    ...(body === undefined ? {} : { body: JSON.parse(JSON.stringify(body)) as unknown }),
    ...(raw === undefined ? {} : { raw }),
    isElsewhere: false,
    changes: [],
  };
}
