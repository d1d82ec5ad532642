import type { ReactElement } from 'react';
import { Facts, Select, TextField } from '../../../../portal/components.tsx';
import type { PetitionPagesDeps, RegionChoice } from '../deps.ts';
import { typedIn, type DraftContent } from './content.ts';
import { Question, type QuestionProps } from './question.tsx';

/** Where the choice of a place stands: the way down so far, and what lies below. */
export interface PlaceChoice {
  readonly path: readonly RegionChoice[];
  readonly below: readonly RegionChoice[];
}

/** Where there is only one way down, it is gone: a county's people need not choose its province. */
const onlyWayDown = async (deps: PetitionPagesDeps): Promise<PlaceChoice> => {
  const path: RegionChoice[] = [];
  let below = await deps.regionChildren(null);
  for (let [only] = below; below.length === 1 && only !== undefined; [only] = below) {
    path.push(only);
    below = only.hasChildren ? await deps.regionChildren(only.code) : [];
  }
  return { path, below };
};

/** What is chosen so far; a place that is no longer there starts anew. */
export const placeChoiceOf = async (
  deps: PetitionPagesDeps,
  content: DraftContent,
): Promise<PlaceChoice> => {
  const region = typedIn(content, 'region');
  const path = region === '' ? [] : await deps.regionPath(region);
  const last = path.at(-1);
  if (last === undefined) return onlyWayDown(deps);
  return { path, below: last.hasChildren ? await deps.regionChildren(last.code) : [] };
};

/** The place, level by level without script, then the exact spot in words. */
export const PlaceQuestion = (
  props: QuestionProps & { readonly choice: PlaceChoice },
): ReactElement => {
  const { reading, content, faults, choice } = props;
  const { tell } = reading;
  const last = choice.path.at(-1);
  return (
    <Question {...props} step="place" title={tell('place.title')}>
      <p>{tell('place.help')}</p>
      <input type="hidden" name="chosen" value={last?.code ?? ''} />
      {choice.path.length > 0 && (
        <Facts
          rows={[
            [
              tell('place.chosen'),
              choice.path.map(({ name }) => name).join(' › '),
              <button key="again" className="quiet" name="do" value="again">
                {tell('place.again')}
              </button>,
            ],
          ]}
        />
      )}
      {choice.below.length > 0 && (
        <Select
          {...{ reading, faults }}
          name="region"
          label={last ? tell('place.level', { parent: last.name }) : tell('place.top')}
          options={[
            { value: '', label: tell(last === undefined ? 'place.pick' : 'place.unknown') },
            ...choice.below.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      )}
      <TextField
        {...{ reading, faults }}
        name="place"
        label={tell('place.text')}
        help={tell('place.text.help')}
        value={typedIn(content, 'place')}
        optional
      />
    </Question>
  );
};
