import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import { contactSchema, contactLine, day, h, p, prose, signature, word } from './parts.ts';

/** 接访纪要: what was heard and decided on a reception day, and who does it. */
export const receptionMinutes = defineTemplate({
  kind: 'reception-minutes',
  data: z.strictObject({
    heldOn: day,
    from: word,
    to: word,
    place: word,
    leaders: z.array(word).min(1).max(20),
    attending: prose,
    heard: prose,
    decided: prose,
    taskForces: z
      .array(z.strictObject({ matter: prose, leader: word, units: word, members: prose }))
      .max(50)
      .default([]),
    contact: contactSchema,
  }),
  slots: {
    title: '{heldOn}领导干部接访纪要',
    opening: '{heldOn}{from}至{to}，{leaders}在{place}接待来访群众。现将有关情况纪要如下。',
    attendingTitle: '参加人员',
    heardTitle: '接访情况',
    decidedTitle: '议定事项',
    taskForcesTitle: '专班',
    taskForce: '{matter}：由{leader}牵头，{units}负责。{members}',
    closing: '以上事项由{we}跟踪督办，办结后销号。',
  },
  build: (data, say) => {
    const heldOn = chineseDate(data.heldOn);
    return {
      title: say('title', { heldOn }),
      blocks: [
        p(
          say('opening', {
            heldOn,
            from: data.from,
            to: data.to,
            leaders: data.leaders.join('、'),
            place: data.place,
          }),
        ),
        h(1, say('attendingTitle')),
        p(data.attending),
        h(1, say('heardTitle')),
        p(data.heard),
        h(1, say('decidedTitle')),
        p(data.decided),
        ...(data.taskForces.length === 0
          ? []
          : [
              h(1, say('taskForcesTitle')),
              ...data.taskForces.map((force) => p(say('taskForce', force))),
            ]),
        p(say('closing')),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});
