export {
  consumeFeed,
  eventsOfBatch,
  readFeed,
  type FeedConsumer,
  type FeedEntry,
  type FeedHandler,
} from './consumer.ts';
export {
  measureFeedLag,
  measureWaiting,
  registerFeedLag,
  type FeedLag,
  type Waiting,
} from './lag.ts';
export { createSequencer, feedScope, type Sequencer } from './sequencer.ts';
