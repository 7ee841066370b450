import { css } from 'lit';

/** A small dialog by the button; under 480 px a sheet at the foot of the window. */
export const styles = css`
  :host,
  .frame {
    --_room: none;

    display: contents;
  }

  dialog {
    --_day: min(44px, (100vw - 40px) / 7);

    position: absolute;
    inset: var(--_top, 8px) auto auto var(--_left, 8px);
    max-inline-size: 100vw;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_panel-radius);
    background: var(--_paper);
    color: var(--_ink);
    box-shadow: 0 8px 32px rgb(26 36 40 / 18%);
  }

  dialog::backdrop {
    background: rgb(26 36 40 / 24%);
  }

  .sheet {
    padding: 12px 16px 8px;
  }

  calendar-date {
    inline-size: fit-content;
    margin-inline: auto;
  }

  calendar-date::part(container) {
    gap: 4px;
  }

  calendar-date::part(heading) {
    font-size: 1.125em;
    font-weight: 600;
  }

  calendar-date::part(button) {
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
  }

  calendar-date::part(button):hover {
    background: var(--_accent-soft);
  }

  calendar-date::part(disabled):hover {
    background: none;
  }

  calendar-date::part(button):focus-visible,
  calendar-month::part(day):focus-visible,
  .keys calendar-month::part(day):focus {
    outline: 3px solid var(--_focus);
    outline-offset: -1px;
  }

  calendar-date::part(previous)::after,
  calendar-date::part(next)::after {
    content: '';
    inline-size: 9px;
    block-size: 9px;
    border: solid;
    border-width: 2px 2px 0 0;
    margin-inline-end: 4px;
    transform: rotate(45deg);
  }

  calendar-date::part(previous)::after {
    margin-inline: 4px 0;
    transform: rotate(225deg);
  }

  /* Six weeks high in every month, so that the way to the next one stays under the finger. */
  calendar-month {
    min-block-size: calc(32px + 6 * (var(--_day) + 2px));
  }

  /* The month's name stands above. */
  calendar-month::part(heading) {
    display: none;
  }

  calendar-month::part(table) {
    font-size: var(--_text);
  }

  calendar-month::part(th) {
    inline-size: var(--_day);
    block-size: 32px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-weight: 400;
  }

  calendar-month::part(day) {
    position: relative;
  }

  calendar-month::part(button) {
    inline-size: var(--_day);
    block-size: var(--_day);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none padding-box;
    color: var(--_ink);
    font: inherit;
  }

  calendar-month::part(button):hover {
    border-color: var(--_accent-border);
  }

  calendar-month::part(none) {
    color: var(--_ink-quiet);
  }

  calendar-month::part(free) {
    background: var(--_accent-soft) padding-box;
    color: var(--_accent-text);
    font-weight: 600;
  }

  calendar-month::part(today) {
    /* WebKit takes no thickness in the shorthand. */
    text-decoration-line: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }

  /* A border, since forced colours leave no background. */
  calendar-month::part(free)::after,
  .legend::before {
    content: '';
    border: 3px solid var(--_accent-border);
    border-radius: 50%;
  }

  calendar-month::part(free)::after {
    position: absolute;
    inset-block-end: 4px;
    inset-inline-start: calc(50% - 3px);
  }

  .told {
    min-block-size: 1.5em;
    margin-block-start: 4px;
    text-align: center;
  }

  .ways {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
  }

  .legend {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  .link {
    min-block-size: 44px;
    margin-inline-start: auto;
  }

  @media (max-width: 479px) {
    dialog {
      position: fixed;
      inset: auto 0 0;
      inline-size: 100%;
      border-width: 1px 0 0;
      border-radius: var(--_panel-radius) var(--_panel-radius) 0 0;
    }

    .told {
      min-block-size: 3em;
    }
  }
`;
