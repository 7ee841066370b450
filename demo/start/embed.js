// Feeds the generator on the start page with the account that is chosen there.
const section = document.querySelector('#embed-section');
const generator = section.querySelector('opus-embed-generator');
const accounts = section.querySelector('[name=account]');
const languages = section.querySelector('[name=language]');

async function show() {
  const id = accounts.value;
  const { protocol, port } = location;
  const page = `${protocol}//${id}.${section.dataset.domain}${port ? `:${port}` : ''}`;
  const [account, hashes] = await Promise.all([
    fetch(`/v1/accounts/${encodeURIComponent(id)}`).then((answer) => answer.json()),
    fetch('/cdn/integrity.json').then((answer) => (answer.ok ? answer.json() : undefined)),
  ]);
  // Another one may have been chosen meanwhile.
  if (id === accounts.value) generator.facts = { id, account, service: page, page, hashes };
}

const own = [...languages.options].find(({ value }) =>
  globalThis.navigator.language.startsWith(value),
);
if (own) languages.value = own.value;
generator.lang = languages.value;
languages.addEventListener('change', () => (generator.lang = languages.value));
accounts.addEventListener('change', show);
show();
