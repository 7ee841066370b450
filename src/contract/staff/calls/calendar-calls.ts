import type { Endpoint } from '../../endpoint.js';
import * as staff from '../calendar.js';
import { Timebook, TimebookEntry, TimebookInput } from '../timebook.js';
import { operator, remove, wrong } from './parts.js';

/** Working time, placed preblocks and the timebook. */
export const calendarCalls = {
  workingTime: {
    method: 'GET',
    path: '/working-time',
    summary: 'Working time of a range',
    right: 'read',
    headers: operator,
    query: staff.StaffRange,
    answers: { 200: staff.WorkingTimeList },
    problems: wrong,
  },
  addWorkingTime: {
    method: 'POST',
    path: '/working-time',
    summary: 'Add working time',
    right: 'publish',
    atPlace: true,
    headers: operator,
    body: staff.WorkingTimeInput,
    answers: { 201: staff.PlacedAnswer },
    problems: wrong,
  },
  deleteWorkingTime: {
    ...remove('publish', '/working-time/{id}', 'Delete one interval'),
    atPlace: true,
  },
  deleteWorkingTimeSeries: {
    ...remove('publish', '/working-time-series/{id}', 'Delete a series'),
    atPlace: true,
  },
  preblocks: {
    method: 'GET',
    path: '/preblocks',
    summary: 'Placed preblocks of a range',
    right: 'read',
    headers: operator,
    query: staff.StaffRange,
    answers: { 200: staff.PlacementList },
    problems: wrong,
  },
  placePreblocks: {
    method: 'POST',
    path: '/preblocks',
    summary: 'Place preblocks',
    right: 'publish',
    atPlace: true,
    headers: operator,
    body: staff.PlacementInput,
    answers: { 201: staff.PlacedAnswer },
    problems: wrong,
  },
  deletePlacement: {
    ...remove('publish', '/preblocks/{id}', 'Delete one placed preblock'),
    atPlace: true,
  },
  deletePlacementSeries: {
    ...remove('publish', '/preblock-series/{id}', 'Delete a series of placed preblocks'),
    atPlace: true,
  },
  timebook: {
    method: 'GET',
    path: '/timebook',
    summary: 'Appointments of a range',
    right: 'appointments',
    atPlace: true,
    headers: operator,
    query: staff.StaffRange,
    answers: { 200: Timebook },
    problems: wrong,
  },
  addToTimebook: {
    method: 'POST',
    path: '/timebook',
    summary: 'Book by hand',
    right: 'appointments',
    atPlace: true,
    headers: operator,
    body: TimebookInput,
    answers: { 201: TimebookEntry },
    problems: [...wrong, 'slot-taken'],
  },
  deleteFromTimebook: {
    ...remove('appointments', '/timebook/{id}', 'Cancel an appointment'),
    atPlace: true,
  },
} as const satisfies Record<string, Endpoint>;
