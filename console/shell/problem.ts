/** A problem document of the server (RFC 9457), or one that the browser itself found. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailZh?: string;
  readonly detailEn?: string;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { status: 0, code: 'unreadable', detail: '' };
}

export function isProblem(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}

/** Reads the body of a failed answer; anything else than a problem document is unreadable. */
export async function readProblem(response: Response): Promise<Problem> {
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  } catch {
    // Not JSON: a proxy's page, or nothing at all.
  }
  return { status: response.status, code: 'unreadable', detail: '' };
}
