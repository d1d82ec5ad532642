/** Under this name the feed remembers how far the facts have come; never to be renamed. */
export const factConsumer = 'statistics.facts';
