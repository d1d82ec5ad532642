import type { Words } from '../words.ts';

/** What comes around and after the conclusion: new material, rating, follow-up, contest. */
export const afterwards: Words['afterwards'] = {
  commandName: {
    noteMaterial: 'Material seen',
    rate: 'Rate',
    logRatingContact: 'Log a contact about the rating',
    noteRating: 'Look into a bad rating',
  },
  commandAbout: {
    noteMaterial:
      'You have seen what the petitioner added; the next step of handling says the same.',
    rate: 'Only the petitioner rates, with the look-up code; staff cannot.',
    logRatingContact:
      'Whoever speaks with the petitioner about a rating writes it down as it was; the petitioner can read it.',
    noteRating: 'The head of the petition office looks into it and says what follows.',
  },
  event: {
    MaterialNoted: 'New material seen',
    RatingOpened: 'Open for rating',
    RatingExcluded: 'Not rated',
    PetitionRated: 'Rated by the petitioner',
    RatingReminded: 'Reminded of the rating',
    RatingWindowClosed: 'Time for rating over',
    RatingContactLogged: 'Contact about the rating',
    BadRatingNoted: 'Bad rating looked into',
  },
  fact: {
    exclusion: 'reason',
    changes: 'changes an earlier one',
    rated: 'rated',
  },
  task: { 'rating-bad': 'Bad rating' },
  field: { contactRecord: 'What was said', note: 'What follows from it' },
  help: { contactRecord: 'Who called and what was said; the petitioner can read it.' },
  exclusion: {
    accusation: 'accusations are not rated',
    repeat: 'not registered for the first time, so not rated',
    'legal-route': 'sent to litigation, arbitration, reconsideration or the like, so not rated',
    continued: 'goes on in another petition, which is rated',
    'not-handled': 'was not handled, so not rated; it can be contested',
  },
  solved: { solved: 'solved', partly: 'partly solved', not: 'not solved' },
  panel: {
    rating: 'Rating by the petitioner',
    office: 'Petition office',
    unit: 'Unit',
    until: 'Can be rated until {date}',
    silent: 'No rating yet. Silence is not satisfaction.',
    lapsed: 'The time is over without a rating. Silence is not satisfaction.',
    first: 'First rating ({date})',
    now: 'Rating now ({date})',
    demand: 'Demand {n}',
    noted: 'The head of the petition office has looked into it.',
    notNoted: 'Bad; waits for the head of the petition office.',
    scale: 'Source of the scale: {source}',
  },
};
