import { meetingSamples } from './meeting-samples.ts';
import { supervisionSamples } from './supervision-samples.ts';

/** Samples of the papers of supervision and of joint meetings. */
export const laterSamples = { ...supervisionSamples, ...meetingSamples };
