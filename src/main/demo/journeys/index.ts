import { drawAccusation, drawMatter, type CategoryOf, type Matter } from '../matter.ts';
import type { Random } from '../random.ts';
import { stories, suggestions } from '../stories/index.ts';
import * as afterwards from './afterwards.ts';
import * as handling from './handling.ts';
import * as paths from './paths.ts';
import * as relations from './relations.ts';
import * as triage from './triage.ts';

/** A way through the procedure with what it is about and how often it is gone. */
export interface KindOfTale {
  readonly name: string;
  readonly weight: number;
  readonly draw: (random: Random, categoryOf: CategoryOf) => Matter;
  readonly tell: handling.Journey;
}

const kind = (
  name: string,
  weight: number,
  tell: handling.Journey,
  draw: KindOfTale['draw'] = drawMatter,
): KindOfTale => ({ name, weight, tell, draw });

const labour = stories.filter(({ unit }) => unit === 'labour' || unit === 'market');
const building = stories.filter(({ unit }) => unit === 'housing' || unit === 'urban');
const unlawful = stories.filter(({ unit }) => ['ecology', 'market', 'urban'].includes(unit));
const lawsuits = stories.filter(({ unit }) => unit === 'court');

export const kindsOfTale: readonly KindOfTale[] = [
  kind('answered', 40, handling.answered),
  kind('redrafted', 3, handling.redrafted),
  kind('extended', 4, handling.extended),
  kind('together', 6, handling.together),
  kind('supplemented', 4, handling.supplemented),
  kind('replaced', 1, handling.replaced),
  kind('passed-down', 3, handling.passedDown, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: building.filter(({ unit }) => unit === 'housing') }),
  ),
  kind('direct', 5, handling.direct, (random, categoryOf) =>
    drawMatter(random, categoryOf, { channel: 'visit' }),
  ),
  kind('suggestion', 5, handling.lightly, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: suggestions, purpose: 'suggestion', group: false }),
  ),
  kind('suggested', 4, paths.suggested, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: suggestions, purpose: 'suggestion', group: false }),
  ),
  kind('asked', 4, paths.asked, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: suggestions, purpose: 'enquiry', group: false }),
  ),
  kind('simply', 4, paths.simply, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: building, group: false }),
  ),
  kind('urgent', 2, paths.urgent, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: building }),
  ),
  kind('redirected', 4, triage.redirected, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: labour }),
  ),
  kind('route', 3, triage.route, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: unlawful }),
  ),
  kind('refused', 4, triage.refused),
  kind('ended', 1, triage.ended),
  kind('contested', 3, afterwards.contested),
  kind('relapsed', 1, afterwards.relapsed),
  kind('filed', 3, triage.filed),
  kind('merged', 3, triage.merged),
  kind('divided', 2, triage.divided),
  kind('objection-rejected', 3, relations.objectionRejected, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: building }),
  ),
  kind('adjudicated', 2, relations.adjudicated, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: building }),
  ),
  kind('assigned', 8, relations.assigned),
  kind('accused', 4, relations.accused, drawAccusation),
  kind('litigated', 2, relations.litigated, (random, categoryOf) =>
    drawMatter(random, categoryOf, { stories: lawsuits }),
  ),
  kind('withdrawn', 2, relations.withdrawn, (random, categoryOf) =>
    drawMatter(random, categoryOf, { channel: 'web' }),
  ),
  kind('code-replaced', 1, relations.codeReplaced),
];
