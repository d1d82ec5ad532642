export { inspectArchive, type ArchiveVerdict } from './archive.ts';
export { FileStore, type FileStoreOptions, type StoredFile } from './file-store.ts';
export { firstSheet } from './first-sheet.ts';
export { uploadLimits, type UploadLimits } from './limits.ts';
export {
  displayName,
  UploadInspector,
  type InspectedUpload,
  type Upload,
  type UploadOptions,
} from './uploads.ts';
