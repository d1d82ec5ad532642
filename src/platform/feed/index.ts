export { consumeFeed, readFeed, type FeedConsumer, type FeedEntry } from './consumer.ts';
export {
  measureFeedLag,
  measureWaiting,
  registerFeedLag,
  type FeedLag,
  type Waiting,
} from './lag.ts';
export { createSequencer, feedScope, type Sequencer } from './sequencer.ts';
