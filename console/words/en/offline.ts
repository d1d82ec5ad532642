import type { Words } from '../words.ts';

export const offline: Words['offline'] = {
  on: 'On line',
  off: 'Off line',
  home: { title: 'Field work', visits: 'Home visits of today', office: 'Back to the office pages' },
  open: {
    title: 'Open what you took along',
    lead: 'Nobody is signed in now. Enter the word that you chose, to go on reading and writing.',
    who: 'Whose',
    word: 'Word',
    wrong: 'That is not the word. Please try again.',
    closed:
      'The word no longer opens it. Sign in with network: all that was written is still here.',
    submit: 'Open',
    signIn: 'I have network: sign in',
  },
  take: {
    word: 'Choose a word',
    wordHelp:
      'It opens what you take along without network. At least 6 characters, longer is safer; no birthday, no telephone number.',
    short: 'The word needs at least 6 characters.',
    ready: 'Taken along. You can go off line now.',
    cannot:
      'This browser cannot keep anything off line. Use another one, or open this page by a safe connection.',
  },
  sending: {
    title: 'Sending',
    waiting: '{waiting} waiting to be sent, {drafts} being written, {stuck} for you to look at.',
    running: 'Sending {record} of {records}; file {file}/{files}.',
    send: 'Send now',
    ended: {
      done: 'Everything has been sent.',
      offline: 'No network. Everything stays on the telephone; send it later.',
      'sign-in': 'Please sign in; sending then goes on. Everything is kept.',
      elsewhere: 'Another window is sending.',
      busy: 'The server is busy. Send again in a while; everything is kept.',
    },
  },
  record: {
    state: {
      draft: 'being written',
      waiting: 'waiting to be sent',
      conflict: 'met a change of somebody else',
      refused: 'not taken',
      sent: 'sent',
    },
    saved: 'Kept on this telephone',
    photo: 'Take a photograph',
    photoName: 'Photograph {n}',
    photoWrong: 'This picture cannot be read. Please take it again.',
    voice: 'Record a voice note',
    voiceStop: 'Stop recording',
    voiceRunning: 'Recording…',
    voiceName: 'Voice note {n}',
    voiceWrong: 'The microphone cannot be used. Look at the settings of the telephone.',
    voiceSilent: 'Nothing was recorded. Please record it again.',
    remove: 'Remove “{name}”',
    ready: 'Finished, to be sent',
    goOn: 'Go on writing',
    discard: 'Discard mine',
    discardAsk:
      'Delete what you wrote on this telephone? Photographs and voice note go with it and do not come back.',
    full: 'The telephone has no room left; the last change was not kept.',
  },
  conflict: {
    title: 'There is something on both sides',
    lead: 'Somebody changed this after you left. Both are below; you decide, nothing changes by itself.',
    theirs: 'In the system now',
    mine: 'What you wrote',
    addition: 'Keep mine as an addition',
    asRecord: 'Use mine as the record all the same',
    discard: 'Discard mine',
  },
  signOut: {
    unsent: '{count} field records on this machine have not been sent. Signing out deletes them.',
  },
};
