import type { Hono } from 'hono';
import * as z from 'zod/mini';
import {
  accentPattern,
  CivilDate,
  Colour,
  consentUrlPattern,
  Flag,
  FormerId,
  gatewayEndpoints,
  Id,
  idPattern,
  Instant,
  instantPattern,
  Minutes,
  platformEndpoints,
  prefix,
  Problem,
  publicEndpoints,
  Seconds,
  Settings,
  staffEndpoints,
  StaffProblem,
  staffProblemStatus,
  Texts,
  WebAddress,
  webAddressPattern,
  Whole,
} from '../../src/contract/index.js';
import type { Endpoint, StaffProblemCode } from '../../src/contract/index.js';
import { answer } from './routing/answer.js';

type Json = Record<string, unknown>;

const titles: Record<number, string> = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted, more is to come',
  204: 'Done, no content',
};
const bearers = ['Session', 'Operator', 'Platform'];
/** A person's session in its cookie, where a key of the account is taken as well or it alone. */
const inCookie = ['Operator', 'StaffSession'];

// Here and not in the contract: the widget would carry the words.
z.globalRegistry.add(FormerId, { deprecated: true, description: 'The former name of `id`.' });
const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER: maximum } = Number;
z.globalRegistry.add(Whole, { type: 'integer', minimum: MIN_SAFE_INTEGER, maximum });
z.globalRegistry.add(Minutes, { type: 'integer', exclusiveMinimum: 0, maximum });
z.globalRegistry.add(Seconds, { type: 'integer', minimum: 0, maximum });
z.globalRegistry.add(Flag, { type: 'boolean', enum: undefined });
z.globalRegistry.add(Id, { pattern: idPattern.source });
z.globalRegistry.add(Instant, { pattern: instantPattern.source, format: 'date-time' });
z.globalRegistry.add(CivilDate, { pattern: z.regexes.date.source, format: 'date' });
z.globalRegistry.add(WebAddress, { pattern: webAddressPattern.source });
z.globalRegistry.add(Texts.shape.consentUrl, { pattern: consentUrlPattern.source });
z.globalRegistry.add(Colour, { pattern: accentPattern.source });
z.globalRegistry.add(Settings.shape.stepOrder, { minItems: 4, maxItems: 4 });

/** How a gateway proves its secret: by the service's own format, as 46elks does, as Twilio does. */
const gatewayProofs = {
  OpusSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'Opus-Signature',
    description:
      '`t=SECONDS,v1=HEX`: HMAC-SHA-256 with the secret of the seconds, a full stop and the body as sent; five minutes old at most.',
  },
  GatewayPassword: {
    type: 'http',
    scheme: 'basic',
    description: '46elks: the secret as password.',
  },
  TwilioSignature: { type: 'apiKey', in: 'header', name: 'X-Twilio-Signature' },
};
/** 46elks and Twilio send forms, with the fields that they document. */
const anyForm = { type: 'object', additionalProperties: { type: 'string' } };

/** For which state of a record a change is meant (C-03). */
const conditions = [
  {
    name: 'If-Match',
    description: 'The `ETag` of what was read: another one now is `version-conflict`.',
  },
  { name: 'If-None-Match', description: '`*`: only where there is none yet.' },
];
const versionHeaders = {
  ETag: { description: 'The version of the record.', schema: { type: 'string' } },
};

let document: Json | undefined;

/** `GET /openapi.json`: OpenAPI 3.1 made from the contract, the calls of later versions included. */
export function registerOpenApi(app: Hono): void {
  app.get('/openapi.json', () =>
    answer(200, (document ??= createDocument()), { 'Cache-Control': 'no-cache' }),
  );
}

function toSchema(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io }) as Json;
  return rest;
}

