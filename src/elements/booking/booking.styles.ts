import { css } from 'lit';

export const styles = css`
  .frame {
    container-type: inline-size;
  }

  .base {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-block-size: 560px;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: end;
  }

  .top:empty,
  :host([hide~='logo']) .logo,
  :host([hide~='language']) .language,
  :host([hide~='header']) .top,
  :host([hide~='welcome']) .welcome,
  :host([hide~='footer']) .footer {
    display: none;
  }

  .who .link {
    min-block-size: 44px;
  }

  .logo {
    display: block;
    flex: 0 1 auto;
    min-inline-size: 0;
    block-size: auto;
    margin-inline-end: auto;
    border-radius: 3px;
    /* Most logos are drawn for a white background. */
    background: light-dark(transparent, #fff);
    box-shadow: 0 0 0 6px light-dark(transparent, #fff);
    forced-color-adjust: none;
  }

  .language {
    display: flex;
    gap: 8px;
    align-items: center;
  }

  select {
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_paper);
  }

  .columns {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 16px;
  }

  .step {
    display: flex;
    flex-direction: column;
    gap: 32px;
    order: 1;
    min-inline-size: 0;
  }

  .side {
    display: contents;
  }

  opus-info-box {
    order: 2;
  }

  .side.bare opus-choices {
    display: none;
  }

  .held.waiting {
    visibility: hidden;
  }

  .kept {
    flex-basis: 100%;
  }

  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 48px;
  }

  .dropped,
  .remark {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_accent-border);
  }

  .ways {
    display: flex;
    flex-wrap: wrap-reverse;
    gap: 16px 24px;
    align-items: center;
    justify-content: space-between;
  }

  .ways:empty {
    display: none;
  }

  .back {
    min-block-size: 44px;
  }

  .others {
    display: grid;
    flex-basis: 100%;
    gap: 8px;
  }

  .others .button {
    inline-size: 100%;
    justify-content: flex-start;
    text-align: start;
  }

  .footer {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  @container (max-width: 479px) {
    /* Leaves room for language and login beside it. */
    .logo {
      max-inline-size: 38%;
    }
  }

  @container (min-width: 480px) {
    .base,
    .columns {
      gap: 32px;
    }

    .others {
      grid-template-columns: repeat(auto-fill, minmax(280px, 1fr));
    }
  }

  @container (min-width: 832px) {
    .columns {
      flex-direction: row;
      gap: 48px;
      align-items: flex-start;
    }

    .step {
      flex: 1;
      order: 0;
    }

    .side {
      position: sticky;
      inset-block-start: 24px;
      display: flex;
      flex: none;
      flex-direction: column;
      gap: 24px;
      order: 1;
      inline-size: 288px;
    }

    .side.bare opus-choices {
      display: block;
    }

    /* Two choices on one page stand side by side, under "your choices" (P-03). */
    .combined {
      flex-direction: column;
    }

    .combined > * {
      inline-size: 100%;
    }

    .combined .parts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .combined .side {
      position: static;
      container-type: inline-size;
      max-inline-size: 831px;
      order: 0;
    }

    .combined .side.bare {
      display: none;
    }
  }

  /* Printed on white paper, whatever the scheme. */
  @media print {
    .base {
      color: var(--_ink);
      color-scheme: light;
    }

    .language,
    .who {
      display: none;
    }
  }
`;
