import type * as z from 'zod/mini';
import type { StaffRight } from '../rights.js';

export const operator = ['Operator'] as const;
/** Somebody in a session; no key. */
export const person = ['StaffSession'] as const;
export const done = { 204: null } as const;
export const wrong = ['invalid', 'not-found', 'login-required', 'not-allowed'] as const;

/** Problems of a call that may be made for one version of a record only. */
export const wrongOrChanged = [...wrong, 'version-conflict'] as const;

/** A call that reads something. */
export const get = <Answer extends z.ZodMiniType>(
  right: StaffRight,
  path: string,
  summary: string,
  answer: Answer,
) =>
  ({
    method: 'GET',
    path,
    summary,
    right,
    headers: operator,
    answers: { 200: answer },
    problems: wrong,
  }) as const;

/** A call that stores the whole of a record. */
export const put = <Body extends z.ZodMiniType>(
  right: StaffRight,
  path: string,
  summary: string,
  body: Body,
) =>
  ({
    method: 'PUT',
    path,
    summary,
    right,
    headers: operator,
    body,
    versioned: true,
    answers: done,
    problems: wrongOrChanged,
  }) as const;

/** A call that deletes something without versions. */
export const remove = (right: StaffRight, path: string, summary: string) =>
  ({
    method: 'DELETE',
    path,
    summary,
    right,
    headers: operator,
    answers: done,
    problems: wrong,
  }) as const;