/** The whole API as an OpenAPI 3.1 document. */
export function createDocument(): Json {
  const paths: Record<string, Json> = {};
  const add = (root: string, name: string, endpoint: Endpoint, tag: string) => {
    const path = root + endpoint.path;
    const operations = (paths[path] ??= { parameters: pathParameters(path) });
    operations[endpoint.method.toLowerCase()] = toOperation(name, endpoint, tag);
  };
  for (const [name, endpoint] of Object.entries(publicEndpoints)) {
    add(prefix.public, name, endpoint, 'patients');
  }
  for (const [name, endpoint] of Object.entries(platformEndpoints)) {
    add('', name, endpoint, 'patients');
  }
  for (const [name, endpoint] of Object.entries(staffEndpoints)) {
    add(prefix.staff, `staff_${name}`, endpoint, 'staff');
  }
  for (const [name, endpoint] of Object.entries(gatewayEndpoints)) {
    add(prefix.gateway, `gateway_${name}`, endpoint, 'gateway');
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Opus Booking API',
      version: '1.0.0',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [{ name: 'patients' }, { name: 'staff' }, { name: 'gateway' }],
    paths,
    components: {
      schemas: {
        Problem: toSchema(Problem, 'output'),
        StaffProblem: toSchema(StaffProblem, 'output'),
      },
      securitySchemes: {
        ...Object.fromEntries(bearers.map((name) => [name, { type: 'http', scheme: 'bearer' }])),
        StaffSession: { type: 'apiKey', in: 'cookie', name: '__Host-opus-staff-{account}' },
        ...gatewayProofs,
      },
    },
  };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(schema: z.ZodMiniType): Json[] {
  const { properties = {}, required = [] } = toSchema(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }));
}

function toOperation(name: string, endpoint: Endpoint, tag: string): Json {
  const { headers = [], query, body, summary } = endpoint;
  const isGateway = tag === 'gateway';
  const security: string[] = isGateway
    ? Object.keys(gatewayProofs)
    : headers.filter((header) => bearers.includes(header));
  if (headers.some((header) => inCookie.includes(header))) security.push('StaffSession');
  // Patients' calls may also be made without a session; staff calls always need a key.
  const isOptional =
    security.includes('Session') &&
    tag === 'patients' &&
    !endpoint.problems.includes('login-required');
  const parameters = [
    ...(endpoint.versioned && endpoint.method !== 'GET' ? conditions : []).map(
      ({ name: condition, description }) => ({
        name: condition,
        in: 'header',
        description,
        schema: { type: 'string' },
      }),
    ),
    ...headers
      .filter((header) => !bearers.includes(header) && header !== 'StaffSession')
      .map((header) => ({ name: header, in: 'header', schema: { type: 'string' } })),
    ...(query ? queryParameters(query) : []),
  ];
  return {
    operationId: name,
    summary,
    tags: [tag],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(security.length > 0
      ? { security: [...security.map((key) => ({ [key]: [] })), ...(isOptional ? [{}] : [])] }
      : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: toSchema(body, 'input') },
              ...(isGateway ? { 'application/x-www-form-urlencoded': { schema: anyForm } } : {}),
            },
          },
        }
      : {}),
    ...(endpoint === publicEndpoints.releaseHoldByBeacon
      ? {
          requestBody: {
            required: true,
            content: { 'text/plain': { schema: { type: 'string' } } },
          },
        }
      : {}),
    responses: toResponses(endpoint),
  };
}

function toResponses({ answers, problems, right, versioned, method }: Endpoint): Json {
  const responses: Record<string, Json> = {};
  for (const [status, schemas] of Object.entries(answers)) {
    const all = schemas === null ? [] : Array.isArray(schemas) ? schemas : [schemas];
    const [only, ...others] = all.map((schema: z.ZodMiniType) => toSchema(schema, 'output'));
    const description = titles[Number(status)] ?? 'Answer';
    const headers = versioned && method !== 'DELETE' ? { headers: versionHeaders } : {};
    responses[status] = only
      ? {
          description,
          ...headers,
          content: {
            'application/json': { schema: others.length > 0 ? { oneOf: [only, ...others] } : only },
          },
        }
      : { description, ...headers };
  }
  const codesByStatus = new Map<number, StaffProblemCode[]>();
  const ofAnyCall = ['body-too-large', 'internal', 'busy'] as const;
  for (const code of [...problems, ...ofAnyCall]) {
    const status = staffProblemStatus[code];
    codesByStatus.set(status, [...(codesByStatus.get(status) ?? []), code]);
  }
  const schema = { $ref: `#/components/schemas/${right ? 'StaffProblem' : 'Problem'}` };
  for (const [status, codes] of codesByStatus) {
    responses[status] = {
      description: `Problem: ${codes.join(', ')}`,
      content: { 'application/problem+json': { schema } },
    };
  }
  return responses;
}
