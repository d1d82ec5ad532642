import type { ReactElement } from 'react';
import { Choices, Select, TextArea, TextField } from '../../../../portal/components.tsx';
import { documentTypes } from '../../contract.ts';
import { typedIn, type FieldName } from './content.ts';
import { Question, type QuestionProps } from './question.tsx';

const doubtOf = ({ doubts }: QuestionProps, field: FieldName): string | undefined =>
  doubts.find((doubt) => doubt.field === field)?.sentence;

export const YouQuestion = (props: QuestionProps): ReactElement => {
  const { reading, content, faults } = props;
  const { tell } = reading;
  const helps = !['', 'self'].includes(typedIn(content, 'helping'));
  const field = (name: FieldName) => ({ reading, faults, name, value: typedIn(content, name) });
  return (
    <Question {...props} step="you" title={tell(helps ? 'you.title.other' : 'you.title')}>
      {helps && <p>{tell('you.title.other.help')}</p>}
      <Choices
        name="anonymous"
        legend={tell('you.anonymous')}
        faults={faults}
        value={typedIn(content, 'anonymous')}
        choices={[
          { value: 'no', label: tell('you.named'), help: tell('you.named.help') },
          { value: 'yes', label: tell('you.unnamed'), help: tell('you.unnamed.help') },
        ]}
      />
      <TextField
        {...field('name')}
        label={tell('you.name')}
        autoComplete={helps ? 'off' : 'name'}
      />
      <TextField
        {...field('mobile')}
        type="tel"
        wide={false}
        label={tell('you.mobile')}
        help={tell('you.mobile.help')}
        autoComplete={helps ? 'off' : 'tel'}
        warning={doubtOf(props, 'mobile')}
        optional
      />
      <Select
        {...field('documentType')}
        label={tell('you.documentType')}
        options={documentTypes.map((value) => ({
          value,
          label: tell(`you.documentType.${value}`),
        }))}
      />
      <TextField
        {...field('documentNumber')}
        label={tell('you.document')}
        help={tell('you.document.help')}
        warning={doubtOf(props, 'documentNumber')}
        optional
      />
      <details open={typedIn(content, 'organisation') + typedIn(content, 'others') !== ''}>
        <summary>{tell('you.more')}</summary>
        <TextField {...field('organisation')} label={tell('you.organisation')} optional />
        <TextArea
          {...field('others')}
          rows={4}
          label={tell('you.others')}
          help={tell('you.others.help')}
          optional
        />
      </details>
    </Question>
  );
};

export const PapersQuestion = (props: QuestionProps): ReactElement => {
  const { reading, content, faults } = props;
  const { tell } = reading;
  const field = (name: FieldName) => ({ reading, faults, name, value: typedIn(content, name) });
  return (
    <Question {...props} step="papers" title={tell('papers.title')}>
      <Choices
        name="service"
        legend={tell('papers.service')}
        faults={faults}
        value={typedIn(content, 'service')}
        choices={(['electronic', 'post', 'window'] as const).map((value) => ({
          value,
          label: tell(`papers.${value}`),
          help: tell(`papers.${value}.help`),
        }))}
      />
      <TextField {...field('address')} label={tell('papers.address')} optional />
      <TextField {...field('email')} type="email" label={tell('papers.email')} optional />
      <TextField
        {...field('safeContact')}
        label={tell('papers.safe')}
        help={tell('papers.safe.help')}
        optional
      />
      <Choices
        type="checkbox"
        name="secrecy"
        legend={tell('papers.secrecy')}
        value={typedIn(content, 'secrecy')}
        choices={[{ value: 'yes', label: tell('papers.secrecy.yes') }]}
      />
    </Question>
  );
};
