/** One typed table of moves for a noun: act → from which states, to which. What is not in it is refused. */
export type MoveTable<State extends string, Act extends string> = Readonly<
  Record<Act, { readonly from: readonly State[]; readonly to: State }>
>;

/** The state after an act, or undefined when the table does not allow it from here. */
export function moved<State extends string, Act extends string>(
  table: MoveTable<State, Act>,
  state: State,
  act: Act,
): State | undefined {
  const { from, to } = table[act];
  return from.includes(state) ? to : undefined;
}

/** States that can be reached from one by the table. */
export function reachable<State extends string, Act extends string>(
  table: MoveTable<State, Act>,
  start: State,
): Set<State> {
  const reached = new Set<State>([start]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const act in table) {
      const { from, to } = table[act];
      if (reached.has(to) || !from.some((state) => reached.has(state))) continue;
      reached.add(to);
      grew = true;
    }
  }
  return reached;
}
