export { consumeFeed, readFeed, type FeedConsumer, type FeedEntry } from './consumer.ts';
export { measureFeedLag, registerFeedLag, type FeedLag } from './lag.ts';
export { createSequencer, feedScope, type Sequencer } from './sequencer.ts';
