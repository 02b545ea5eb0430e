/** How far a long piece of work is, in words and counts; whoever is told may throw to stop it. */
export type Tell = (step: {
  readonly text: string;
  readonly done: number;
  readonly total: number | null;
}) => Promise<void>;
