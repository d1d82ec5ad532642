import type { OwnKind, OwnState } from './own-kind.ts';

/** The row that follows from a record's state. */
export const rowOfOwn = <
  State extends OwnState,
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
>(
  kind: Pick<OwnKind<State, Command, Event>, 'kind' | 'place'>,
  state: State,
) => ({
  id: state.id,
  kind: kind.kind,
  office: state.office,
  status: state.status,
  state,
  version: state.version,
  ...kind.place(state),
});
