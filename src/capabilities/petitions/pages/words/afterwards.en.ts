import type { AfterwardsKey } from './afterwards.zh.ts';

/** Rating and what else comes after the conclusion, in English. */
export const afterwardsEn: Readonly<Record<AfterwardsKey, string>> = {
  'progress.action.rate': 'Rate',
  'progress.did.rated':
    'Your rating is kept. Until the end of {day} you can change it; the first one stays as well.',

  'progress.action.contest': 'I disagree: somebody not involved shall look again',
  'progress.did.contested':
    'What you contest was received. By {day} somebody who was not involved looks into it and answers you in writing.',
  'contest.title': 'You disagree with this step?',
  'contest.lead':
    'Somebody who had no part in it looks again and answers you in writing within 15 days. If you are right, your matter is handled again. Each step is looked into once.',
  'contest.step': 'You contest: {step}',
  'contest.reason': 'Why you disagree',
  'contest.reason.help': 'You need not write anything; if you do, it is easier to understand.',
  'contest.send': 'Contest it',
  'contest.closed': 'There is no step to contest now',
  'contest.yours': 'What you contested',
  'contest.at': 'on {day}',
  'contest.state.pending': 'Being looked into; you are answered by {day} at the latest',
  'contest.state.upheld': 'You were right; it is handled again',
  'contest.state.rejected': 'It stays as it was',
  'contest.state.overtaken': 'The matter is handled again for another reason',
  'contest.state.other': 'Being looked into',

  'rating.title': 'How do you rate it?',
  'rating.lead':
    'Only you can rate. Nobody on the staff may do it for you or tell you what to say.',
  'rating.office': 'With the petition office ({name}) you are',
  'rating.unit': 'With the unit that handled it ({name}) you are',
  'rating.demand': 'Was your demand number {n} solved?',
  'rating.reason': 'What you want to say',
  'rating.reason.help':
    'You need not write anything, nor give a reason when you are not satisfied.',
  'rating.send': 'Send the rating',
  'rating.choose': 'Please choose one: {field}',
  'rating.field.office': 'the petition office',
  'rating.field.unit': 'the unit',
  'rating.field.demand': 'demand {n}',
  'rating.until': 'You can rate until the end of {day}, and change it until then.',
  'rating.closed': 'You cannot rate now',
  'rating.yours': 'Your rating',
  'rating.given': 'given on {day}',
  'rating.silent': 'You have not rated. Silence does not count as satisfied.',
  'rating.over': 'The time is over and you did not rate. Silence does not count as satisfied.',
  'rating.change': 'Change the rating',
  'rating.excluded': 'This petition is not rated. {reason}',
  'rating.bad': 'You are not satisfied; the head of the petition office sees it.',
  'rating.bad.review':
    'If you disagree with the written answer, the next higher body can look again:',
  'rating.bad.none': 'If there is more to say, call, come to the window or press “Add material”.',

  'reason.opinion-served': 'the written answer has reached you',
  'reason.receipt-confirmed': 'the body has confirmed that it has it',
  'reason.merged': 'it is the same matter as another petition',
  'reason.split': 'it holds several matters',
  'reason.route-result': 'the legal procedure has a result',
  'reason.withdrawn-by-petitioner': 'you withdrew it yourself',

  'solved.solved': 'solved',
  'solved.partly': 'partly solved',
  'solved.not': 'not solved',
  'exclusion.accusation': 'Accusations follow rules of their own and are not rated here.',
  'exclusion.repeat': 'Only matters registered for the first time are rated; this one was before.',
  'exclusion.legal-route':
    'What is sent to a lawsuit, arbitration or reconsideration is dealt with there and not rated here.',
  'exclusion.continued': 'It goes on in another petition and is rated there.',
  'exclusion.not-handled': 'No unit handled it, so there is nothing to rate.',
  'exclusion.other': 'By the rules this petition is not rated.',

  'event.MaterialNoted': 'What you added was read[ by {unit}]',
  'event.FollowUpScheduled': 'After the conclusion you will be called or visited[ by {unit}]',
  'event.FollowUpTried': 'A follow-up did not reach you',
  'event.FollowUpRecorded': 'You were asked how things are',
  'event.ContestRaised': 'You contested “{form}”',
  'event.ContestDecided': 'What you contested was decided',
  'event.RatingOpened': 'You can rate now',
  'event.RatingExcluded': 'Not rated, by the rules',
  'event.PetitionRated': 'You rated',
  'event.RatingReminded': 'You were reminded that you can rate',
  'event.RatingWindowClosed': 'The time for rating ended',
  'event.RatingContactLogged': 'The staff spoke with you about the rating',
  'event.BadRatingNoted': 'The head of the office looked at your rating',
};
