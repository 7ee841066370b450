import { expect } from '@open-wc/testing';
import { StaffApi } from '../../src/console/api/staff-api.js';

/** An API whose calls over the network are answered here, and the addresses that were asked for. */
function networkWith(answer: (url: URL) => Response) {
  const asked: string[] = [];
  const before = window.fetch;
  window.fetch = (request) => {
    const url = new URL(request as string);
    asked.push(`${url.pathname.split('/klinikk')[1]}${url.search}`);
    return Promise.resolve(answer(url));
  };
  return {
    api: new StaffApi({ account: 'klinikk', url: 'https://console.test' }),
    asked,
    restore: () => (window.fetch = before),
  };
}

const read = (url: URL) =>
  Object.fromEntries(
    (url.searchParams.get('of') ?? '')
      .split(',')
      .map((name) => [name, { version: `"${name}-1"`, body: { items: [{ id: name }] } }]),
  );
const answerAll = (url: URL) =>
  url.pathname.endsWith('/readings')
    ? Response.json(read(url))
    : Response.json({ items: [{ id: 'alone' }] }, { headers: { ETag: '"alone"' } });

describe('what a page of the console asks for', () => {
  it('[C-03] at once goes in one call, and each gets its own answer with its version', async () => {
    const { api, asked, restore } = networkWith(answerAll);
    try {
      const [clinics, templates, again] = await Promise.all([
        api.call('clinics'),
        Promise.resolve().then(() => api.call('templates')),
        api.call('clinics'),
      ]);
      expect(asked).to.deep.equal(['/readings?of=clinics%2Ctemplates']);
      expect(clinics).to.deep.equal({
        data: { items: [{ id: 'clinics' }] },
        version: '"clinics-1"',
      });
      expect(templates.version).to.equal('"templates-1"');
      expect(again).to.deep.equal(clinics);
    } finally {
      restore();
    }
  });

  it('[C-03] goes by itself where it is alone, has an address of its own or is told apart', async () => {
    const { api, asked, restore } = networkWith(answerAll);
    try {
      expect((await api.call('clinics')).version).to.equal('"alone"');
      await Promise.all([
        api.call('clinic', { id: 'vest' }),
        api.call('history'),
        api.call('lists'),
      ]);
      await Promise.all([api.call('texts'), api.call('theme', { isBackground: true })]);
      expect(asked).to.have.members([
        '/clinics',
        '/clinics/vest',
        '/history',
        '/lists',
        '/texts',
        '/theme',
      ]);
    } finally {
      restore();
    }
  });

  it('[C-03] is sent once for each version: the service leaves out what the page knows', async () => {
    let edition = 'a';
    const { api, asked, restore } = networkWith((url) => {
      const known = new Set(url.searchParams.get('known')?.split(','));
      const names = url.searchParams.get('of')!.split(',');
      const readings = names.map((name) => {
        const version = name === 'texts' ? `texts-${edition}` : name;
        const body = { items: [{ id: version }] };
        return [name, { version: `"${version}"`, ...(known.has(version) ? {} : { body }) }];
      });
      return Response.json(Object.fromEntries(readings));
    });
    const idsOf = async (...names: ('clinics' | 'texts' | 'groups')[]) => {
      const answers = await Promise.all(names.map((name) => api.call(name)));
      return answers.map(({ data }) => (data as { items: { id: string }[] }).items[0]!.id);
    };
    try {
      expect(await idsOf('clinics', 'texts')).to.deep.equal(['clinics', 'texts-a']);
      expect(await idsOf('clinics', 'texts')).to.deep.equal(['clinics', 'texts-a']);
      edition = 'b';
      expect(await idsOf('groups', 'clinics', 'texts')).to.deep.equal([
        'groups',
        'clinics',
        'texts-b',
      ]);
      expect(asked.map((address) => decodeURIComponent(address))).to.deep.equal([
        '/readings?of=clinics,texts',
        '/readings?of=clinics,texts&known=clinics,texts-a',
        '/readings?of=groups,clinics,texts&known=clinics,texts-a',
      ]);
    } finally {
      restore();
    }
  });

  it('[C-03] fails as one, and is asked for anew the next time', async () => {
    let isDown = true;
    const problem = { type: 'about:blank', title: '', status: 503, code: 'busy' };
    const { api, restore } = networkWith((url) =>
      isDown ? Response.json(problem, { status: 503 }) : answerAll(url),
    );
    try {
      const failed = await Promise.allSettled([api.call('clinics'), api.call('groups')]);
      expect(failed.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
      isDown = false;
      const [clinics] = await Promise.all([api.call('clinics'), api.call('groups')]);
      expect(clinics.version).to.equal('"clinics-1"');
    } finally {
      restore();
    }
  });
});
