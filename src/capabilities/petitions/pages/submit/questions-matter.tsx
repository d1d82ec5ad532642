import type { ReactElement } from 'react';
import { Choices, Notice, TextArea, TextField } from '../../../../portal/components.tsx';
import { limits } from '../../limits.ts';
import { typedIn } from './content.ts';
import { Question, type QuestionProps } from './question.tsx';

export const HelperQuestion = (props: QuestionProps): ReactElement => {
  const { reading, content, faults, doubts } = props;
  const { tell } = reading;
  const field = { reading, faults };
  return (
    <Question {...props} step="helper" title={tell('helper.title')}>
      <Choices
        name="helping"
        legend={tell('helper.title')}
        hideLegend
        faults={faults}
        value={typedIn(content, 'helping')}
        choices={[
          { value: 'self', label: tell('helper.self') },
          { value: 'family', label: tell('helper.family'), help: tell('helper.family.help') },
          { value: 'clerk', label: tell('helper.clerk'), help: tell('helper.clerk.help') },
        ]}
      />
      {/* The style sheet folds it away for whoever writes for themselves. */}
      <div className="only-helper">
        <h2>{tell('helper.details')}</h2>
        <TextField
          {...field}
          name="helperName"
          label={tell('helper.name')}
          value={typedIn(content, 'helperName')}
        />
        <TextField
          {...field}
          name="helperMobile"
          type="tel"
          wide={false}
          label={tell('helper.mobile')}
          help={tell('helper.mobile.help')}
          value={typedIn(content, 'helperMobile')}
          warning={doubts.find((doubt) => doubt.field === 'helperMobile')?.sentence}
          optional
        />
        <TextField
          {...field}
          name="helperRelation"
          label={tell('helper.relation')}
          help={tell('helper.relation.help')}
          value={typedIn(content, 'helperRelation')}
          optional
        />
      </div>
    </Question>
  );
};

const purposeChoices = [
  'appeal',
  'accusation',
  'suggestion',
  'enquiry',
  'thanks',
  'unsure',
] as const;

export const PurposeQuestion = (props: QuestionProps): ReactElement => {
  const { tell } = props.reading;
  return (
    <Question {...props} step="purpose" title={tell('purpose.title')}>
      <Choices
        name="purpose"
        legend={tell('purpose.title')}
        hideLegend
        faults={props.faults}
        value={typedIn(props.content, 'purpose')}
        choices={purposeChoices.map((value) => ({
          value,
          label: tell(`purpose.${value}`),
          help: tell(`purpose.${value}.help`),
        }))}
      />
    </Question>
  );
};

export const StoryQuestion = (props: QuestionProps): ReactElement => {
  const { reading, content, faults } = props;
  const { tell } = reading;
  return (
    <Question {...props} step="story" title={tell('story.title')}>
      <p>{tell('story.help')}</p>
      <TextField
        {...{ reading, faults }}
        name="title"
        label={tell('story.subject')}
        help={tell('story.subject.help')}
        value={typedIn(content, 'title')}
        limit={limits.title}
      />
      <TextArea
        {...{ reading, faults }}
        name="text"
        rows={10}
        label={tell('story.text')}
        help={tell('story.text.help')}
        value={typedIn(content, 'text')}
        limit={limits.text}
      />
    </Question>
  );
};

/** One box each; when there are more than a petition takes, one box for all, so none is lost. */
export const DemandsQuestion = (
  props: QuestionProps & { readonly more: boolean },
): ReactElement => {
  const { reading, content, faults, more } = props;
  const { tell } = reading;
  const { demands } = content;
  const boxes = demands.length === 0 ? [''] : more ? [...demands, ''] : demands;
  return (
    <Question {...props} step="demands" title={tell('demands.title')}>
      {demands.length > limits.demands ? (
        <TextArea
          {...{ reading, faults }}
          name="demandList"
          rows={20}
          label={tell('demands.list')}
          value={demands.map((demand) => demand.replaceAll('\n', ' ')).join('\n')}
        />
      ) : (
        <>
          <p>{tell('demands.help')}</p>
          {boxes.map((demand, index) => (
            <TextArea
              // The place is the only name that a demand has before it is sent.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              {...{ reading, faults }}
              id={`demand-${index + 1}`}
              name="demand"
              rows={3}
              label={tell('demands.one', { index: index + 1 })}
              value={demand}
              limit={limits.demand}
            />
          ))}
          {boxes.length < limits.demands && (
            <div className="buttons">
              <button className="button second" name="do" value="add">
                {tell('demands.add')}
              </button>
            </div>
          )}
        </>
      )}
    </Question>
  );
};

export const ConcernedQuestion = (
  props: QuestionProps & { readonly units: readonly { readonly name: string }[] },
): ReactElement => {
  const { reading, content, faults, units } = props;
  const { tell } = reading;
  const field = { reading, faults, optional: true };
  return (
    <Question {...props} step="concerned" title={tell('concerned.title')}>
      {typedIn(content, 'purpose') === 'accusation' && (
        <Notice kind="info" title={tell('concerned.accusation')}>
          <p>{tell('concerned.accusation.text')}</p>
        </Notice>
      )}
      <p>{tell('concerned.help')}</p>
      <TextField
        {...field}
        name="unit"
        label={tell('concerned.unit')}
        help={tell('concerned.unit.help')}
        value={typedIn(content, 'unit')}
        list="units"
      />
      <datalist id="units">
        {units.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      <TextArea
        {...field}
        name="accusedPersons"
        rows={3}
        label={tell('concerned.who')}
        help={tell('concerned.who.help')}
        value={typedIn(content, 'accusedPersons')}
      />
      <TextArea
        {...field}
        name="earlierSteps"
        rows={3}
        label={tell('concerned.earlier')}
        help={tell('concerned.earlier.help')}
        value={typedIn(content, 'earlierSteps')}
      />
    </Question>
  );
};
