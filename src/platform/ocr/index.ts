export {
  LetterReader,
  type LetterReaderOptions,
  type ReadPage,
  type Scan,
} from './letter-reader.ts';
