export { OutgoingFault, outgoingCodes, type OutgoingCode } from './fault.ts';
export {
  createOutgoing,
  type Outgoing,
  type OutgoingAnswer,
  type OutgoingRequest,
} from './outgoing.ts';
