import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.js';
import { Id, Instant } from './primitives.js';

/** A clinic that whoever lists clinics may show (S-09, *Boka Vård*). */
export const MarketplaceClinic = z.object({
  account: Id,
  clinic: Id,
  /** Name of the clinic, and of the organisation that it belongs to. */
  name: z.string(),
  organisation: z.string(),
  address1: z.string(),
  address2: z.optional(z.string()),
  postalCode: z.string(),
  city: z.string(),
  phone: z.string(),
  latitude: z.optional(z.number()),
  longitude: z.optional(z.number()),
  /** Its next time that a new patient can book, within eight weeks; null: there is none. */
  next: z.nullable(Instant),
  /** Where to book it: the hosted page with the clinic chosen. Absent where the service does not know its address. */
  url: z.optional(z.string()),
});
export type MarketplaceClinic = z.infer<typeof MarketplaceClinic>;

export const Marketplace = z.object({ clinics: z.array(MarketplaceClinic) });
export type Marketplace = z.infer<typeof Marketplace>;

/** Calls to the platform itself, which are of no account. */
export const platformEndpoints = {
  marketplace: {
    method: 'GET',
    path: '/marketplace.json',
    summary: 'Swedish clinics that joined the marketplace, with their next free times',
    answers: { 200: Marketplace },
    problems: [],
  },
} as const satisfies Record<string, Endpoint>;
