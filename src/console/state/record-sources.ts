import type {
  PageScript,
  StaffSettings,
  StaffStatus,
  StaffTheme,
  Subdomain,
  Texts,
} from '../../contract/index.js';
import { isEqual } from '../../domain/is-equal.js';
import type { StaffApi } from '../api/staff-api.js';
import type { RecordSource } from './record-editor.js';

/** What of `draft` differs from `before`: what a `PATCH` sends. */
export function changesOf<T extends object>(before: T, draft: T): Partial<T> {
  const changed = Object.entries(draft).filter(
    ([name, value]) => !isEqual(value, before[name as keyof T]),
  );
  return Object.fromEntries(changed) as Partial<T>;
}

export const settingsSource = (api: StaffApi): RecordSource<StaffSettings> => ({
  read: () => api.call('settings'),
  store: (draft, before, version) =>
    api.call('changeSettings', { body: changesOf(before, draft), version }),
});

export const textsSource = (api: StaffApi): RecordSource<Texts> => ({
  read: () => api.call('texts'),
  store: (draft, before, version) => {
    // An absent text stays as it is: one that was emptied is sent empty.
    const emptied = Object.keys(before).filter((name) => !(name in draft));
    const body = {
      ...changesOf(before, draft),
      ...Object.fromEntries(emptied.map((name) => [name, ''])),
    };
    return api.call('changeTexts', { body, version });
  },
});

export const themeSource = (api: StaffApi): RecordSource<StaffTheme> => ({
  read: () => api.call('theme'),
  store: (draft, before, version) =>
    api.call('changeTheme', {
      body: changesOf(before, draft),
      version,
    }),
});

/** The state that the switches come to is the service's to work out. */
export const statusSource = (api: StaffApi): RecordSource<StaffStatus> => ({
  read: () => api.call('status'),
  store: ({ status: _status, ...switches }, { status: _before, ...before }, version) =>
    api.call('changeStatus', { body: changesOf(before, switches), version }),
});

export const scriptSource = (api: StaffApi): RecordSource<PageScript> => ({
  read: () => api.call('script'),
  store: (draft, _before, version) => api.call('changeScript', { body: draft, version }),
});

export const subdomainSource = (api: StaffApi): RecordSource<Subdomain> => ({
  read: () => api.call('subdomain'),
  store: ({ name }, _before, version) => api.call('changeSubdomain', { body: { name }, version }),
});
