import type { SubmitKey } from './submit.zh.ts';

/** The wizard in English. */
export const submitEn: Readonly<Record<SubmitKey, string>> = {
  'submit.title': 'Tell us about a problem',
  'submit.lead':
    'One question on each page, about 5 minutes. Stop at any time; go on within 7 days.',
  'submit.need': 'It goes faster with these, but you can write without them:',
  'submit.need.1': 'what happened: when, where, how',
  'submit.need.2': 'what you would like to be done',
  'submit.need.3': 'photographs, contracts, receipts (if you like)',
  'submit.begin': 'Begin',
  'submit.goOn': 'Go on where I stopped',
  'submit.step': 'Step {step} of {steps}',
  'submit.saveLater': 'Keep it, I go on later',
  'submit.draftGone':
    'What you wrote before was kept for 7 days and is gone, or was sent already. What you just typed is below and saved again; please look at the earlier pages once more.',
  'submit.draftGone.start':
    'No unfinished petition was found: the 7 days may be over, or it was sent. Start again, or see progress with number and look-up code.',
  'submit.notKept':
    'It could not be kept just now, and the fault is ours. All that you typed is on this page: please do not close it and press “Continue” again in a while.',
  'submit.change': 'Change',
  'submit.required': 'Please fill in “{field}”.',
  'submit.choose': 'Please choose one.',

  'helper.title': 'For whom do you fill this in?',
  'helper.self': 'For myself',
  'helper.family': 'I help family, a neighbour or a friend',
  'helper.family.help': 'Messages go to the person and to you',
  'helper.clerk':
    'I am a village or community cadre, grid member or window clerk and help somebody',
  'helper.clerk.help': 'Messages go to the person and to you',
  'helper.details': 'If you help somebody, tell us who you are',
  'helper.name': 'Your name (the helper)',
  'helper.mobile': 'Your mobile number',
  'helper.mobile.help': 'You also get the messages about acceptance and answer',
  'helper.relation': 'How you are related, or your post',
  'helper.relation.help': 'For example: son, neighbour, grid member of the village',

  'purpose.title': 'What brings you here?',
  'purpose.appeal': 'I have a problem or dispute and ask for help',
  'purpose.appeal.help': 'Unpaid wages, land compensation, housing, noise … (appeal)',
  'purpose.accusation': 'I report that somebody breaks the rules or does not act',
  'purpose.accusation.help':
    'Named people alone handle it; those you report cannot see it (accusation)',
  'purpose.suggestion': 'I have a suggestion',
  'purpose.suggestion.help': 'It is studied and you learn whether it is adopted (suggestion)',
  'purpose.enquiry': 'I have a question about a rule or policy',
  'purpose.enquiry.help': 'No case, just an answer (enquiry)',
  'purpose.thanks': 'I want to say thank you',
  'purpose.thanks.help': 'We pass it on',
  'purpose.unsure': 'I am not sure, please look at it',
  'purpose.unsure.help': 'The staff will sort it for you',

  'story.title': 'What happened?',
  'story.help': 'Write as you would tell it.',
  'story.subject': 'In one sentence',
  'story.subject.help': 'For example: the street lamp at our gate has been broken for three months',
  'story.text': 'The whole story',
  'story.text.help': 'When, where, who, how it came about, your reasons',

  'demands.title': 'What should be done?',
  'demands.help': 'One thing in each box. Each one gets its own answer (demand).',
  'demands.one': 'Number {index}',
  'demands.add': 'Add another',
  'demands.required': 'Please write at least one thing that should be done.',
  'demands.many':
    'A petition takes at most {limit} demands and you wrote {count}. Please join like ones, or make another petition. All of them are in the box below, one on each line.',
  'demands.list': 'All demands, one on each line',

  'place.title': 'Where did it happen?',
  'place.help': 'Choose as far down as you know.',
  'place.chosen': 'Chosen',
  'place.again': 'Choose again',
  'place.level': 'Where in {parent}?',
  'place.top': 'Which place?',
  'place.unknown': 'I do not know, leave it at this',
  'place.pick': 'Please choose',
  'place.choose': 'Next level',
  'place.required': 'Please choose a place.',
  'place.wrong': 'There is no such place; choose one from the list.',
  'place.text': 'The exact spot',
  'place.text.help': 'For example: 12 Jiefang Road, Xingfu estate, in front of house 3',

  'concerned.title': 'Which unit or which people is it about?',
  'concerned.help': 'Leave it empty if you do not know; we find out who is in charge.',
  'concerned.accusation': 'Who will see what you write?',
  'concerned.accusation.text':
    'Only named people in the discipline body or the body with power. The people you report, their unit and the units below it cannot see it, nor that it exists.',
  'concerned.unit': 'Name of the unit',
  'concerned.unit.help': 'Choose from the suggestions or write it yourself',
  'concerned.who': 'People or units concerned, anything else about them',
  'concerned.who.help': 'Name, post, or another unit',
  'concerned.earlier': 'Whom you have asked before, and what came of it',
  'concerned.earlier.help':
    'For example: called 12345 and was told to wait; or a lawsuit, arbitration or reconsideration',

  'you.title': 'Who are you?',
  'you.title.other': 'Whose matter is it?',
  'you.title.other.help': 'Please write about that person, not about yourself as the helper.',
  'you.anonymous': 'Do you give your name?',
  'you.named': 'With my name',
  'you.named.help': 'Written notices and the answer can reach you',
  'you.unnamed': 'Without a name (anonymous)',
  'you.unnamed.help':
    'We register and handle it all the same, but written notices cannot reach you: look for the result with number and look-up code',
  'you.name': 'Name',
  'you.name.required': 'Please write the name, or choose “without a name” above.',
  'you.mobile': 'Mobile number',
  'you.mobile.help': 'You get a text message when something happens; it never holds content',
  'you.document': 'Number of a document',
  'you.document.help':
    'It helps to replace a lost code; only those who handle the matter can see it, and each look is recorded',
  'you.documentType': 'Kind of document',
  'you.documentType.identity-card': 'Identity card',
  'you.documentType.passport': 'Passport',
  'you.documentType.hong-kong-macao-permit': 'Travel permit for Hong Kong and Macao residents',
  'you.documentType.taiwan-permit': 'Travel permit for Taiwan residents',
  'you.documentType.residence-permit': 'Residence permit for Hong Kong, Macao and Taiwan residents',
  'you.documentType.organisation-code': 'Unified social credit code of an organisation',
  'you.documentType.other': 'Another document',
  'you.more': 'For an organisation, or several people together',
  'you.organisation': 'Name of the organisation',
  'you.others': 'Other people who join',
  'you.others.help': 'One name on each line. However many, all are registered.',
  'you.others.many':
    'At most {limit} people at once and you wrote {count}. The others can be added later.',

  'doubt.again': 'If it is right after all, just press “Continue” once more.',
  'doubt.identity.wrong-length': 'An identity number usually has 18 places; this one has not.',
  'doubt.identity.wrong-characters':
    'An identity number usually has digits, perhaps an X at the end; this one has something else.',
  'doubt.identity.bad-check-digit':
    'The last place of this identity number does not fit; a digit may be mistyped.',
  'doubt.identity.impossible-date': 'The birthday in this identity number is not a real date.',
  'doubt.identity.future-date': 'The birthday in this identity number lies in the future.',
  'doubt.identity.unknown-region': 'The region at the start of this identity number is unknown.',
  'doubt.telephone.not-a-telephone': 'This does not look like a telephone number.',
  'doubt.telephone.wrong-length': 'A mobile number usually has 11 digits; this one has not.',
  'doubt.telephone.no-area-code': 'Please add the area code of the landline.',

  'files.title': 'Photographs and papers',
  'files.help': 'If you have none, just continue. You can add some later.',
  'files.camera': 'Take a photograph',
  'files.choose': 'Choose from this device',
  'files.choose.help':
    'Photographs, PDF, Word, Excel, voice, video; at most {files}, each at most {megabytes} MB',
  'files.upload': 'Upload these',
  'files.list': '{count} uploaded',
  'files.remove': 'Remove',
  'files.remove.name': 'Remove {name}',
  'files.kilobytes': '{size} KB',

  'papers.title': 'How shall the answer reach you?',
  'papers.service': 'How written papers reach you',
  'papers.electronic': 'I read it here (I agree to electronic service)',
  'papers.electronic.help':
    'Read and download it here with number and look-up code; it counts like paper and is fastest',
  'papers.post': 'By post',
  'papers.post.help': 'Please write the address below',
  'papers.window': 'I fetch it at the window',
  'papers.window.help': 'We tell you when it is there',
  'papers.address': 'Postal address',
  'papers.address.required': 'Please write the address that it shall be posted to.',
  'papers.email': 'E-mail',
  'papers.email.wrong':
    'The e-mail address is not complete; it should look like name@example.com. You can leave it empty.',
  'papers.safe': 'How can we reach you best and without harm?',
  'papers.safe.help': 'For example: after 7 in the evening; not at work; call my daughter',
  'papers.secrecy': 'Secrecy',
  'papers.secrecy.yes': 'Please keep my name and contact secret from the units concerned',

  'check.title': 'Please check, then send',
  'check.help': 'You can change each line. After sending you can still add or withdraw.',
  'check.missing': 'Still to be filled in:',
  'check.none': 'nothing',
  'check.send': 'Send',
  'check.sure':
    'You get number and look-up code at once: have pen and paper ready, or take a screenshot.',
  'check.filesGone':
    'The uploaded files were kept too long and are gone. Upload them again, or send now and add them later.',
  'check.again': 'Please change this, then send',
  'check.people': '{name} and others, {count} people',
  'check.secrecy.yes': 'secrecy asked for',
  'check.files': '{count} files',

  'saved.title': 'It is kept',
  'saved.until': 'Until {day}. After that day it is deleted.',
  'saved.same': 'On this device: open the home page and choose “Go on where I stopped”.',
  'saved.other':
    'On another device: open the home page, choose “I have a code to go on writing” and type this code.',
  'saved.code': 'Code to go on',
  'saved.code.help': 'Whoever has this code can read what you wrote; keep it to yourself.',
  'saved.goOn': 'Go on now',
  'saved.discard': 'I gave up: delete all of it',
  'goOn.title': 'Go on where I stopped',
  'goOn.code': 'Code to go on',
  'goOn.code.help': '16 characters, given to you when you kept it; capitals do not matter',
  'goOn.wrong':
    'Nothing was found under this code. Please compare it and try again; after 7 days it is deleted, and what was sent is found with number and look-up code.',
  'goOn.do': 'Open',
  'goOn.wait': 'That was too fast; please wait {seconds} seconds. Nothing of yours is affected.',

  'done.title': 'We have it',
  'done.number': 'Number',
  'done.code': 'Look-up code',
  'done.keep':
    'Take a screenshot or write it down now. The look-up code is shown only here; it is in no message and not in the QR picture.',
  'done.keep.lost':
    'If it gets lost, you get a new one at the window or by your registered telephone.',
  'done.next': 'What comes next',
  'done.next.holder': '{holder} has it now.',
  'done.next.latest': 'By {day} at the latest you are told which unit gets it and how it goes on.',
  'done.next.latest.plain':
    'Within the period of the law you are told which unit gets it and how it goes on.',
  'done.next.look':
    'At any time see with number and look-up code who has it and the latest day of an answer.',
  'done.next.message': 'If you gave a mobile number you get messages; they never hold content.',
  'done.helper':
    'The receipt goes to the person and to {name} who helped. Please hand number and look-up code to the person.',
  'done.qr': 'This QR picture opens the progress page (the look-up code is still needed)',
  'done.receipt': 'Download the receipt (PDF)',
  'done.progress': 'See progress now',
  'done.another': 'Another matter',
  'done.gone': 'This page is no longer shown',
  'done.gone.text':
    'To keep you safe, number and look-up code are shown for 30 minutes only. See progress with what you wrote down.',
};
