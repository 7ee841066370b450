import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isEqual } from '../../domain/is-equal.js';
import type { Versioned } from '../api/staff-api.js';
import { StaffError } from '../api/staff-error.js';
import { fieldOf, mergeThreeWay, withField } from './three-way.js';
import type { FieldConflict } from './three-way.js';

/** Where a record is read from and stored. */
export interface RecordSource<T> {
  read(): Promise<Versioned<T>>;
  /** Stores `draft`, of which `before` was read; only if it still has `version`. */
  store(draft: T, before: T, version: string | undefined): Promise<unknown>;
}

export type EditorStatus = 'loading' | 'ready' | 'saving' | 'unreadable';

/**
 * One record being edited: what is stored, what was typed, and what is wrong with it. Nothing that was typed is lost: neither by a
 * failed save nor by another person's change, of which both versions can be chosen field by field (C-03).
 */
export class RecordEditor<T extends object> implements ReactiveController {
  status: EditorStatus = 'loading';
  /** What is stored, as far as this page knows. */
  stored: T | undefined;
  draft: T | undefined;
  /** Why reading or saving failed, until it is tried again. */
  failure: StaffError | undefined;
  /** What another person has changed meanwhile to something else. */
  conflicts: readonly FieldConflict[] = [];
  /** Raised by each save that went through. */
  saves = 0;
  #version: string | undefined;
  /** What a record begins with that is stored nowhere yet. */
  #initial: T | undefined;
  #source: RecordSource<T> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#ask);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent) => {
    if (this.isChanged) event.preventDefault();
  };

  get isChanged(): boolean {
    return this.draft !== undefined && !isEqual(this.draft, this.stored ?? this.#initial);
  }

  /** Reads a record anew and forgets the draft. */
  async open(source: RecordSource<T>): Promise<void> {
    this.#source = source;
    this.#set({ status: 'loading', failure: undefined, conflicts: [] });
    try {
      const { data, version } = await source.read();
      if (this.#source !== source) return;
      this.#version = version;
      this.#set({ status: 'ready', stored: data, draft: data });
    } catch (error) {
      if (this.#source !== source) return;
      this.#set({ status: 'unreadable', failure: asStaffError(error) });
    }
  }

  /** Begins a record that is stored nowhere yet. */
  begin(source: RecordSource<T>, draft: T): void {
    this.#source = source;
    this.#version = undefined;
    this.#initial = draft;
    this.#set({ status: 'ready', stored: undefined, draft, failure: undefined, conflicts: [] });
  }

  async retry(): Promise<void> {
    if (this.status === 'unreadable' && this.#source) await this.open(this.#source);
    else await this.save();
  }

  valueOf(path: string): unknown {
    return fieldOf(this.draft, path);
  }

  /** Sets one field of the draft; what was wrong with it, or within it, is looked at again by the next save. */
  set(path: string, value: unknown): void {
    if (!this.draft) return;
    const isElsewhere = (place: string) => place !== path && !place.startsWith(`${path}.`);
    const fields = this.failure?.fields.filter((field) => isElsewhere(field.path)) ?? [];
    const failure =
      this.failure && fields.length > 0 ? new StaffError(this.failure.code, { fields }) : undefined;
    this.#set({ draft: withField(this.draft, path, value), failure });
  }

  /** What is wrong with a field, as a code of the contract. */
  problemOf(path: string): string | undefined {
    return this.failure?.fields.find((field) => field.path === path)?.code;
  }

  /** Shows what is wrong with the draft, as a call beside saving has found it. */
  refuse(failure: StaffError): void {
    this.#set({ failure });
  }

  /** Back to what is stored. */
  reset(): void {
    this.#set({ draft: this.stored ?? this.#initial, failure: undefined, conflicts: [] });
  }

  /** Stores the draft; false where it was refused, and `failure` or `conflicts` say why. */
  async save(): Promise<boolean> {
    const { draft, stored } = this;
    const source = this.#source;
    if (!draft || !source || this.status === 'saving') return false;
    this.#set({ status: 'saving', failure: undefined });
    try {
      await source.store(draft, stored ?? ({} as T), this.#version);
      const { data, version } = await source.read();
      this.#version = version;
      // What was typed while it was being saved stays.
      const later = isEqual(this.draft, draft) ? data : this.draft;
      this.saves += 1;
      this.#set({ status: 'ready', stored: data, draft: later, conflicts: [] });
      return true;
    } catch (error) {
      const failure = asStaffError(error);
      if (failure.code === 'version-conflict') await this.#meet(source, draft);
      else this.#set({ status: 'ready', failure });
      return false;
    }
  }

  /** Chooses one value of a field that two people have changed. */
  choose(path: string, value: unknown): void {
    this.#set({
      draft: this.draft && withField(this.draft, path, value),
      conflicts: this.conflicts.filter((conflict) => conflict.path !== path),
    });
  }

  /** Puts the draft on top of what another person has stored meanwhile. */
  async #meet(source: RecordSource<T>, draft: T): Promise<void> {
    try {
      const { data, version } = await source.read();
      const { merged, conflicts } = mergeThreeWay(this.stored ?? ({} as T), draft, data);
      this.#version = version;
      this.#set({
        status: 'ready',
        stored: data,
        draft: merged,
        conflicts,
        failure: new StaffError('version-conflict'),
      });
    } catch (error) {
      this.#set({ status: 'ready', failure: asStaffError(error) });
    }
  }

  #set(change: Partial<RecordEditor<T>>): void {
    Object.assign(this, change);
    this.host.requestUpdate();
  }
}

export function asStaffError(error: unknown): StaffError {
  return error instanceof StaffError
    ? error
    : new StaffError('internal', { detail: String(error) });
}
