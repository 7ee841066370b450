/** Path and query of this page with a view, as an e-ID provider opens it after a login (P-33). */
export function returnPathOf(view: string): string {
  const query = new URLSearchParams(location.search);
  query.set('view', view);
  query.set('eid-return', 'done');
  return `${location.pathname}?${query}`;
}
