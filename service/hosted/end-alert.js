// Ends an alert of earlier times when the patient presses the button, and says so (P-48).
const { history } = globalThis;
const section = document.querySelector('.end-alert');
const button = section.querySelector('button');
const status = section.querySelector('[role=status]');
const { url, ended, failed } = section.dataset;

button.addEventListener('click', async () => {
  button.disabled = true;
  const isEnded = await fetch(url, { method: 'DELETE', credentials: 'omit' }).then(
    ({ ok }) => ok,
    () => false,
  );
  status.textContent = isEnded ? ended : failed;
  button.disabled = false;
  if (!isEnded) return;
  button.hidden = true;
  const address = new URL(location.href);
  address.searchParams.delete('alert');
  history.replaceState(history.state, '', address);
});
