import type { FieldProblem } from '../../contract/index.js';
import {
  emptyFlow,
  reduceAppointments,
  type AppointmentsAction as FlowAction,
  type AppointmentsFlow,
} from '../../domain/appointments-flow.js';
import type { About } from '../../domain/own-appointments.js';
import type { Failure } from '../failure.js';
import type { FlowState } from '../flow-store.js';
import { noHold, type HoldState } from '../hold/hold-keeper.js';
import type { TimesState } from '../hold/slots-controller.js';

/** What is asked of the service; the patient waits for all but times and hold. */
export type AppointmentsOperation = 'list' | 'times' | 'hold' | 'move' | 'book' | 'cancel';

export type AppointmentsFailure = Failure<AppointmentsOperation>;

/** A patient's own appointments, and what they are doing with them. */
export interface AppointmentsState extends FlowState<AppointmentsOperation>, HoldState {
  readonly flow: AppointmentsFlow;
  /** What the service found wrong with what was typed for a need; until another place is shown. */
  readonly problems: readonly FieldProblem[];
  readonly times?: TimesState | undefined;
}

export type AppointmentsAction =
  | FlowAction
  | { readonly type: 'problems'; readonly fields: readonly FieldProblem[] }
  | { readonly type: 'hold'; readonly hold: HoldState }
  /** Without times nothing is being changed any more. */
  | { readonly type: 'times'; readonly times: TimesState | undefined };

const noProblems: readonly FieldProblem[] = [];

export const emptyAppointments: AppointmentsState = {
  flow: emptyFlow,
  problems: noProblems,
  ...noHold,
};

/** The state after an action; the same object when nothing changes. */
export function reduceState(
  state: AppointmentsState,
  action: AppointmentsAction,
): AppointmentsState {
  switch (action.type) {
    case 'problems':
      return { ...state, problems: action.fields };
    case 'hold':
      return { ...state, ...action.hold };
    case 'times':
      return { ...state, times: action.times };
    default: {
      const flow = reduceAppointments(state.flow, action);
      if (flow === state.flow) return state;
      if (!isElsewhere(flow, state.flow)) return { ...state, flow };
      // A failure stays where it happened; that of an operation which reads the list is told by itself.
      const failure = action.type === 'read' ? state.failure : undefined;
      return { ...state, flow, failure, problems: noProblems };
    }
  }
}

/** True when the patient came to another place, or something new is said above the list. */
export function isElsewhere(flow: AppointmentsFlow, before: AppointmentsFlow): boolean {
  return (
    flow.place.kind !== before.place.kind ||
    flow.codeFor !== before.codeFor ||
    (flow.news !== before.news && flow.news !== undefined)
  );
}

/** What is being changed; undefined at the list. */
export function aboutOf({ flow: { place } }: AppointmentsState): About | undefined {
  return place.kind === 'list' ? undefined : place.about;
}
