import { css } from 'lit';

export const sendStyles = css`
  :host {
    container-type: inline-size;
  }

  .both {
    display: grid;
    gap: 40px;
    margin-block-end: 48px;
  }

  .fields {
    max-inline-size: 640px;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 8px;
    padding: 0;
    font-weight: 600;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
    font-weight: 400;
    cursor: pointer;
  }

  .choice input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
  }

  dialog .row {
    margin-block-start: 16px;
  }

  .narrow {
    inline-size: auto;
    max-inline-size: 100%;
  }

  @container (min-width: 920px) {
    .both {
      grid-template-columns: minmax(0, 640px) minmax(280px, 380px);
      justify-content: space-between;
    }

    aside {
      position: sticky;
      inset-block-start: 16px;
      align-self: start;
    }
  }
`;
