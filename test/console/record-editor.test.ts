import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { StaffError } from '../../src/console/api/staff-error.js';
import { RecordEditor } from '../../src/console/state/record-editor.js';

interface Thing {
  name: string;
  text?: string;
}

/** A service with one record; `failWith` makes the next save fail. */
class FakeService {
  stored: Thing = { name: 'A', text: 'x' };
  version = 1;
  failWith: StaffError | undefined;

  readonly read = () => Promise.resolve({ data: this.stored, version: String(this.version) });

  readonly store = (draft: Thing, _before: Thing, version: string | undefined) => {
    if (this.failWith) return Promise.reject(this.failWith);
    if (version !== String(this.version)) {
      return Promise.reject(new StaffError('version-conflict', { current: this.stored }));
    }
    this.stored = draft;
    this.version += 1;
    return Promise.resolve();
  };

  /** What somebody else stores. */
  change(change: Partial<Thing>): void {
    this.stored = { ...this.stored, ...change };
    this.version += 1;
  }
}

function createHost(): ReactiveControllerHost {
  return {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
}

describe('a record that is edited', () => {
  let service: FakeService;
  let editor: RecordEditor<Thing>;

  beforeEach(async () => {
    service = new FakeService();
    editor = new RecordEditor<Thing>(createHost());
    await editor.open(service);
  });

  it('[C-03] is changed once something is typed, and not any more when that is taken back', () => {
    expect(editor.isChanged).to.equal(false);
    editor.set('name', 'B');
    expect(editor.isChanged).to.equal(true);
    editor.set('name', 'A');
    expect(editor.isChanged).to.equal(false);
  });

  it('[C-03] keeps what was typed when a save fails, and names the field', async () => {
    editor.set('name', '');
    service.failWith = new StaffError('invalid', { fields: [{ path: 'name', code: 'empty' }] });
    expect(await editor.save()).to.equal(false);
    expect(editor.draft?.name).to.equal('');
    expect(editor.problemOf('name')).to.equal('empty');
    editor.set('name', 'B');
    expect(editor.problemOf('name')).to.equal(undefined);
    service.failWith = undefined;
    expect(await editor.save()).to.equal(true);
    expect(service.stored.name).to.equal('B');
  });

  it('[C-03] puts my change on top of what another person has stored, and saves only when it is said again', async () => {
    editor.set('name', 'B');
    service.change({ text: 'theirs' });
    expect(await editor.save()).to.equal(false);
    expect(editor.failure?.code).to.equal('version-conflict');
    expect(editor.conflicts).to.deep.equal([]);
    expect(editor.draft).to.deep.equal({ name: 'B', text: 'theirs' });
    expect(service.stored).to.deep.equal({ name: 'A', text: 'theirs' });
    expect(await editor.save()).to.equal(true);
    expect(service.stored).to.deep.equal({ name: 'B', text: 'theirs' });
  });

  it('[C-03] asks which value holds where both have changed the same field', async () => {
    editor.set('name', 'mine');
    service.change({ name: 'theirs' });
    await editor.save();
    expect(editor.conflicts).to.deep.equal([{ path: 'name', mine: 'mine', theirs: 'theirs' }]);
    editor.choose('name', 'mine');
    expect(editor.conflicts).to.deep.equal([]);
    expect(await editor.save()).to.equal(true);
    expect(service.stored.name).to.equal('mine');
  });

  it('[C-03] keeps what is typed while a save is under way', async () => {
    editor.set('name', 'B');
    const saving = editor.save();
    editor.set('text', 'later');
    await saving;
    expect(service.stored).to.deep.equal({ name: 'B', text: 'x' });
    expect(editor.draft).to.deep.equal({ name: 'B', text: 'later' });
    expect(editor.isChanged).to.equal(true);
  });

  it('[C-03] a new one is not changed before something is typed', () => {
    editor.begin(service, { name: '' });
    expect(editor.isChanged).to.equal(false);
    editor.set('name', 'New');
    expect(editor.isChanged).to.equal(true);
    editor.reset();
    expect(editor.draft).to.deep.equal({ name: '' });
  });
});
