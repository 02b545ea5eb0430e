export {
  type CreatedAccount,
  createAccount,
  type NewAccount,
  resetPassword,
  setAccountDisabled,
} from './accounts.js';
export { type Denial, Denials } from './denials.js';
export { ensureFirstAdministrator, type FirstAdministrator } from './first-run.js';
export { PASSWORD_MAX_LENGTH, SAMPLE_PASSWORD } from './password.js';
export { ROLE_NAMES, ROLES, type Role, type SignedIn } from './role.js';
export { assertNoSampleAccounts, ensureSampleAccounts, type SampleLogin } from './sample.js';
export {
  authenticate,
  handedOver,
  type NewSession,
  SESSION_LIMITS,
  type SessionLimits,
  signOut,
  tokenHash,
} from './session.js';
export { changePassword, normalizeLogin, type SignInOptions, type SignInRequest, signIn } from './sign-in.js';
export { AddressThrottle } from './throttle.js';
