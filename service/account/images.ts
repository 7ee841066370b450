import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Image } from '../store/accounts.js';
import * as accounts from '../store/accounts.js';
import * as catalogue from '../store/catalogue.js';

/** The account's logo (P-09); throws `not-found` without one. */
export async function logoOf(caller: Caller): Promise<Image> {
  return found(await caller.transaction(({ tx }) => accounts.findLogo(tx)));
}

/** A clinician's photo, with the consent for that clinic only (P-16); throws `not-found` without one. */
export async function photoOf(
  caller: Caller,
  clinicId: string,
  clinicianId: string,
): Promise<Image> {
  return found(
    await caller.transaction(({ tx }) => catalogue.findPhoto(tx, clinicId, clinicianId)),
  );
}

function found(image: Image | undefined): Image {
  if (!image) throw new ProblemError('not-found');
  return image;
}
