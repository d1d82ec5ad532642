export { csrfField, requestedWith, sessionCookie, verifyCsrf, type CsrfField } from './csrf.ts';
export { fileLimits } from './faults.ts';
export type { ReadinessCheck } from './health.ts';
export { idempotencyKeyOf } from './idempotency.ts';
export { isLanguage, languageCookie, languageOf, languages, type Language } from './language.ts';
export { named, type ExampleKind, type ExampleNames } from './example-names.ts';
export { committedDescription } from './openapi.ts';
export { guessBook, sweepGuesses } from './guess-store.ts';
export { GuessThrottle, type GuessBook } from './guess-throttle.ts';
export { noContent, operation, type ExampleRequest, type OperationFacts } from './operation.ts';
export {
  problemContentType,
  problemSchema,
  RefusalThrown,
  sendRefusal,
  toProblem,
  type Problem,
  type WordedRefusal,
} from './problem.ts';
export { databaseReadiness } from './readiness.ts';
export { disposition, sendFile, shownInline, type FileToSend } from './send-file.ts';
export { recordSecurity, type RecordSecurity } from './security.ts';
export { buildHttp, type HttpOptions, type HttpServer, type ProblemPage } from './server.ts';
export { parseInput } from './validation.ts';
export { inWords, type Word, type Words } from './words.ts';
