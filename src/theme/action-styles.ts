import { css } from 'lit';

/** `.actions`: the row of buttons that a step ends with. Where there is little room, the primary button has its own line. */
export const actionStyles = css`
  .frame {
    container-type: inline-size;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 24px;
  }

  .actions .link {
    min-block-size: 44px;
  }

  @container (max-width: 479px) {
    .actions .primary {
      flex: 1 0 100%;
    }
  }
`;
