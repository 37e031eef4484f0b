export { useWithdrawal, WithdrawalFields } from './withdrawal-fields.tsx';
