const key = 'opus-console-sms-details';

/** Whether an appointment's SMS stand with all their times (*Mer*), as was chosen on this device; so unless somebody chose less. */
export function readDetails(): boolean {
  try {
    return localStorage.getItem(key) !== 'less';
  } catch {
    return true;
  }
}

/** Keeps the choice on this device: whether there is more or less, and nothing of anybody. */
export function keepDetails(isMore: boolean): void {
  try {
    localStorage.setItem(key, isMore ? 'more' : 'less');
  } catch {
    // It holds until the page is left.
  }
}
